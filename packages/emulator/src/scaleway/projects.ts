import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../core/http.js';
import { read, text } from './arguments.js';
import { date } from './dates.js';
import { notFound, stillInUse } from './errors.js';
import { filter, list, sorted } from './listing.js';
import { page } from './paging.js';
import type { ProjectRecord } from './records.js';
import { seedSecurityGroups } from './security-groups.js';
import { seedVpcs } from './vpcs.js';
import { there, type World } from './world.js';

const PROJECTS = '/account/v3/projects';
const createShape = z.object({
  name: text(),
  description: z.string().nullish(),
  organization_id: z.string().nullish(),
});
const updateShape = z.object({ name: z.string().nullish(), description: z.string().nullish() });

/** A project comes with a VPC in every region and a security group in every zone. */
export function addProject(world: World, id: string, name: string, description = ''): ProjectRecord {
  const now = world.now();
  const project = world.projects.put(id, { id, name, description, created: now, updated: now });
  seedVpcs(world, id);
  seedSecurityGroups(world, id);
  return project;
}

export function projects(world: World): Route[] {
  const find = (id: string) => there(world.projects.get(id), 'project_id', id);
  const shown = (project: ProjectRecord) => ({
    id: project.id,
    name: project.name,
    organization_id: world.organizationId,
    created_at: date(project.created),
    updated_at: date(project.updated),
    description: project.description,
    qualification: null,
  });
  const used = ({ id }: ProjectRecord) =>
    [world.servers, world.ips, world.blockVolumes, world.privateNetworks, world.sshKeys, world.localVolumes].some(
      (things) => things.list().some(({ project }) => project === id),
    );
  return [
    {
      method: 'GET',
      path: PROJECTS,
      handle: (request) => {
        const ids = list(request.query, 'project_ids');
        const matches = filter(world, request, 'project');
        const wanted = world.projects.filter(
          ({ id, name }) => (ids.length === 0 || ids.includes(id)) && matches({ name, project: id }),
        );
        const keys = { created_at: (p: ProjectRecord) => p.created, name: (p: ProjectRecord) => p.name };
        return page(request, 'projects', sorted(wanted, request, 'order_by', 'created_at_asc', keys), shown);
      },
    },
    {
      method: 'POST',
      path: PROJECTS,
      handle: (request) => {
        const { name, description, organization_id: organization } = read(request, createShape);
        if (organization && organization !== world.organizationId) throw notFound('organization', organization);
        return { status: 200, body: shown(addProject(world, randomUUID(), name, description ?? '')) };
      },
    },
    {
      method: 'GET',
      path: `${PROJECTS}/{project_id}`,
      handle: ({ params }) => ({ status: 200, body: shown(find(params['project_id']!)) }),
    },
    {
      method: 'PATCH',
      path: `${PROJECTS}/{project_id}`,
      handle: (request) => {
        const project = find(request.params['project_id']!);
        const { name, description } = read(request, updateShape);
        Object.assign(project, {
          name: name ?? project.name,
          description: description ?? project.description,
          updated: world.now(),
        });
        return { status: 200, body: shown(project) };
      },
    },
    {
      method: 'DELETE',
      path: `${PROJECTS}/{project_id}`,
      handle: ({ params }) => {
        const project = find(params['project_id']!);
        if (used(project)) throw stillInUse('Project must be empty to be deleted');
        for (const vpc of world.vpcs.filter((known) => known.project === project.id)) world.vpcs.delete(vpc.id);
        for (const { id } of world.securityGroups.filter((known) => known.project === project.id)) {
          world.securityGroups.delete(id);
        }
        world.projects.delete(project.id);
        return { status: 204 };
      },
    },
  ];
}
