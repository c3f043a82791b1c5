import type { StorageRecord } from './records.js';
import type { World } from './world.js';

/** `2025-03-11T11:32:50Z` */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** As lists show it. What a storage does not have is left out, not null. */
export function storageInList(storage: StorageRecord): Record<string, unknown> {
  const { access, encrypted, labels, size, state, title, type, uuid, zone, tier, origin, templateType, created } =
    storage;
  return {
    access,
    ...(access === 'private' ? { created: timestamp(created) } : {}),
    encrypted,
    labels,
    license: 0,
    ...(origin === null ? {} : { origin }),
    size,
    state,
    ...(templateType === null ? {} : { template_type: templateType }),
    ...(tier === '' ? {} : { tier }),
    title,
    type,
    uuid,
    ...(zone === '' ? {} : { zone }),
  };
}

/** With what the details add: the servers that have it, its backups and when they are made. */
export function storageInFull(world: World, storage: StorageRecord): Record<string, unknown> {
  const normal = storage.type === 'normal';
  const backups = world.storages.filter(({ origin, type }) => type === 'backup' && origin === storage.uuid);
  return {
    ...storageInList(storage),
    ...(normal ? { backup_rule: storage.backupRule, backups: { backup: backups.map(({ uuid }) => uuid) } } : {}),
    servers: { server: serversOf(world, storage.uuid) },
  };
}

export function serversOf(world: World, storage: string): string[] {
  return world.servers.filter(({ devices }) => devices.some((one) => one.storage === storage)).map(({ uuid }) => uuid);
}
