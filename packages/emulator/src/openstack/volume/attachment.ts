import { randomUUID } from 'node:crypto';
import type { Transitions } from '../../core/steps.js';
import type { Step } from '../durations.js';
import type { VolumeRecord } from '../records.js';
import type { World } from '../world.js';

/** Begins to attach a volume; it is in use when the step is over. */
export function attach(world: World, volume: VolumeRecord, to: { serverId: string; device: string }): void {
  volume.attachment = { id: randomUUID(), ...to, at: world.now() };
  set(world, volume, 'attaching');
  world.later('volume.attach', volume.id);
}

export function beginDetach(world: World, volume: VolumeRecord): void {
  set(world, volume, 'detaching');
  world.later('volume.detach', volume.id);
}

/** The volume is at no server any more. */
export function detach(world: World, id: string): void {
  const volume = world.volumes.get(id);
  if (!volume?.attachment) return;
  const server = world.servers.get(volume.attachment.serverId);
  if (server) server.volumes = server.volumes.filter(({ volumeId }) => volumeId !== id);
  volume.attachment = null;
  set(world, volume, 'available');
}

/** Begins to delete a volume. */
export function endVolume(world: World, id: string): void {
  const volume = world.volumes.get(id);
  if (!volume) return;
  set(world, volume, 'deleting');
  world.later('volume.delete', id);
}

export function volumeTransitions(world: World): Transitions<Step> {
  const settled = (id: string) => {
    const volume = world.volumes.get(id);
    if (volume && volume.status !== 'deleting') set(world, volume, volume.attachment ? 'in-use' : 'available');
  };
  return {
    'volume.create': settled,
    'volume.attach': settled,
    'volume.extend': settled,
    'volume.detach': (id) => detach(world, id),
    'volume.delete': (id) => {
      world.volumes.delete(id);
    },
    'snapshot.create': (id) => {
      const snapshot = world.snapshots.get(id);
      if (snapshot) snapshot.status = 'available';
    },
    'snapshot.delete': (id) => {
      world.snapshots.delete(id);
    },
  };
}

function set(world: World, volume: VolumeRecord, status: string): void {
  Object.assign(volume, { status, updated: world.now() });
}
