import * as z from 'zod';
import type { Route } from '../../core/http.js';
import { HetznerError } from '../errors.js';
import { labels, name, read } from '../input.js';
import { keepOneOf } from '../query/filter.js';
import type { PlacementGroup } from '../records.js';
import { deleteRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post } from '../routes.js';
import { placementGroupViewer } from '../views/placement-group.js';
import type { World } from '../world.js';

const createBody = z.object({ name, type: z.literal('spread'), labels: labels.default({}) });

/** docs.hetzner.com, cloud, placement groups: at most ten servers in a spread group. */
const MAX_SERVERS = 10;

export function placementGroupRoutes(world: World): Route[] {
  const kind: ResourceKind<PlacementGroup> = {
    path: '/placement_groups',
    one: 'placement_group',
    many: 'placement_groups',
    label: 'placement group',
    collection: world.placementGroups,
    view: () => placementGroupViewer(world),
    list: (request, groups) => keepOneOf(request, groups, 'type', ({ type }) => type, ['spread']),
  };
  return [
    ...readRoutes(world, kind),
    post('/placement_groups', (request) => {
      const body = read(request, createBody);
      world.mustBeUnique(world.placementGroups, 'placement group', body.name);
      world.mustFit('placement_groups', 'placement group', world.placementGroups.size);
      const id = world.newId('placement_group');
      const group = world.placementGroups.put(id, { id, ...body, created: world.now() });
      return created({ placement_group: kind.view()(group), action: null });
    }),
    updateRoute(world, kind),
    deleteRoute(world, kind, (group) => {
      const used = world.servers.find((server) => server.placement_group === group.id);
      if (used) throw new HetznerError('resource_in_use', `placement group with ID ${group.id} is still in use`);
    }),
  ];
}

/** @throws HetznerError `not_found`, or `placement_error` where the group is full. */
export function mustHaveRoom(world: World, groupId: number): PlacementGroup {
  const group = world.must(world.placementGroups, 'placement group', groupId);
  const members = world.servers.filter((server) => server.placement_group === groupId).length;
  if (members >= MAX_SERVERS)
    throw new HetznerError('placement_error', 'error during placement: placement group is full');
  return group;
}
