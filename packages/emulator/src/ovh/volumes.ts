import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import type { Step } from './durations.js';
import { badRequest, notFound } from './errors.js';
import { date, read } from './input.js';
import type { SnapshotRecord, VolumeRecord } from './records.js';
import { knownRegion } from './regions.js';
import type { World } from './world.js';

const VOLUMES = '/cloud/project/{serviceName}/volume';
const VOLUME = `${VOLUMES}/{volumeId}`;

/** Types with what a GB and hour costs, net EUR: an example's prices, of the right order and no more. */
export const VOLUME_TYPES = [
  { name: 'classic', gbHour: 0.000057 },
  { name: 'high-speed', gbHour: 0.000114 },
  { name: 'high-speed-gen2', gbHour: 0.000116 },
] as const;
const TYPES = [
  'classic',
  'classic-luks',
  'classic-multiattach',
  'high-speed',
  'high-speed-gen2',
  'high-speed-gen2-luks',
  'high-speed-luks',
] as const;

const text = z.string().max(255).nullish();
const createShape = z.object({
  name: text,
  description: text,
  region: z.string(),
  size: z.int().min(1).max(12_288),
  type: z.enum(TYPES),
  imageId: z.string().nullish(),
  snapshotId: z.string().nullish(),
});
const updateShape = z.object({ name: text, description: text });
const instanceShape = z.object({ instanceId: z.string() });

/** Block volumes of Cinder, and their snapshots. */
export function volumes(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.volumes.get(params['volumeId']!);
    if (!found) throw notFound('Volume does not exist');
    return found;
  };
  const begin = (volume: VolumeRecord, from: VolumeRecord['status'], to: VolumeRecord['status']) => {
    if (volume.status !== from)
      throw badRequest(
        `Invalid volume: Volume ${volume.id} status must be ${from} but current status is: ${volume.status}`,
      );
    volume.status = to;
  };
  const ok = (volume: VolumeRecord) => ({ status: 200, body: shown(volume) });
  return [
    {
      method: 'GET',
      path: VOLUMES,
      handle: ({ query }) => {
        const region = query.get('region');
        return { status: 200, body: world.volumes.filter((one) => !region || one.region === region).map(shown) };
      },
    },
    {
      method: 'POST',
      path: VOLUMES,
      handle: (request) => {
        const given = read(request, createShape);
        const region = knownRegion(given.region).name;
        if (given.snapshotId && !world.snapshots.get(given.snapshotId)) throw badRequest('Invalid snapshotId');
        world.checkQuota('volumes', world.volumes.size);
        const gigabytes = world.volumes.list().reduce((sum, { size }) => sum + size, 0);
        world.checkQuota('gigabytes', gigabytes, given.size);
        const id = randomUUID();
        const record: VolumeRecord = {
          id,
          name: given.name ?? '',
          description: given.description ?? '',
          region,
          type: given.type,
          size: given.size,
          status: 'creating',
          attachedTo: [],
          bootable: Boolean(given.imageId),
          created: world.now(),
        };
        world.later('volume.create', id);
        return ok(world.volumes.put(id, record));
      },
    },
    { method: 'GET', path: VOLUME, handle: (request) => ok(find(request)) },
    {
      method: 'PUT',
      path: VOLUME,
      handle: (request) => {
        const volume = find(request);
        const { name, description } = read(request, updateShape);
        Object.assign(volume, { name: name ?? volume.name, description: description ?? volume.description });
        return ok(volume);
      },
    },
    {
      method: 'DELETE',
      path: VOLUME,
      handle: (request) => {
        const volume = find(request);
        if (world.snapshots.find(({ volumeId }) => volumeId === volume.id))
          throw badRequest(`Invalid volume: Volume ${volume.id} has dependent snapshots`);
        begin(volume, 'available', 'deleting');
        world.later('volume.delete', volume.id);
        return { status: 200, body: null };
      },
    },
    {
      method: 'POST',
      path: `${VOLUME}/attach`,
      handle: (request) => {
        const volume = find(request);
        const instance = world.instances.get(read(request, instanceShape).instanceId);
        if (!instance || instance.region !== volume.region)
          throw badRequest('Invalid instanceId: instance does not exist in the region of the volume');
        begin(volume, 'available', 'attaching');
        volume.attachedTo = [instance.id];
        world.later('volume.attach', volume.id);
        return ok(volume);
      },
    },
    {
      method: 'POST',
      path: `${VOLUME}/detach`,
      handle: (request) => {
        const volume = find(request);
        const { instanceId } = read(request, instanceShape);
        if (!volume.attachedTo.includes(instanceId))
          throw badRequest('Invalid instanceId: the volume is not attached to it');
        begin(volume, 'in-use', 'detaching');
        world.later('volume.detach', volume.id);
        return ok(volume);
      },
    },
    {
      method: 'POST',
      path: `${VOLUME}/upsize`,
      handle: (request) => {
        const volume = find(request);
        const { size } = read(request, z.object({ size: z.int() }));
        if (size <= volume.size)
          throw badRequest(
            `Invalid input received: New size for extend must be greater than current size. (current: ${volume.size}, extended: ${size})`,
          );
        begin(volume, 'available', 'extending');
        volume.size = size;
        world.later('volume.extend', volume.id);
        return ok(volume);
      },
    },
    {
      method: 'POST',
      path: `${VOLUME}/snapshot`,
      handle: (request) => {
        const volume = find(request);
        const { name, description } = read(request, updateShape);
        const id = randomUUID();
        const { region, size } = volume;
        const record: SnapshotRecord = {
          id,
          volumeId: volume.id,
          region,
          size,
          name: name ?? '',
          description: description ?? '',
          status: 'creating',
          created: world.now(),
        };
        world.later('volume.snapshot', id);
        return { status: 200, body: shownSnapshot(world.snapshots.put(id, record)) };
      },
    },
    ...snapshots(world),
  ];
}

function snapshots(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.snapshots.get(params['snapshotId']!);
    if (!found) throw notFound('Snapshot does not exist');
    return found;
  };
  return [
    {
      method: 'GET',
      path: `${VOLUMES}/snapshot`,
      handle: () => ({ status: 200, body: world.snapshots.list().map(shownSnapshot) }),
    },
    {
      method: 'GET',
      path: `${VOLUMES}/snapshot/{snapshotId}`,
      handle: (request) => ({ status: 200, body: shownSnapshot(find(request)) }),
    },
    {
      method: 'DELETE',
      path: `${VOLUMES}/snapshot/{snapshotId}`,
      handle: (request) => {
        world.snapshots.delete(find(request).id);
        return { status: 200, body: null };
      },
    },
  ];
}

export function volumeTransitions(world: World): Transitions<Step> {
  const settle = (more: Partial<VolumeRecord>) => (id: string) => {
    const volume = world.volumes.get(id);
    if (volume) Object.assign(volume, more);
  };
  return {
    'volume.create': settle({ status: 'available' }),
    'volume.attach': settle({ status: 'in-use' }),
    'volume.detach': settle({ status: 'available', attachedTo: [] }),
    'volume.extend': settle({ status: 'available' }),
    'volume.delete': (id) => void world.volumes.delete(id),
    'volume.snapshot': (id) => {
      const snapshot = world.snapshots.get(id);
      if (snapshot) snapshot.status = 'available';
    },
  };
}

function shown({ id, name, description, region, type, size, status, attachedTo, bootable, created }: VolumeRecord) {
  return {
    id,
    name,
    description,
    region,
    availabilityZone: null,
    type,
    size,
    status,
    // While it is attached Cinder does not tell yet to what.
    attachedTo: status === 'attaching' ? [] : [...attachedTo],
    bootable,
    planCode: `volume.${type}.consumption`,
    creationDate: date(created),
  };
}

function shownSnapshot({ id, volumeId, region, name, description, size, status, created }: SnapshotRecord) {
  return { id, volumeId, region, name, description, size, status, planCode: null, creationDate: date(created) };
}
