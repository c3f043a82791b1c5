import { CloudError, isCloudError } from '../../errors/index.js';
import { Hansa } from '../../hansa.js';
import { jumpingClock } from '../clock.js';
import type { Cell } from '../driver/cell.js';
import type { AnyCloud } from '../driver/cloud.js';
import { MemoryApi, memoryCloud } from '../testing/memory-cloud.js';
import { isNoted } from './recorded.js';

/** The memory cloud, with whatever a test wants to be otherwise at its servers. */
function setup(change: (server: Cell<never, MemoryApi>, api: MemoryApi, cloud: AnyCloud) => object = () => ({})) {
  const api = new MemoryApi();
  const clock = jumpingClock(0);
  const cloud = memoryCloud(api) as AnyCloud;
  const server = cloud.cells['server'] as Cell<never, MemoryApi>;
  cloud.cells = { ...cloud.cells, server: { ...server, ...change(server, api, cloud) } as never };
  const connect = () =>
    new Hansa({ owner: 'shop', env: {}, clock, clouds: { memory: { driver: cloud } } }).cloud('memory');
  return { api, clock, cloud, connect, memory: connect() };
}
const web = { name: 'web', region: 'm1', size: 'SCS-2V-4', image: 'debian-12' } as const;
const ED25519 = 'AAAAC3NzaC1lZDI1NTE5AAAAIPg4qlEFZ1VLeHgJw5mmC6L8tUOVNvNOTRqPPpRcdcLy';
const lost = () => new CloudError('unavailable', { message: 'reply lost', ambiguous: true });
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

describe('a create whose reply is lost', () => {
  it('makes one thing at a cloud whose lists lag five seconds behind', async () => {
    const madeAt = new Map<string, number>();
    let losses = 0;
    const { memory, api, clock } = setup(({ create, list }) => ({
      create: async (...args: Parameters<typeof create>) => {
        const id = await create(...args);
        madeAt.set(id, clock.now());
        losses += 1;
        if (losses === 1) throw lost();
        return id;
      },
      list: async (...args: Parameters<typeof list>) =>
        (await list(...args)).filter(({ id }) => clock.now() - (madeAt.get(id) ?? 0) > 5_000),
    }));
    expect(await memory.servers.create(web)).toMatchObject({ id: 'memory/server-1' });
    expect(api.of('server')).toHaveLength(1);
  });

  it('takes its own for its own when the name turns out to be taken', async () => {
    let asked = 0;
    const { memory, api } = setup(({ create, list }) => ({
      create: async (...args: Parameters<typeof create>) => {
        asked += 1;
        if (asked > 1) throw new CloudError('already-exists', { message: 'the name is taken' });
        await create(...args);
        throw lost();
      },
      // Longer behind than anybody waits, until the name is asked for again.
      list: async (...args: Parameters<typeof list>) => (asked > 1 ? list(...args) : []),
    }));
    expect(await memory.servers.create(web)).toMatchObject({ id: 'memory/server-1' });
    expect({ things: api.of('server').length, asked }).toEqual({ things: 1, asked: 2 });
  });
});

it('a name that somebody else has taken is told with the command that imports it', async () => {
  const { memory, api } = setup(() => ({
    create: async () => {
      throw new CloudError('already-exists', { message: 'the name is taken' });
    },
  }));
  await api.add('server', { name: 'web', labels: { 'hansa-owner': 'billing' } } as never);
  const error = await failure(memory.servers.create(web));
  expect(isCloudError(error, 'already-exists')).toBe(true);
  expect(error?.message).toContain(
    'it is memory/server-1, made by the owner "billing": terraform import hansa_server.<name> memory/server-1',
  );
});

describe('a create that fails half-way', () => {
  const quota = () => {
    throw new CloudError('quota-exceeded', { message: 'no more volumes' });
  };

  it('tells which thing it is, and keeps it for who was told the id', async () => {
    const { memory, api } = setup(() => ({ complete: quota }));
    const told: string[] = [];
    const error = await failure(memory.servers.begin({ spec: web, onCreated: (id) => told.push(id) }));
    expect(error?.details).toMatchObject({ cloud: 'memory', kind: 'server', id: 'memory/server-1' });
    expect(told).toEqual(['memory/server-1']);
    expect(api.calls.filter((call) => call === 'create server')).toHaveLength(1);
    expect(await failure(memory.servers.begin({ spec: web }))).toMatchObject({ code: 'already-exists' });
  });

  it('is taken up by the next attempt of the same program', async () => {
    let fail = true;
    const { memory, api } = setup(({ complete }) => ({
      complete: (...args: Parameters<NonNullable<typeof complete>>) => (fail ? quota() : complete?.(...args)),
    }));
    expect(await failure(memory.servers.create(web))).toMatchObject({ code: 'quota-exceeded' });
    fail = false;
    expect(await memory.servers.create(web)).toMatchObject({ id: 'memory/server-1', power: 'on' });
    expect(api.of('server')).toHaveLength(1);
  });
});

describe('what an interrupted create left', () => {
  const half = (api: MemoryApi) => {
    api.before = (call) => {
      if (call === 'complete server') throw new CloudError('quota-exceeded', { message: 'half-way' });
    };
  };

  it('is not taken for what is wanted when it was made with other keys or user data, which nobody can read back', async () => {
    const { connect, api } = setup();
    half(api);
    await failure(connect().servers.create({ ...web, userData: 'v1' }));
    api.before = () => {};
    expect(await connect().servers.create({ ...web, userData: 'v2' })).toMatchObject({ id: 'memory/server-2' });
    expect(api.of('server').map(({ id }) => id)).toEqual(['server-2']);
  });

  it('is taken over when it was made with the same, and the mark gives no secret away', async () => {
    const { connect, api } = setup();
    half(api);
    await failure(connect().servers.create({ ...web, userData: 'v1' }));
    expect(api.of('server')[0]?.labels['hansa-create']).toMatch(/^[0-9a-f]{4}$/);
    api.before = () => {};
    expect(await connect().servers.create({ ...web, userData: 'v1' })).toMatchObject({ id: 'memory/server-1' });
  });

  it('is not thrown away where the mark never comes off: it may be finished, and in use', async () => {
    const { connect, cloud, api } = setup();
    cloud.cells = { ...cloud.cells, ssh_key: { ...(cloud.cells['ssh_key'] as object), update: undefined } as never };
    const key = (blob: string) => ({ name: 'deploy', publicKey: `ssh-ed25519 ${blob} me` });
    const [one, other] = ['AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX', ED25519];
    await connect().sshKeys.create(key(one));
    const error = await failure(connect().sshKeys.create(key(other)));
    expect(error).toMatchObject({ code: 'already-exists' });
    expect(error?.message).toContain('terraform import hansa_ssh_key.<name> memory/ssh_key-1');
    expect(api.of('ssh_key')).toHaveLength(1);
  });
});

describe('what was recorded, by a run that was ended before it had taken the mark off', () => {
  const recorded = async () => {
    const { connect, cloud, api } = setup();
    const where = `${process.pid} ${Math.random()}`;
    cloud.account = () => where;
    const { finish } = await connect().servers.begin({ spec: web });
    api.before = (call) => {
      if (call === 'update server labels') throw new CloudError('forbidden', { message: 'ended' });
    };
    await expect(finish()).rejects.toThrow('ended');
    api.before = () => {};
    return { connect, api, note: `memory\n${where}\nserver-1` };
  };

  it('is refused to another run like anything finished, and loses the mark', async () => {
    const { connect, api, note } = await recorded();
    const error = await failure(connect().servers.create(web));
    expect(error).toMatchObject({ code: 'already-exists' });
    expect(error?.message).toContain('terraform import hansa_server.<name> memory/server-1');
    expect(api.of('server').map(({ labels }) => labels)).toEqual([{ 'hansa-owner': 'shop' }]);
    expect(isNoted(note)).toBe(false);
  });

  it('leaves no word behind when it is deleted: an id may come again', async () => {
    const { connect, note } = await recorded();
    expect(isNoted(note)).toBe(true);
    await connect().servers.delete('memory/server-1');
    expect(isNoted(note)).toBe(false);
  });
});

describe('a program that runs for weeks', () => {
  it('makes again what somebody else has deleted, or what has another name by now', async () => {
    const { memory, api } = setup();
    await memory.servers.create(web);
    api.things.clear();
    const again = await memory.servers.create(web);
    await memory.servers.update(again.id, { name: 'db' });
    expect(await memory.servers.create(web)).toMatchObject({ name: 'web' });
    expect(api.of('server').map(({ name }) => name)).toEqual(['db', 'web']);
  });

  it('refuses two at once for one name', async () => {
    const { memory, api } = setup();
    const ends = await Promise.allSettled([memory.servers.create(web), memory.servers.create(web)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(api.of('server')).toHaveLength(1);
  });

  it('changes labels of a server whose type and image the vendor has withdrawn', async () => {
    const { memory, clock, cloud } = setup();
    const { id } = await memory.servers.create(web);
    cloud.sizes = async () => [];
    cloud.images = async () => [];
    await clock.sleep(3_600_000);
    expect(await memory.servers.update(id, { labels: { env: 'prod' } })).toMatchObject({
      labels: { env: 'prod' },
      nativeSize: 'medium',
    });
  });

  it('changes what it is told to of a server whose image is gone, and whose labels the model would not take', async () => {
    const { memory, api } = setup();
    const { id } = await memory.servers.create(web);
    const [thing] = api.of('server');
    Object.assign(thing!, { image: null, nativeImage: null, labels: { ...thing!.labels, 'a.b/c d': '' } });
    expect(await memory.servers.update(id, { power: 'off' })).toMatchObject({ power: 'off', image: null });
    expect(await failure(memory.servers.update(id, { labels: { 'a.b/c d': '' } }))).toMatchObject({ code: 'invalid' });
  });

  it('takes vCPUs and memory for what is wanted now, whatever size was said before', async () => {
    const { memory } = setup();
    const { id } = await memory.servers.create(web);
    expect(await memory.servers.update(id, { vcpus: 4, memoryGib: 8 })).toMatchObject({
      nativeSize: 'large',
      vcpus: 4,
    });
    expect(await memory.servers.update(id, { size: 'medium' })).toMatchObject({ nativeSize: 'medium', vcpus: 2 });
  });
});

describe('a change that fails half-way', () => {
  const failing = (what: () => void) =>
    setup(({ update }) => ({
      update: (...args: Parameters<NonNullable<typeof update>>) => {
        if ('size' in args[2]) what();
        return update?.(...args);
      },
    }));

  it('starts again what it had stopped, and tells what went wrong', async () => {
    const { memory, api } = failing(() => {
      throw new CloudError('out-of-stock', { message: 'no large ones left' });
    });
    const { id } = await memory.servers.create(web);
    expect(await failure(memory.servers.update(id, { size: 'large' }))).toMatchObject({ code: 'out-of-stock' });
    expect(api.of('server')[0]).toMatchObject({ power: 'on', nativeSize: 'medium' });
  });

  it('is not begun again where the refusal is final', async () => {
    const { memory, api } = failing(() => {
      throw new CloudError('invalid', { message: 'the disk would shrink' });
    });
    const { id } = await memory.servers.create(web);
    api.calls.length = 0;
    expect(await failure(memory.servers.update(id, { size: 'large' }))).toMatchObject({ code: 'invalid' });
    expect(api.calls.filter((call) => call === 'update server power')).toHaveLength(2);
  });

  it('tells at once of a limit that was waited for in vain already', async () => {
    const { memory, clock } = failing(() => {
      throw new CloudError('rate-limited', { message: 'an hour', retryable: true, retryAfterMs: 3_600_000 });
    });
    const { id } = await memory.servers.create(web);
    const before = clock.now();
    expect(await failure(memory.servers.update(id, { size: 'large' }))).toMatchObject({ code: 'rate-limited' });
    expect(clock.now() - before).toBeLessThan(60_000);
  });

  it('starts again what it had stopped when it is told to stop', async () => {
    const stop = new AbortController();
    const { memory, api } = failing(() => stop.abort(new Error('enough')));
    const { id } = await memory.servers.create(web);
    await expect(memory.servers.update(id, { size: 'large' }, { signal: stop.signal })).rejects.toThrow('enough');
    expect(api.of('server')[0]).toMatchObject({ power: 'on' });
  });

  it('says so when that fails too, under the first error', async () => {
    let broken = false;
    const { memory, api } = failing(() => {
      broken = true;
      throw new CloudError('out-of-stock', { message: 'no large ones left' });
    });
    const { id } = await memory.servers.create(web);
    api.before = (call) => {
      if (broken && call.startsWith('update')) throw new CloudError('forbidden', { message: 'not any more' });
    };
    const error = await failure(memory.servers.update(id, { size: 'large' }));
    expect(error).toMatchObject({ code: 'out-of-stock' });
    expect(error?.message).toContain('it may be stopped, and starting it again failed too (not any more)');
  });
});

describe('stop', () => {
  it.each(['create', 'complete', 'delete'] as const)(
    'ends a %s at once and leaves what can be found',
    async (where) => {
      const stop = new AbortController();
      let hang = true;
      const { memory, connect, api } = setup((server) => ({
        [where]: (...args: never[]) => {
          const made = (server[where] as (...all: never[]) => Promise<unknown>)(...args);
          if (!hang) return made;
          setImmediate(() => stop.abort(new Error('enough')));
          return new Promise(() => {});
        },
      }));
      const work = async (signal?: AbortSignal) => {
        const { id } = await memory.servers.create(web, signal ? { signal } : {});
        await memory.servers.delete(id, signal ? { signal } : {});
      };
      await expect(work(stop.signal)).rejects.toThrow('enough');
      hang = false;
      if (where === 'delete') await connect().servers.delete('memory/server-1');
      else expect(await connect().servers.create(web)).toMatchObject({ id: 'memory/server-1' });
      expect(api.of('server')).toHaveLength(where === 'delete' ? 0 : 1);
    },
  );
});

it('a server that failed can be deleted, however long it says so', async () => {
  let looks = 0;
  const { memory, api } = setup((server) => ({
    delete: async () => undefined,
    read: async (from: MemoryApi, id: string) => {
      const seen = await server.read(from, id);
      looks += 1;
      if (looks > 60) api.things.delete(id);
      return seen && { ...(seen as object), status: 'failed' };
    },
  }));
  await api.add('server', { name: 'web', labels: {} } as never);
  await memory.servers.delete('memory/server-1');
  expect(api.of('server')).toHaveLength(0);
});

describe('what the cloud deletes with a server by itself', () => {
  /** A cloud where `volume-1` goes with the server; it is deleted when it was looked at so many times, or never. */
  const withDisk = async (goesAfter: number, more: (server: Cell<never, MemoryApi>) => object = () => ({})) => {
    let looks = 0;
    const { memory, api, cloud } = setup((server) => ({
      goesWithIt: async () => [{ kind: 'volume', id: 'volume-1' }],
      ...more(server),
    }));
    const volume = cloud.cells['volume'] as Cell<never, MemoryApi>;
    const read: typeof volume.read = async (from, id) => {
      if (api.of('server').length === 0) looks += 1;
      if (looks > goesAfter) api.things.delete(id);
      const seen = await volume.read(from, id);
      return seen && ({ ...(seen as object), status: Number.isFinite(goesAfter) ? 'changing' : 'ready' } as never);
    };
    cloud.cells = { ...cloud.cells, volume: { ...volume, read } as never };
    await api.add('volume', { name: 'root', labels: {}, sizeGib: 10, serverId: null } as never);
    await api.add('server', { name: 'web', labels: {} } as never);
    return { api, memory, id: 'memory/server-2' };
  };

  it('is waited for', async () => {
    const { api, memory, id } = await withDisk(20);
    await memory.servers.delete(id);
    expect(api.of('volume')).toEqual([]);
    expect(api.calls).not.toContain('delete volume');
  });

  it('is waited for when the server is gone at the second attempt', async () => {
    let fails = 1;
    const { api, memory, id } = await withDisk(20, (server) => ({
      delete: async (...args: Parameters<typeof server.delete>) => {
        await server.delete(...args);
        if (fails-- > 0) throw lost();
      },
    }));
    await memory.servers.delete(id);
    expect(api.of('volume')).toEqual([]);
  });

  it('is deleted where the cloud has left it', async () => {
    const { api, memory, id } = await withDisk(Number.POSITIVE_INFINITY);
    await memory.servers.delete(id);
    expect(api.of('volume')).toEqual([]);
    expect(api.calls).toContain('delete volume');
  });
});

it('connects once, and again after a failure, however many come at once', async () => {
  const { cloud, connect } = setup();
  let connects = 0;
  const ok = cloud.connect;
  cloud.connect = async (context) => {
    connects += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (connects === 1) throw new CloudError('unauthenticated', { message: 'no token yet' });
    return ok(context);
  };
  const memory = connect();
  const first = await Promise.allSettled(
    Array.from({ length: 50 }, () => memory.servers.list().catch(() => memory.servers.list())),
  );
  expect(first.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(connects).toBe(2);
});

it('refuses a thing of another cloud, and never takes it for one that is gone', async () => {
  const api = new MemoryApi();
  const driver = memoryCloud(api) as AnyCloud;
  const clouds = { memory: { driver }, other: { driver: memoryCloud(new MemoryApi()) as AnyCloud } };
  const { servers } = new Hansa({ owner: 'shop', env: {}, clock: jumpingClock(0), clouds }).cloud('memory');
  const words = { code: 'invalid', details: { attribute: ['id'], next: ['ask other for it', expect.any(String)] } };
  for (const asked of [servers.delete('other/server-1'), servers.read('other/server-1')]) {
    expect(await failure(asked)).toMatchObject(words);
  }
  expect(await failure(servers.update('other/server-1', { name: 'x' }))).toMatchObject(words);
  expect(api.calls).toEqual([]);
});
