import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { localDate } from '../dates.js';
import { fault } from '../errors.js';
import { body } from '../input.js';
import { page } from '../listing.js';
import type { SnapshotRecord } from '../records.js';
import type { World } from '../world.js';

const text = z.string().max(255);
const shape = z.object({
  snapshot: z.looseObject({
    volume_id: text,
    name: text.nullish(),
    description: text.nullish(),
    force: z.union([z.boolean(), text]).optional(),
    metadata: z.record(text, text).nullish(),
  }),
});

export function snapshots(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.snapshots.get(params['id']!);
    if (!found) throw fault(404, `Snapshot ${params['id']} could not be found.`);
    return found;
  };
  const list = (request: CloudRequest) => {
    const of = request.query.get('volume_id');
    const all = world.snapshots.filter(({ volumeId }) => of === null || volumeId === of);
    return page(request, 'snapshots', all, (one: SnapshotRecord) => shown(world, one));
  };
  return [
    { method: 'GET', path: '/snapshots', handle: list },
    { method: 'GET', path: '/snapshots/detail', handle: list },
    {
      method: 'GET',
      path: '/snapshots/{id}',
      handle: (request) => ({ status: 200, body: { snapshot: shown(world, find(request)) } }),
    },
    {
      method: 'POST',
      path: '/snapshots',
      handle: (request) => {
        const { snapshot: given } = body(request, shape);
        const volume = world.volumes.get(given.volume_id);
        if (!volume) throw fault(404, `Volume ${given.volume_id} could not be found.`);
        if (!['available', 'in-use'].includes(volume.status))
          throw fault(
            400,
            `Invalid volume: Volume ${volume.id} status must be available or in-use, but current status is: ${volume.status}.`,
          );
        const id = randomUUID();
        const made = world.snapshots.put(id, {
          id,
          volumeId: volume.id,
          size: volume.size,
          created: world.now(),
          name: given.name ?? '',
          description: given.description ?? null,
          status: 'creating',
          metadata: given.metadata ?? {},
        });
        world.later('snapshot.create', id);
        return { status: 202, body: { snapshot: shown(world, made) } };
      },
    },
    {
      method: 'DELETE',
      path: '/snapshots/{id}',
      handle: (request) => {
        const snapshot = find(request);
        snapshot.status = 'deleting';
        world.later('snapshot.delete', snapshot.id);
        return { status: 202 };
      },
    },
  ];
}

function shown({ projectId }: World, one: SnapshotRecord) {
  return {
    id: one.id,
    volume_id: one.volumeId,
    name: one.name,
    description: one.description,
    status: one.status,
    size: one.size,
    created_at: localDate(one.created),
    updated_at: localDate(one.created),
    metadata: one.metadata,
    'os-extended-snapshot-attributes:project_id': projectId,
    'os-extended-snapshot-attributes:progress': one.status === 'available' ? '100%' : '0%',
  };
}
