import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { settled } from './block-volumes.js';
import { date } from './dates.js';
import { transientState } from './errors.js';
import { filter, sorted } from './listing.js';
import { page } from './paging.js';
import type { BlockSnapshotRecord } from './records.js';
import { volumeType } from './volume-types.data.js';
import { type Transitions, there, type World } from './world.js';

const SNAPSHOTS = '/block/v1/zones/{zone}/snapshots';
const SNAPSHOT = `${SNAPSHOTS}/{snapshot_id}`;
const createShape = z.object({
  volume_id: text(),
  name: z.string().nullish(),
  project_id: z.string().nullish(),
  tags: tags.nullish(),
});
const updateShape = z.object({ name: z.string().nullish(), tags: tags.nullish() });

export function blockSnapshotTransitions(world: World): Transitions {
  return {
    'snapshot.create': (id) => {
      const snapshot = world.blockSnapshots.get(id);
      if (snapshot) Object.assign(snapshot, { status: 'available', updated: world.now() });
    },
  };
}

export function blockSnapshots(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.blockSnapshots.get(params['snapshot_id']!), 'snapshot', params['snapshot_id']!, params['zone']);
  const parent = ({ parent: known }: BlockSnapshotRecord) => {
    const volume = known && world.blockVolumes.get(known.id);
    return volume ? { ...known, name: volume.name, status: volume.status } : null;
  };
  const shown = (snapshot: BlockSnapshotRecord) => ({
    id: snapshot.id,
    name: snapshot.name,
    parent_volume: parent(snapshot),
    size: snapshot.size,
    project_id: snapshot.project,
    created_at: date(snapshot.created),
    updated_at: date(snapshot.updated),
    references: [],
    status: snapshot.status,
    tags: snapshot.tags,
    class: 'sbs',
    public: false,
    zone: snapshot.zone,
  });
  return [
    {
      method: 'GET',
      path: SNAPSHOTS,
      handle: (request) => {
        const matches = filter(world, request, 'snapshot');
        const volume = request.query.get('volume_id');
        const wanted = world.blockSnapshots.filter(
          (snapshot) =>
            snapshot.zone === request.params['zone'] &&
            (!volume || snapshot.parent?.id === volume) &&
            matches(snapshot),
        );
        const keys = { created_at: (s: BlockSnapshotRecord) => s.created, name: (s: BlockSnapshotRecord) => s.name };
        return page(request, 'snapshots', sorted(wanted, request, 'order_by', 'created_at_asc', keys), shown);
      },
    },
    {
      method: 'POST',
      path: SNAPSHOTS,
      handle: (request) => {
        const given = read(request, createShape);
        const zone = request.params['zone']!;
        const volume = settled(there(world.blockVolumes.get(given.volume_id), 'volume', given.volume_id, zone));
        const project = world.writable('snapshot', given.project_id);
        const now = world.now();
        const id = randomUUID();
        const snapshot = world.blockSnapshots.put(id, {
          id,
          zone,
          project,
          name: given.name ?? '',
          size: volume.size,
          tags: given.tags ?? [],
          status: 'creating',
          parent: { id: volume.id, name: volume.name, type: volumeType(volume.iops)!.type },
          created: now,
          updated: now,
        });
        world.later('snapshot.create', id);
        return { status: 200, body: shown(snapshot) };
      },
    },
    { method: 'GET', path: SNAPSHOT, handle: (request) => ({ status: 200, body: shown(find(request)) }) },
    {
      method: 'PATCH',
      path: SNAPSHOT,
      handle: (request) => {
        const snapshot = find(request);
        const given = read(request, updateShape);
        Object.assign(snapshot, {
          name: given.name ?? snapshot.name,
          tags: given.tags ?? snapshot.tags,
          updated: world.now(),
        });
        return { status: 200, body: shown(snapshot) };
      },
    },
    {
      method: 'DELETE',
      path: SNAPSHOT,
      handle: (request) => {
        const snapshot = find(request);
        if (snapshot.status !== 'available') throw transientState('snapshot', snapshot.id, snapshot.status);
        world.blockSnapshots.delete(snapshot.id);
        return { status: 204 };
      },
    },
  ];
}
