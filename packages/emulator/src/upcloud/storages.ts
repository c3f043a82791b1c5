import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { mustBeZone } from './catalogue/zones.js';
import { conflict, invalid, stateIllegal } from './errors.js';
import { idOf, newId } from './ids.js';
import { count, read, text, yesNo } from './input.js';
import { givenLabels, labelled, labelsShape, paged } from './labels.js';
import type { StorageRecord } from './records.js';
import { accepted, created, get, gone, listed, ok, post, put, remove } from './routes.js';
import { serversOf, storageInFull, storageInList } from './storage-view.js';
import type { Transitions, World } from './world.js';

const SMALLEST = 10;
const LARGEST = 4096;
const TIERS = z.enum(['maxiops', 'standard', 'hdd']);
const backupRule = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));
const createShape = z.object({
  size: count,
  title: text,
  zone: text,
  tier: TIERS.default('hdd'),
  encrypted: yesNo.default('no'),
  backup_rule: backupRule.default({}),
  labels: labelsShape.optional(),
});
const modifyShape = z.object({
  size: count.optional(),
  title: text.min(1).optional(),
  backup_rule: backupRule.optional(),
  labels: labelsShape.optional(),
});
const copyShape = z.object({ title: text, zone: text.optional(), tier: TIERS.optional(), encrypted: yesNo.optional() });
const titled = z.object({ title: text });

export const storageTransitions = (world: World): Transitions => {
  const online = (target: string) => {
    const storage = world.storages.get(target);
    if (storage) storage.state = 'online';
  };
  return {
    'storage.create': online,
    'storage.clone': online,
    'storage.detach': online,
    'storage.resize': online,
    'storage.backup': online,
  };
};

export const storageRecord = (world: World, given: Partial<StorageRecord>): StorageRecord => ({
  uuid: newId('storage'),
  zone: '',
  title: '',
  type: 'normal',
  access: 'private',
  state: 'online',
  size: SMALLEST,
  tier: 'maxiops',
  encrypted: 'no',
  labels: [],
  origin: null,
  templateType: null,
  backupRule: {},
  created: world.now(),
  ...given,
});

/** @throws Refusal for a size that is not sold */
export function mustBeSize(size: number): number {
  if (size < SMALLEST || size > LARGEST) throw invalid('size', `The size must be ${SMALLEST} to ${LARGEST}.`);
  return size;
}

export function storages(world: World): Route[] {
  const one = ({ params }: CloudRequest) => world.storage(idOf(params['uuid'], 'storage'));
  /** One of the account's own, on which nothing is under way. */
  const own = (request: CloudRequest) => {
    const storage = one(request);
    if (storage.access === 'public') throw conflict('STORAGE_FORBIDDEN', 'The storage belongs to UpCloud.');
    if (storage.state !== 'online') throw stateIllegal('storage', storage.state);
    return storage;
  };
  const list = (test: (storage: StorageRecord) => boolean) => (request: CloudRequest) => {
    const { query } = request;
    const wanted = world
      .allStorages()
      .filter(test)
      .filter(({ type }) => !query.get('type') || type === query.get('type'))
      .filter(({ access }) => !query.get('access') || access === query.get('access'));
    return listed('storages', 'storage', paged(request, labelled(request, wanted)).map(storageInList));
  };
  const copy = (request: CloudRequest, step: 'storage.clone' | 'storage.backup', more: Partial<StorageRecord>) => {
    const from = own(request);
    world.mustFit('storages', 'storage', world.storages.size);
    const made = storageRecord(world, {
      ...from,
      uuid: newId('storage'),
      created: world.now(),
      backupRule: {},
      ...more,
    });
    world.storages.put(made.uuid, { ...made, state: 'maintenance' });
    world.later(step, made.uuid);
    return created({ storage: storageInFull(world, world.storage(made.uuid)) });
  };
  return [
    ...get(
      '/storage',
      list(() => true),
    ),
    ...(['public', 'private'] as const).flatMap((access) =>
      get(
        `/storage/${access}`,
        list((s) => s.access === access),
      ),
    ),
    ...(['normal', 'backup', 'cdrom', 'template'] as const).flatMap((type) =>
      get(
        `/storage/${type}`,
        list((storage) => storage.type === type),
      ),
    ),
    ...get('/storage/{uuid}', (request) => ok({ storage: storageInFull(world, one(request)) })),
    ...post('/storage', (request) => {
      const given = read(request, 'storage', createShape);
      world.mustFit('storages', 'storage', world.storages.size);
      const storage = storageRecord(world, {
        zone: mustBeZone(given.zone),
        title: given.title,
        size: mustBeSize(given.size),
        tier: given.tier,
        encrypted: given.encrypted,
        labels: givenLabels(given.labels),
        backupRule: given.backup_rule,
      });
      // Recorded: a new one is answered as online at once.
      world.storages.put(storage.uuid, storage);
      return created({ storage: storageInFull(world, storage) });
    }),
    ...put('/storage/{uuid}', (request) => {
      const storage = own(request);
      const given = read(request, 'storage', modifyShape);
      const labels = given.labels && givenLabels(given.labels);
      if (given.size !== undefined && given.size < storage.size) throw invalid('size', 'A storage cannot shrink.');
      if (given.size !== undefined) storage.size = mustBeSize(given.size);
      if (given.title !== undefined) storage.title = given.title;
      if (given.backup_rule) storage.backupRule = given.backup_rule;
      // Those that begin with `_` are UpCloud's own and stay.
      if (labels) storage.labels = [...storage.labels.filter(({ key }) => key.startsWith('_')), ...labels];
      return accepted({ storage: storageInFull(world, storage) });
    }),
    ...remove('/storage/{uuid}', (request) => {
      const storage = own(request);
      if (serversOf(world, storage.uuid).length > 0) {
        throw conflict('STORAGE_ATTACHED', 'The storage is attached to a server.');
      }
      deleteStorage(world, storage.uuid, request.query.get('backups') ?? 'keep');
      return gone;
    }),
    ...post('/storage/{uuid}/clone', (request) => {
      const { title, zone, tier } = read(request, 'storage', copyShape);
      return copy(request, 'storage.clone', {
        title,
        ...(zone ? { zone: mustBeZone(zone) } : {}),
        // A backup has no tier of its own.
        tier: tier ?? (one(request).tier || 'hdd'),
      });
    }),
    ...post('/storage/{uuid}/backup', (request) => {
      const { title } = read(request, 'storage', titled);
      return copy(request, 'storage.backup', {
        title,
        type: 'backup',
        tier: '',
        origin: one(request).uuid,
        labels: [],
      });
    }),
    ...post('/storage/{uuid}/templatize', (request) => {
      const { title } = read(request, 'storage', titled);
      return copy(request, 'storage.clone', { title, type: 'template', labels: [], templateType: null });
    }),
    // The file system on it grows; a backup is made before and stays (recorded 2022-10).
    ...post('/storage/{uuid}/resize', (request) => {
      const storage = own(request);
      const backup = storageRecord(world, {
        ...storage,
        uuid: newId('storage'),
        title: 'Resize Backup',
        type: 'backup',
        tier: '',
        origin: storage.uuid,
        created: world.now(),
        backupRule: {},
      });
      world.storages.put(backup.uuid, backup);
      return ok({ resize_backup: storageInFull(world, backup) });
    }),
  ];
}

/** Deletes a storage, and its backups where that is asked for. */
export function deleteStorage(world: World, uuid: string, backups: string): void {
  const made = world.storages.filter(({ type, origin }) => type === 'backup' && origin === uuid);
  const [, ...older] = [...made].sort((a, b) => b.created - a.created);
  const drop = backups === 'delete' ? made : backups === 'keep_latest' ? older : [];
  for (const one of [...drop.map((backup) => backup.uuid), uuid]) world.storages.delete(one);
}
