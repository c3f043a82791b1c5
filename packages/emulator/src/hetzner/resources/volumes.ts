import * as z from 'zod';
import type { Route } from '../../core/http.js';
import type { Action, ActionResource } from '../actions.js';
import { findLocation, locationNamed } from '../catalogue/locations.js';
import { HetznerError, invalidInput, limitExceeded } from '../errors.js';
import { id, labels, read, reference, volumeName } from '../input.js';
import { keepOneOf } from '../query/filter.js';
import type { Server, Volume } from '../records.js';
import { deleteRoute, protectionRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post, started } from '../routes.js';
import type { World } from '../world.js';

/** docs.hetzner.cloud, volumes, read 2026-11. */
const size = z.int().min(10, 'must be at least 10').max(10_240, 'must be at most 10240');
const createBody = z.object({
  name: volumeName,
  size,
  labels: labels.default({}),
  location: reference.optional(),
  server: id.optional(),
  format: z.enum(['ext4', 'xfs']).nullish(),
  automount: z.boolean().optional(),
});
const attachBody = z.object({ server: id, automount: z.boolean().optional() });
const resizeBody = z.object({ size });

/** docs.hetzner.com, cloud, volumes: at most 16 on a server. */
const MAX_ON_SERVER = 16;

export function volumeRoutes(world: World): Route[] {
  const kind: ResourceKind<Volume> & { type: 'volume' } = {
    path: '/volumes',
    one: 'volume',
    many: 'volumes',
    label: 'volume',
    type: 'volume',
    collection: world.volumes,
    view: () => viewVolume,
    list: (request, volumes) =>
      keepOneOf(request, volumes, 'status', ({ status }) => status, ['available', 'creating']),
  };
  const volumeOf = (action: Action) => world.volumes.get(Number(action.data['volume']));
  world.actions.onFinish('create_volume', (action) => {
    const volume = volumeOf(action);
    if (volume) volume.status = 'available';
  });
  world.actions.onFinish('attach_volume', (action) => {
    const volume = volumeOf(action);
    if (volume && world.servers.get(Number(action.data['server']))) volume.server = Number(action.data['server']);
  });
  world.actions.onFinish('detach_volume', (action) => {
    const volume = volumeOf(action);
    if (volume) volume.server = null;
  });
  world.actions.onFinish('resize_volume', (action) => {
    const volume = volumeOf(action);
    if (volume) volume.size = Number(action.data['size']);
  });

  return [
    ...readRoutes(world, kind),
    post('/volumes', (request) => {
      const body = read(request, createBody);
      world.mustBeUnique(world.volumes, 'volume', body.name);
      const server = body.server === undefined ? undefined : world.must(world.servers, 'server', body.server);
      if (!server && body.location === undefined)
        throw invalidInput({ location: 'either location or server must be given' });
      if (server && body.location !== undefined)
        throw invalidInput({ location: 'cannot be used together with server' });
      if (!server && body.automount) throw invalidInput({ automount: 'needs a server' });
      if (body.automount && !body.format) throw invalidInput({ automount: 'needs a format' });
      const location = server?.location ?? findLocation(body.location!)?.name;
      if (!location) throw invalidInput({ location: `location '${body.location}' not found` });
      if (server) mustTakeVolume(world, server);
      world.mustFit('volumes', 'volume', world.volumes.size);
      if (!world.context.inStock('volume', location)) {
        throw new HetznerError('no_space_left_in_location', 'no volume space left in location', null, 412);
      }
      if (server) world.actions.mustBeFree([{ id: server.id, type: 'server' }]);
      const volumeId = world.newId('volume');
      const volume = world.volumes.put(volumeId, {
        id: volumeId,
        name: body.name,
        created: world.now(),
        labels: body.labels,
        size: body.size,
        status: 'creating',
        format: body.format ?? null,
        location,
        server: null,
        protection: { delete: false },
      });
      const resources = [resourceOf(volume)];
      const action = world.actions.begin({
        command: 'create_volume',
        resources,
        locks: resources,
        data: { volume: volumeId },
      });
      const next = server ? [attach(world, volume, server, action)] : [];
      return created({
        volume: viewVolume(volume),
        action: world.show(action),
        next_actions: next.map((a) => world.show(a)),
      });
    }),
    updateRoute(world, kind, { name: volumeName }),
    deleteRoute(world, kind, (volume) => {
      if (volume.server !== null) {
        throw new HetznerError('resource_in_use', `volume with ID ${volume.id} is still attached to a server`);
      }
      world.actions.mustBeFree([resourceOf(volume)]);
    }),
    protectionRoute(world, kind),
    post('/volumes/{id}/actions/attach', (request) => {
      const volume = world.must(world.volumes, 'volume', request.params['id']!);
      const server = world.must(world.servers, 'server', read(request, attachBody).server);
      if (volume.server !== null)
        throw new HetznerError('volume_already_attached', 'volume is already attached to a server');
      if (volume.location !== server.location) {
        throw new HetznerError('invalid_input', 'volume and server must be in the same location');
      }
      mustTakeVolume(world, server);
      return started(world, attach(world, volume, server));
    }),
    post('/volumes/{id}/actions/detach', (request) => {
      const volume = world.must(world.volumes, 'volume', request.params['id']!);
      if (volume.server === null) throw new HetznerError('invalid_input', 'volume is not attached to a server');
      const resources: ActionResource[] = [{ id: volume.server, type: 'server' }, resourceOf(volume)];
      const data = { volume: volume.id };
      return started(world, world.actions.begin({ command: 'detach_volume', resources, locks: resources, data }));
    }),
    post('/volumes/{id}/actions/resize', (request) => {
      const volume = world.must(world.volumes, 'volume', request.params['id']!);
      const body = read(request, resizeBody);
      if (body.size <= volume.size)
        throw invalidInput({ size: `must be greater than the current size ${volume.size}` });
      const resources = [resourceOf(volume)];
      const data = { volume: volume.id, size: body.size };
      return started(world, world.actions.begin({ command: 'resize_volume', resources, locks: resources, data }));
    }),
  ];
}

export function resourceOf(volume: Volume): ActionResource {
  return { id: volume.id, type: 'volume' };
}

/** @throws HetznerError `resource_limit_exceeded` where the server has as many volumes as it can. */
export function mustTakeVolume(world: World, server: Server, more = 1): void {
  const attached = world.volumes.filter((volume) => volume.server === server.id).length;
  if (attached + more > MAX_ON_SERVER) throw limitExceeded('server volume');
}

export function attach(world: World, volume: Volume, server: Server, after?: Action): Action {
  const resources: ActionResource[] = [{ id: server.id, type: 'server' }, resourceOf(volume)];
  const data = { volume: volume.id, server: server.id };
  return world.actions.begin({ command: 'attach_volume', resources, locks: resources, data, after });
}

function viewVolume(volume: Volume): Record<string, unknown> {
  return {
    ...volume,
    location: locationNamed(volume.location),
    linux_device: `/dev/disk/by-id/scsi-0HC_Volume_${volume.id}`,
  };
}
