import type { ActionResource } from '../../actions.js';
import { keepOneOf } from '../../query/filter.js';
import type { Server, ServerStatus } from '../../records.js';
import type { ResourceKind } from '../../resource.js';
import { serverViewer } from '../../views/server.js';
import type { World } from '../../world.js';

const STATUSES: readonly ServerStatus[] = [
  'running',
  'initializing',
  'starting',
  'stopping',
  'off',
  'deleting',
  'migrating',
  'rebuilding',
  'unknown',
];

export function serverKind(world: World): ResourceKind<Server> & { type: 'server' } {
  return {
    path: '/servers',
    one: 'server',
    many: 'servers',
    label: 'server',
    type: 'server',
    collection: world.servers,
    view: () => serverViewer(world),
    list: (request, servers) => keepOneOf(request, servers, 'status', ({ status }) => status, STATUSES),
  };
}

export function resourceOf(server: Server): ActionResource {
  return { id: server.id, type: 'server' };
}
