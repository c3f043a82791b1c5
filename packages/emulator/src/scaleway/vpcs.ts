import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { date } from './dates.js';
import { preconditionFailed, stillInUse } from './errors.js';
import { stableId } from './ids.js';
import { filter, flag, sorted } from './listing.js';
import { REGIONS } from './localities.js';
import { page } from './paging.js';
import type { VpcRecord } from './records.js';
import { there, type World } from './world.js';

const VPCS = '/vpc/v2/regions/{region}/vpcs';
const createShape = z.object({ name: text(), project_id: z.string().nullish(), tags: tags.nullish() });
const updateShape = z.object({ name: z.string().nullish(), tags: tags.nullish() });

/** The VPC that every project has in every region from the start. */
export function defaultVpc(world: World, region: string, project: string): VpcRecord {
  return world.vpcs.find((vpc) => vpc.isDefault && vpc.region === region && vpc.project === project)!;
}

export function seedVpcs(world: World, project: string): void {
  for (const region of REGIONS) {
    const id = stableId('default vpc', region, project);
    if (!world.vpcs.get(id))
      create(world, region, { id, name: 'default', project, tags: ['default'], isDefault: true });
  }
}

type Given = Pick<VpcRecord, 'id' | 'name' | 'project' | 'tags' | 'isDefault'>;

function create(world: World, region: string, given: Given): VpcRecord {
  const now = world.now();
  // Routing is on in every new VPC, whatever was asked for (recorded 2026-07).
  return world.vpcs.put(given.id, { region, ...given, customRoutes: !given.isDefault, created: now, updated: now });
}

export function vpcs(world: World): Route[] {
  const find = (params: Readonly<Record<string, string>>) =>
    there(world.vpcs.get(params['vpc_id']!), 'vpc', params['vpc_id']!, params['region']);
  const shown = (vpc: VpcRecord) => ({
    id: vpc.id,
    name: vpc.name,
    tags: vpc.tags,
    organization_id: world.organizationId,
    created_at: date(vpc.created),
    updated_at: date(vpc.updated),
    project_id: vpc.project,
    is_default: vpc.isDefault,
    private_network_count: world.privateNetworks.filter((network) => network.vpc === vpc.id).length,
    routing_enabled: true,
    custom_routes_propagation_enabled: vpc.customRoutes,
    transitivity_enabled: false,
    s3_integration_enabled: false,
    region: vpc.region,
  });
  return [
    {
      method: 'GET',
      path: VPCS,
      handle: (request) => {
        const region = request.params['region']!;
        const matches = filter(world, request, 'vpc');
        const isDefault = flag(request.query, 'is_default');
        const routing = flag(request.query, 'routing_enabled');
        const wanted = world.vpcs.filter(
          (vpc) =>
            vpc.region === region &&
            (isDefault === undefined || vpc.isDefault === isDefault) &&
            routing !== false &&
            matches(vpc),
        );
        const keys = { created_at: (vpc: VpcRecord) => vpc.created, name: (vpc: VpcRecord) => vpc.name };
        return page(request, 'vpcs', sorted(wanted, request, 'order_by', 'created_at_asc', keys), shown);
      },
    },
    {
      method: 'POST',
      path: VPCS,
      handle: (request) => {
        const given = read(request, createShape);
        const project = world.writable('vpc', given.project_id);
        world.checkQuota('vpcs', world.vpcs.size);
        const wanted = { id: randomUUID(), name: given.name, project, tags: given.tags ?? [], isDefault: false };
        return { status: 200, body: shown(create(world, request.params['region']!, wanted)) };
      },
    },
    { method: 'GET', path: `${VPCS}/{vpc_id}`, handle: ({ params }) => ({ status: 200, body: shown(find(params)) }) },
    {
      method: 'PATCH',
      path: `${VPCS}/{vpc_id}`,
      handle: (request) => {
        const vpc = find(request.params);
        const given = read(request, updateShape);
        Object.assign(vpc, { name: given.name ?? vpc.name, tags: given.tags ?? vpc.tags, updated: world.now() });
        return { status: 200, body: shown(vpc) };
      },
    },
    {
      method: 'POST',
      path: `${VPCS}/{vpc_id}/enable-routing`,
      handle: ({ params }) => ({ status: 200, body: shown(find(params)) }),
    },
    {
      method: 'POST',
      path: `${VPCS}/{vpc_id}/enable-custom-routes-propagation`,
      handle: ({ params }) => {
        const vpc = Object.assign(find(params), { customRoutes: true, updated: world.now() });
        return { status: 200, body: shown(vpc) };
      },
    },
    {
      method: 'DELETE',
      path: `${VPCS}/{vpc_id}`,
      handle: ({ params }) => {
        const vpc = find(params);
        if (vpc.isDefault) throw preconditionFailed('unknown_precondition', 'the default VPC cannot be deleted');
        if (world.privateNetworks.find((network) => network.vpc === vpc.id)) {
          throw stillInUse('VPC must be empty to be deleted');
        }
        world.vpcs.delete(vpc.id);
        return { status: 204 };
      },
    },
  ];
}
