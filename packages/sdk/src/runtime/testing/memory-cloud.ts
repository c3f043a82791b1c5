import * as z from 'zod';
import { CloudError } from '../../errors/index.js';
import { Server, SshKey, Volume } from '../../kinds/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import { cell, type Observed } from '../driver/cell.js';
import { type Cloud, defineCloud } from '../driver/cloud.js';

/** What stands at the memory cloud. */
export type Thing = Observed<AnyKind> & Record<string, unknown>;

/** A cloud without HTTP, for tests of the runtime: every call passes `before` and `after`, where a test can break it. */
export class MemoryApi {
  things = new Map<string, Thing>();
  calls: string[] = [];
  before: (call: string) => void = () => {};
  after: (call: string) => void = () => {};
  private next = 1;

  run<T>(call: string, act: () => T): Promise<T> {
    this.calls.push(call);
    this.before(call);
    const result = act();
    this.after(call);
    return Promise.resolve(result);
  }

  add(kind: string, thing: Omit<Thing, 'id' | 'status'>): Promise<string> {
    return this.run(`create ${kind}`, () => {
      const id = `${kind}-${this.next++}`;
      this.things.set(id, { ...thing, id, status: 'ready' } as Thing);
      return id;
    });
  }

  of(kind: string): Thing[] {
    return [...this.things.values()].filter((t) => t.id.startsWith(`${kind}-`));
  }
}

const SIZES = [
  { id: 'small', vcpus: 1, memoryGib: 2, diskGib: 20 },
  { id: 'medium', vcpus: 2, memoryGib: 4, diskGib: 40 },
  { id: 'large', vcpus: 4, memoryGib: 8, diskGib: 80 },
] as const;

const sshKey = cell<MemoryApi, typeof SshKey>(SshKey, {
  scope: 'global',
  create: (api, want) =>
    api.add('ssh_key', { name: want.name, labels: want.labels, publicKey: want.publicKey, fingerprint: 'fp' } as never),
  ...common('ssh_key'),
});

const volume = cell<MemoryApi, typeof Volume>(Volume, {
  scope: 'zone',
  limits: { sizeGib: { min: 10, max: 1000, because: 'memory cloud' } },
  change: { sizeGib: { direction: 'up' } },
  create: (api, want) =>
    api.add('volume', {
      name: want.name,
      labels: want.labels,
      sizeGib: want.sizeGib,
      serverId: want.serverId ?? null,
      place: want.place?.id,
    } as never),
  ...common('volume'),
});

const server = cell<MemoryApi, typeof Server>(Server, {
  scope: 'zone',
  change: { size: { needs: { power: 'off' } } },
  notOffered: { 'publicIpv4=true': { because: 'it has no public addresses', next: 'use a public IP' } },
  create: (api, want) =>
    api.add('server', {
      name: want.name,
      labels: want.labels,
      place: want.place?.id,
      nativeSize: want.nativeSize?.id,
      nativeImage: want.nativeImage?.id,
      vcpus: want.nativeSize?.vcpus,
      memoryGib: want.nativeSize?.memoryGib,
      diskGib: want.nativeSize?.diskGib,
      architecture: 'x86',
      image: want.nativeImage?.name,
      power: 'off',
      networks: [],
      firewallIds: [],
      publicIpv4: false,
    } as never),
  complete: (api, id, want) =>
    api.run('complete server', () => void Object.assign(api.things.get(id) ?? {}, { power: want.power })),
  ...common('server'),
  update: (api, id, change, { want }) =>
    api.run(`update server ${Object.keys(change).join(',')}`, () => {
      const thing = api.things.get(id) as Thing;
      if ('size' in change && thing['power'] === 'on')
        throw new CloudError('invalid', { message: 'the server is running' });
      const { size: _, ...rest } = change as Record<string, unknown>;
      Object.assign(
        thing,
        rest,
        'size' in change
          ? { nativeSize: want.nativeSize?.id, vcpus: want.nativeSize?.vcpus, memoryGib: want.nativeSize?.memoryGib }
          : {},
      );
    }),
});

function common(kind: string) {
  return {
    read: (api: MemoryApi, id: string) => api.run(`read ${kind}`, () => api.things.get(id) as never),
    list: (api: MemoryApi) => api.run(`list ${kind}`, () => api.of(kind) as never),
    update: (api: MemoryApi, id: string, change: object) =>
      api.run(
        `update ${kind} ${Object.keys(change).join(',')}`,
        () => void Object.assign(api.things.get(id) as Thing, change),
      ),
    delete: (api: MemoryApi, id: string) => api.run(`delete ${kind}`, () => void api.things.delete(id)),
  };
}

/** A cloud in memory around `api`. */
export function memoryCloud(api: MemoryApi): Cloud<MemoryApi> {
  const price = { perHour: null, perMonth: 5, currency: 'EUR', source: 'memory', readAt: '2026-01-01T00:00:00Z' };
  return defineCloud<MemoryApi, object>({
    id: 'memory',
    title: 'Memory',
    config: z.object({}),
    secrets: [],
    limits: { concurrency: 10, because: 'memory cloud' },
    connect: async () => api,
    refusal: () => new CloudError('invalid', { message: 'never' }),
    places: async () =>
      ['m1', 'm2'].map((id) => ({
        id,
        country: id === 'm1' ? 'DE' : 'FR',
        scopes: { zone: id, region: id, area: 'm' },
      })),
    defaultRegion: () => undefined,
    sizes: (a) =>
      a.run('sizes', () =>
        SIZES.map((s) => ({
          ...s,
          architecture: 'x86' as const,
          cpu: 'shared' as const,
          price,
          available: true,
          deprecated: false,
        })),
      ),
    images: (a) =>
      a.run('images', () => [
        { id: 'img-1', name: 'debian-12', architecture: 'x86' as const },
        { id: 'img-2', name: 'debian-13', architecture: 'x86' as const },
      ]),
    cells: { ssh_key: sshKey, volume, server } as never,
  });
}
