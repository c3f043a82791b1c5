import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { read, tags } from './arguments.js';
import { date } from './dates.js';
import { invalidArguments, notValid, stillInUse, transientState } from './errors.js';
import { filter, sorted } from './listing.js';
import { euros } from './money.js';
import { page } from './paging.js';
import type { BlockVolumeRecord } from './records.js';
import { VOLUME_TYPES, volumeType } from './volume-types.data.js';
import { type Transitions, there, type World } from './world.js';

const ZONE = '/block/v1/zones/{zone}';
const VOLUMES = `${ZONE}/volumes`;
const VOLUME = `${VOLUMES}/{volume_id}`;
const GB = 1e9;
/** 1 GB to 10 TB, in steps of 1 GB (npm @scaleway/sdk-block 1.3.0). */
const size = z
  .int()
  .min(GB)
  .max(10_000 * GB)
  .multipleOf(GB);
const iops = z.int().refine((value) => volumeType(value) !== undefined, 'must be 5000 or 15000');
const createShape = z.object({
  name: z.string().nullish(),
  perf_iops: iops.nullish(),
  project_id: z.string().nullish(),
  from_empty: z.object({ size }).nullish(),
  from_snapshot: z.object({ snapshot_id: z.string(), size: size.nullish() }).nullish(),
  tags: tags.nullish(),
});
const updateShape = z.object({
  name: z.string().nullish(),
  size: size.nullish(),
  tags: tags.nullish(),
  perf_iops: iops.nullish(),
});

type Wish = Pick<BlockVolumeRecord, 'zone' | 'project' | 'name' | 'size' | 'iops' | 'snapshot' | 'status'> & {
  tags?: string[];
};

export function newBlockVolume(world: World, wish: Wish): BlockVolumeRecord {
  const now = world.now();
  const id = randomUUID();
  const rest = { reference: null, wanted: {}, created: now, updated: now, lastDetached: null };
  return world.blockVolumes.put(id, { id, tags: [], ...wish, ...rest });
}

export function blockVolumeTransitions(world: World): Transitions {
  return {
    'volume.create': (id) => {
      const volume = world.blockVolumes.get(id);
      if (volume?.status === 'creating') Object.assign(volume, { status: 'available', updated: world.now() });
    },
    'volume.update': (id) => {
      const volume = world.blockVolumes.get(id);
      if (!volume) return;
      const status = volume.reference ? 'in_use' : 'available';
      Object.assign(volume, { ...volume.wanted, wanted: {}, status, updated: world.now() });
    },
  };
}

/** @throws Refusal while something is under way with the volume. */
export function settled(volume: BlockVolumeRecord): BlockVolumeRecord {
  const { reference, status, id } = volume;
  if (status !== 'available' && status !== 'in_use') throw transientState('volume', id, status);
  if (reference && reference.status !== 'attached') throw transientState('volume', id, reference.status);
  return volume;
}

export function blockVolumes(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.blockVolumes.get(params['volume_id']!), 'volume', params['volume_id']!, params['zone']);
  const shown = ({ reference, ...volume }: BlockVolumeRecord) => ({
    id: volume.id,
    name: volume.name,
    type: volumeType(volume.iops)!.type,
    size: volume.size,
    project_id: volume.project,
    created_at: date(volume.created),
    updated_at: date(volume.updated),
    references: reference
      ? [
          {
            id: reference.id,
            product_resource_type: 'instance_server',
            product_resource_id: reference.server,
            created_at: date(reference.created),
            type: 'exclusive',
            status: reference.status,
          },
        ]
      : [],
    parent_snapshot_id: volume.snapshot,
    status: volume.status,
    tags: volume.tags,
    specs: { perf_iops: volume.iops, class: 'sbs' },
    last_detached_at: volume.lastDetached === null ? null : date(volume.lastDetached),
    kms_key_id: null,
    zone: volume.zone,
  });
  const sizeOf = (zone: string, given: z.output<typeof createShape>): number => {
    const { from_empty: empty, from_snapshot: from } = given;
    if (empty) return empty.size;
    if (!from) throw invalidArguments({ argument_name: 'from_empty', reason: 'required' });
    const snapshot = there(world.blockSnapshots.get(from.snapshot_id), 'snapshot', from.snapshot_id, zone);
    if (snapshot.status !== 'available') throw transientState('snapshot', snapshot.id, snapshot.status);
    if (from.size && from.size < snapshot.size) throw notValid('from_snapshot.size', 'smaller than the snapshot');
    return from.size ?? snapshot.size;
  };
  return [
    {
      method: 'GET',
      path: `${ZONE}/volume-types`,
      handle: (request) =>
        page(request, 'volume_types', VOLUME_TYPES, (known) => ({
          type: known.type,
          pricing: euros(known.eurPerGbHour),
          snapshot_pricing: euros(known.snapshotEurPerGbHour),
          specs: { perf_iops: known.iops, class: 'sbs' },
        })),
    },
    {
      method: 'GET',
      path: VOLUMES,
      handle: (request) => {
        const matches = filter(world, request, 'volume');
        const user = request.query.get('product_resource_id');
        const wanted = world.blockVolumes.filter(
          (volume) =>
            volume.zone === request.params['zone'] && (!user || volume.reference?.server === user) && matches(volume),
        );
        return page(request, 'volumes', sorted(wanted, request, 'order_by', 'created_at_asc', ORDER), shown);
      },
    },
    {
      method: 'POST',
      path: VOLUMES,
      handle: (request) => {
        const given = read(request, createShape);
        const zone = request.params['zone']!;
        const project = world.writable('volume', given.project_id);
        if (!given.perf_iops) throw invalidArguments({ argument_name: 'perf_iops', reason: 'required' });
        world.checkQuota('volumes', world.blockVolumes.size);
        const volume = newBlockVolume(world, {
          zone,
          project,
          name: given.name ?? '',
          size: sizeOf(zone, given),
          iops: given.perf_iops,
          tags: given.tags ?? [],
          snapshot: given.from_snapshot?.snapshot_id ?? null,
          status: 'creating',
        });
        world.later('volume.create', volume.id);
        return { status: 200, body: shown(volume) };
      },
    },
    { method: 'GET', path: VOLUME, handle: (request) => ({ status: 200, body: shown(find(request)) }) },
    {
      method: 'PATCH',
      path: VOLUME,
      handle: (request) => {
        const volume = find(request);
        const given = read(request, updateShape);
        const wanted = {
          ...(given.size && given.size !== volume.size ? { size: given.size } : {}),
          ...(given.perf_iops && given.perf_iops !== volume.iops ? { iops: given.perf_iops } : {}),
        };
        if (wanted.size && wanted.size < volume.size) throw notValid('size', 'a volume can only grow');
        const slow = wanted.size !== undefined || wanted.iops !== undefined;
        if (slow) settled(volume);
        Object.assign(volume, { name: given.name ?? volume.name, tags: given.tags ?? volume.tags });
        if (slow) {
          // New size and speed show when the update is over; the date too (recorded 2026-05).
          Object.assign(volume, { status: 'updating', wanted });
          world.later('volume.update', volume.id);
        } else volume.updated = world.now();
        return { status: 200, body: shown(volume) };
      },
    },
    {
      method: 'DELETE',
      path: VOLUME,
      handle: (request) => {
        const volume = settled(find(request));
        if (volume.reference) throw stillInUse('volume must be detached to be deleted');
        world.blockVolumes.delete(volume.id);
        return { status: 204 };
      },
    },
  ];
}

const ORDER = {
  created_at: (volume: BlockVolumeRecord) => volume.created,
  name: (volume: BlockVolumeRecord) => volume.name,
};
