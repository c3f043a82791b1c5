import * as z from 'zod';
import type { Route } from '../../../core/http.js';
import { serverTypeOf } from '../../catalogue/server-types.js';
import { HetznerError } from '../../errors.js';
import { id, read, reference } from '../../input.js';
import type { World } from '../../world.js';
import { mustHaveRoom } from '../placement-groups.js';
import { mustBeOff } from '../primary-ips.js';
import { serverAction, serverOf } from './action.js';
import { mustBeInStock, mustBeOffered, usableType } from './placement.js';
import { resourceOf } from './resource.js';

const typeBody = z.object({ server_type: reference, upgrade_disk: z.boolean() });
const groupBody = z.object({ placement_group: id });

/** Actions that change what the server runs on. */
export function typeActions(world: World): Route[] {
  world.actions.onFinish('change_server_type', (action) => {
    const server = serverOf(world, action);
    if (!server) return;
    server.server_type = Number(action.data['server_type']);
    server.primary_disk_size = Number(action.data['disk']);
    server.status = 'running'; // "copies the content of its disk, and starts it again" (docs.hetzner.cloud, read 2026-11)
  });
  world.actions.onFinish('add_to_placement_group', (action) => {
    const server = serverOf(world, action);
    if (server) server.placement_group = Number(action.data['placement_group']);
  });
  world.actions.onFinish('remove_from_placement_group', (action) => {
    const server = serverOf(world, action);
    if (server) server.placement_group = null;
  });

  return [
    serverAction(world, 'change_type', (server, request) => {
      const body = read(request, typeBody);
      const wanted = usableType(body.server_type);
      const current = serverTypeOf(server.server_type);
      mustBeOff(server);
      if (wanted.id === current.id)
        throw new HetznerError('invalid_server_type', 'server already has this server type');
      if (wanted.architecture !== current.architecture) {
        throw new HetznerError('invalid_server_type', 'server type is of another architecture');
      }
      if (wanted.disk < server.primary_disk_size) {
        throw new HetznerError('invalid_server_type', 'disk of server type is smaller than that of the server');
      }
      mustBeOffered(world, wanted, server.location);
      mustBeInStock(world, wanted, server.location);
      const disk = body.upgrade_disk ? wanted.disk : server.primary_disk_size;
      return {
        plan: { command: 'change_server_type', data: { server_type: wanted.id, disk } },
        meanwhile: () => {
          server.status = 'migrating';
        },
      };
    }),
    serverAction(world, 'add_to_placement_group', (server, request) => {
      const body = read(request, groupBody);
      mustBeOff(server);
      if (server.placement_group !== null)
        throw new HetznerError('invalid_input', 'server is already in a placement group');
      const group = mustHaveRoom(world, body.placement_group);
      return {
        plan: {
          command: 'add_to_placement_group',
          resources: [resourceOf(server), { id: group.id, type: 'placement_group' }],
          data: { placement_group: group.id },
        },
      };
    }),
    serverAction(world, 'remove_from_placement_group', (server) => {
      if (server.placement_group === null)
        throw new HetznerError('invalid_input', 'server is not in a placement group');
      return { plan: { command: 'remove_from_placement_group' } };
    }),
    serverAction(world, 'change_protection', (server, request) => {
      const body = read(request, z.object({ delete: z.boolean().optional(), rebuild: z.boolean().optional() }));
      const protection = {
        delete: body.delete ?? server.protection.delete,
        rebuild: body.rebuild ?? server.protection.rebuild,
      };
      // docs.hetzner.cloud, servers, read 2026-11: both must have the same value.
      if (protection.delete !== protection.rebuild) {
        throw new HetznerError('invalid_input', 'delete and rebuild protection must have the same value');
      }
      server.protection = protection;
      return { plan: { command: 'change_protection' } };
    }),
  ];
}
