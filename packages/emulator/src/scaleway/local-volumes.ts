import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { bytes, read, tags } from './arguments.js';
import { instanceDate } from './dates.js';
import { invalidArguments, invalidRequest } from './errors.js';
import { instanceFilter } from './listing.js';
import { instancePage } from './paging.js';
import type { LocalVolumeRecord } from './records.js';
import { there, type World } from './world.js';

const VOLUMES = '/instance/v1/zones/{zone}/volumes';
const VOLUME = `${VOLUMES}/{volume_id}`;
const createShape = z.object({
  name: z.string().nullish(),
  project: z.string().nullish(),
  tags: tags.nullish(),
  // b_ssd can no longer be made: block volumes have their own API (docs.scaleway.com, read 2026-06).
  volume_type: z.enum(['l_ssd', 'scratch']).nullish(),
  size: bytes.nullish(),
});
const updateShape = z.object({ name: z.string().nullish(), tags: tags.nullish(), size: bytes.nullish() });

type Wish = Pick<LocalVolumeRecord, 'zone' | 'project' | 'name' | 'size' | 'kind' | 'server'> & { tags?: string[] };

export function newLocalVolume(world: World, wish: Wish): LocalVolumeRecord {
  const id = randomUUID();
  const now = world.now();
  return world.localVolumes.put(id, { id, tags: [], ...wish, created: now, modified: now });
}

export function shownLocalVolume(world: World, volume: LocalVolumeRecord) {
  const server = volume.server === null ? undefined : world.servers.get(volume.server);
  return {
    id: volume.id,
    name: volume.name,
    volume_type: volume.kind,
    export_uri: null,
    organization: world.organizationId,
    project: volume.project,
    server: server ? { id: server.id, name: server.name } : null,
    size: volume.size,
    state: 'available',
    creation_date: instanceDate(volume.created),
    modification_date: instanceDate(volume.modified),
    tags: volume.tags,
    zone: volume.zone,
  };
}

/** The instance API's own volumes, on the hypervisor's disks. It does not know block volumes (recorded 2026-07: 404). */
export function localVolumes(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.localVolumes.get(params['volume_id']!), 'instance_volume', params['volume_id']!, params['zone']);
  const shown = (volume: LocalVolumeRecord) => shownLocalVolume(world, volume);
  return [
    {
      method: 'GET',
      path: VOLUMES,
      handle: (request) => {
        const matches = instanceFilter(world, request, 'instance_volume');
        const kind = request.query.get('volume_type');
        const wanted = world.localVolumes.filter(
          (volume) => volume.zone === request.params['zone'] && (!kind || volume.kind === kind) && matches(volume),
        );
        return instancePage(request, 'volumes', wanted, shown);
      },
    },
    {
      method: 'POST',
      path: VOLUMES,
      handle: (request) => {
        const given = read(request, createShape);
        if (!given.size) throw invalidArguments({ argument_name: 'size', reason: 'required' });
        const volume = newLocalVolume(world, {
          zone: request.params['zone']!,
          project: world.writable('instance_volume', given.project),
          name: given.name ?? '',
          size: given.size,
          kind: given.volume_type ?? 'l_ssd',
          server: null,
          tags: given.tags ?? [],
        });
        const headers = { Location: `${request.url.origin}${request.url.pathname}/${volume.id}` };
        return { status: 201, headers, body: { volume: shown(volume) } };
      },
    },
    { method: 'GET', path: VOLUME, handle: (request) => ({ status: 200, body: { volume: shown(find(request)) } }) },
    {
      method: 'PATCH',
      path: VOLUME,
      handle: (request) => {
        const volume = find(request);
        const given = read(request, updateShape);
        if (given.size && given.size !== volume.size) throw invalidRequest('l_ssd volumes cannot be resized');
        Object.assign(volume, {
          name: given.name ?? volume.name,
          tags: given.tags ?? volume.tags,
          modified: world.now(),
        });
        return { status: 200, body: { volume: shown(volume) } };
      },
    },
    {
      method: 'DELETE',
      path: VOLUME,
      handle: (request) => {
        const volume = find(request);
        if (volume.server !== null) throw invalidRequest('a server is attached to this volume');
        world.localVolumes.delete(volume.id);
        return { status: 204 };
      },
    },
  ];
}
