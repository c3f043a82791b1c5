import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { instanceDate } from './dates.js';
import { invalidRequest } from './errors.js';
import { stableId } from './ids.js';
import { flag, instanceFilter } from './listing.js';
import { ZONES } from './localities.js';
import { instancePage } from './paging.js';
import type { SecurityGroupRecord } from './records.js';
import { type Transitions, there, type World } from './world.js';

const GROUPS = '/instance/v1/zones/{zone}/security_groups';
const GROUP = `${GROUPS}/{security_group_id}`;

const policy = z.enum(['accept', 'drop']);
const changeShape = z.object({
  name: z.string().nullish(),
  description: z.string().nullish(),
  tags: tags.nullish(),
  stateful: z.boolean().nullish(),
  inbound_default_policy: policy.nullish(),
  outbound_default_policy: policy.nullish(),
  enable_default_security: z.boolean().nullish(),
  project_default: z.boolean().nullish(),
});
const createShape = changeShape.extend({
  name: text(),
  project: z.string().nullish(),
});

export function findSecurityGroup(world: World, params: Readonly<Record<string, string>>): SecurityGroupRecord {
  const id = params['security_group_id']!;
  return there(world.securityGroups.get(id), 'instance_security_group', id, params['zone']);
}

/** The group of servers that ask for none. */
export function defaultSecurityGroup(world: World, zone: string, project: string): SecurityGroupRecord {
  return world.securityGroups.find(
    (group) => group.projectDefault && group.zone === zone && group.project === project,
  )!;
}

/** Every project has a group in every zone from the start (recorded 2026-07). */
export function seedSecurityGroups(world: World, project: string): void {
  for (const zone of ZONES) {
    const id = stableId('default security group', zone, project);
    const description = 'Auto generated security group.';
    add(world, { ...blank(world, id, zone, project, 'Default security group'), description, projectDefault: true });
  }
}

function blank(world: World, id: string, zone: string, project: string, name: string): SecurityGroupRecord {
  const now = world.now();
  return {
    id,
    zone,
    project,
    name,
    description: null,
    stateful: true,
    inbound: 'accept',
    outbound: 'accept',
    defaultSecurity: true,
    projectDefault: false,
    tags: [],
    state: 'available',
    rules: [],
    created: now,
    modified: now,
  };
}

function add(world: World, group: SecurityGroupRecord): SecurityGroupRecord {
  return world.securityGroups.put(group.id, group);
}

/** A change is on its way to the hypervisors for a moment (recorded 2026-07). */
export function touch(world: World, group: SecurityGroupRecord): void {
  Object.assign(group, { state: 'syncing', modified: world.now() });
  world.later('security-group.sync', group.id);
}

export function securityGroupTransitions(world: World): Transitions {
  return {
    'security-group.sync': (id) => {
      const group = world.securityGroups.get(id);
      if (group) group.state = 'available';
    },
  };
}

function change(world: World, group: SecurityGroupRecord, given: z.output<typeof changeShape>): void {
  Object.assign(group, {
    name: given.name ?? group.name,
    description: given.description === undefined ? group.description : given.description,
    tags: given.tags ?? group.tags,
    stateful: given.stateful ?? group.stateful,
    inbound: given.inbound_default_policy ?? group.inbound,
    outbound: given.outbound_default_policy ?? group.outbound,
    defaultSecurity: given.enable_default_security ?? group.defaultSecurity,
  });
  if (given.project_default) {
    defaultSecurityGroup(world, group.zone, group.project).projectDefault = false;
    group.projectDefault = true;
  }
}

export function securityGroups(world: World): Route[] {
  const members = (id: string) => world.servers.filter((server) => server.securityGroup === id);
  const shown = (group: SecurityGroupRecord) => ({
    id: group.id,
    creation_date: instanceDate(group.created),
    modification_date: instanceDate(group.modified),
    name: group.name,
    description: group.description,
    organization: world.organizationId,
    project: group.project,
    servers: members(group.id).map(({ id, name }) => ({ id, name })),
    stateful: group.stateful,
    inbound_default_policy: group.inbound,
    outbound_default_policy: group.outbound,
    organization_default: group.projectDefault && group.project === world.projectId,
    project_default: group.projectDefault,
    enable_default_security: group.defaultSecurity,
    state: group.state,
    tags: group.tags,
    zone: group.zone,
  });
  return [
    {
      method: 'GET',
      path: GROUPS,
      handle: (request) => {
        const matches = instanceFilter(world, request, 'instance_security_group');
        const isDefault = flag(request.query, 'project_default');
        const wanted = world.securityGroups.filter(
          (group) =>
            group.zone === request.params['zone'] &&
            (isDefault === undefined || group.projectDefault === isDefault) &&
            matches(group),
        );
        return instancePage(request, 'security_groups', wanted, shown);
      },
    },
    {
      method: 'POST',
      path: GROUPS,
      handle: (request) => {
        const given = read(request, createShape);
        const zone = request.params['zone']!;
        const project = world.writable('instance_security_group', given.project);
        world.checkQuota('security-groups', world.securityGroups.filter((group) => group.zone === zone).length);
        const group = add(world, blank(world, randomUUID(), zone, project, given.name));
        change(world, group, given);
        const headers = { Location: `${request.url.origin}${request.url.pathname}/${group.id}` };
        return { status: 201, headers, body: { security_group: shown(group) } };
      },
    },
    {
      method: 'GET',
      path: GROUP,
      handle: ({ params }) => ({ status: 200, body: { security_group: shown(findSecurityGroup(world, params)) } }),
    },
    {
      method: 'PATCH',
      path: GROUP,
      handle: (request) => {
        const group = findSecurityGroup(world, request.params);
        const before = JSON.stringify(group);
        change(world, group, read(request, changeShape));
        // One that changes nothing leaves dates and state alone (recorded 2026-07).
        if (JSON.stringify(group) !== before) touch(world, group);
        return { status: 200, body: { security_group: shown(group) } };
      },
    },
    {
      method: 'DELETE',
      path: GROUP,
      handle: ({ params }) => {
        const group = findSecurityGroup(world, params);
        if (members(group.id).length > 0) throw invalidRequest('group is in use. you cannot delete it.');
        if (group.projectDefault) throw invalidRequest('default group cannot be deleted');
        world.securityGroups.delete(group.id);
        return { status: 204 };
      },
    },
  ];
}
