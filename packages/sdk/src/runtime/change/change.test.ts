import { CloudError, isCloudError } from '../../errors/index.js';
import { Hansa } from '../../hansa.js';
import { jumpingClock } from '../clock.js';
import { MemoryApi, memoryCloud } from '../testing/memory-cloud.js';

const setup = (api = new MemoryApi(), snapshotMs = 0) => {
  const hansa = new Hansa({
    owner: 'shop',
    env: {},
    clock: jumpingClock(),
    snapshotMs,
    clouds: { memory: { driver: memoryCloud(api) }, other: { driver: memoryCloud(new MemoryApi()) } },
  });
  return { api, hansa, memory: hansa.cloud('memory') };
};
const web = { name: 'web', region: 'DE', size: 'SCS-2V-4', image: 'debian-12' } as const;
const lost = () => new CloudError('unavailable', { message: 'reply lost', ambiguous: true });

describe('create', () => {
  it('tells the state in the words of the user', async () => {
    const { memory, api } = setup();
    const server = await memory.servers.create(web);
    expect(server).toMatchObject({
      id: 'memory/server-1',
      region: 'DE',
      place: 'm1',
      size: 'SCS-2V-4',
      nativeSize: 'medium',
      vcpus: 2,
      image: 'debian-12',
      pricePerMonth: 5,
      power: 'on',
      labels: {},
      disruption: 'none',
    });
    expect(api.of('server')[0]?.labels).toEqual({ 'hansa-owner': 'shop' });
  });

  it.each(['before', 'after'] as const)(
    'makes one thing when the connection breaks %s the vendor acted, at any step',
    async (when) => {
      const { memory: clean, api: log } = setup();
      await clean.servers.create(web);
      for (let step = 0; step < log.calls.length; step += 1) {
        const { memory, api } = setup();
        let n = -1;
        const breakAt = () => {
          n += 1;
          if (n === step) throw lost();
        };
        api[when] = breakAt;
        const outcome = await memory.servers.create(web).catch((error: unknown) => error);
        api[when] = () => {};
        if (isCloudError(outcome)) await setup(api).memory.servers.create(web);
        expect({ step, servers: api.of('server').length }).toEqual({ step, servers: 1 });
        expect(api.of('server')[0]?.['power']).toBe('on');
      }
    },
  );

  it('takes over what a killed process left, at whatever step it was killed', async () => {
    const { memory: clean, api: log } = setup();
    const collection = clean.servers;
    await collection.begin({ spec: web });
    for (let step = 0; step < log.calls.length; step += 1) {
      const { memory, api } = setup();
      let n = -1;
      api.after = () => {
        n += 1;
        if (n >= step) throw new CloudError('forbidden', { message: 'killed' });
      };
      await memory.servers.begin({ spec: web }).catch(() => {});
      api.after = () => {};
      await setup(api).memory.servers.create(web);
      expect({ step, servers: api.of('server').length }).toEqual({ step, servers: 1 });
    }
  });

  it('refuses a finished thing of the same name with the command that imports it', async () => {
    const { memory, api } = setup();
    await memory.servers.create(web);
    const error = await setup(api)
      .memory.servers.create(web)
      .catch((e: unknown) => e);
    expect(isCloudError(error, 'already-exists')).toBe(true);
    expect(String(error)).toContain('terraform import hansa_server.<name> memory/server-1');
  });

  it('makes a thing anew although a list that is still warm shows its predecessor', async () => {
    const { memory, api } = setup();
    const old = await memory.servers.create(web);
    const next = setup(api).memory;
    await next.servers.create({ ...web, name: 'neighbour' });
    await next.servers.delete(old.id);
    await expect(next.servers.create(web)).resolves.toMatchObject({ name: 'web' });
  });

  it('makes a leftover anew that cannot become what is wanted', async () => {
    const { memory, api } = setup();
    await memory.servers.begin({ spec: web });
    const server = await setup(api).memory.servers.create({ ...web, image: 'debian-13' });
    expect(server).toMatchObject({ id: 'memory/server-2', image: 'debian-13' });
    expect(api.of('server')).toHaveLength(1);
  });

  // Nova, where a boot volume cannot be made.
  it('makes anew what failed before it had found a place, and leaves no second one', async () => {
    const { memory, api } = setup();
    await memory.servers.begin({ spec: web });
    Object.assign(api.of('server')[0]!, { place: undefined, status: 'failed' });
    await expect(setup(api).memory.servers.create(web)).resolves.toMatchObject({ id: 'memory/server-2', place: 'm1' });
    expect(api.of('server')).toHaveLength(1);
  });

  it.each([
    [{ region: 'mars' }, 'region', 'm1 (DE)'],
    [{ size: 'huge' }, 'size', 'small, medium, large'],
    [{ size: 'SCS-64V-512' }, 'size', 'large'],
    [{ image: 'plan9' }, 'image', 'debian-12'],
    [{ publicIpv4: true }, 'publicIpv4', 'use a public IP'],
    [{ networks: [{ networkId: 'other/net-1' }] }, 'networks', 'cloud = "other"'],
    [{ name: 'Web_1' }, 'name', 'a-z'],
    [{ colour: 'red' }, 'colour', 'no attribute'],
  ])('refuses %j at its attribute with what to do, and makes nothing', async (wrong, attribute, words) => {
    const { memory, api } = setup();
    const error = await memory.servers.create({ ...web, ...wrong } as never).catch((e: unknown) => e);
    expect(isCloudError(error) && error.details.attribute?.[0]).toBe(attribute);
    expect(String(error)).toContain(words);
    expect(api.things.size).toBe(0);
  });
});

describe('plan', () => {
  it('is empty after create and after an import', async () => {
    const { memory } = setup();
    const server = await memory.servers.create(web);
    expect(await memory.servers.plan({ spec: web, prior: server })).toMatchObject({
      changed: [],
      replace: [],
      issues: [],
    });
    const imported = await memory.servers.read(server.id);
    expect(
      await memory.servers.plan({ spec: { ...web, sshKeyIds: ['memory/ssh_key-1'] }, prior: imported }),
    ).toMatchObject({ changed: [], issues: [] });
  });

  it('takes a disk that is larger than asked for as what was asked for', async () => {
    const { memory } = setup();
    const prior = await memory.servers.create({ ...web, diskGib: 10 });
    expect(prior.diskGib).toBe(10);
    expect(await memory.servers.plan({ spec: { ...web, diskGib: 30 }, prior })).toMatchObject({
      changed: ['diskGib'],
      disruption: 'replace',
    });
    const imported = await memory.servers.read(prior.id);
    expect(imported).toMatchObject({ diskGib: 40, size: 'medium' });
    expect(await memory.servers.plan({ spec: { ...web, diskGib: 10 }, prior: imported })).toMatchObject({
      changed: [],
    });
  });

  it('says what a resize stops and what replaces', async () => {
    const { memory } = setup();
    const prior = await memory.servers.create(web);
    const resize = await memory.servers.plan({ spec: { ...web, size: 'large' }, prior });
    expect(resize).toMatchObject({
      changed: ['size'],
      replace: [],
      disruption: 'stop',
      values: { nativeSize: 'large', disruption: 'stop', diskGib: 40 },
    });
    expect(resize.issues).toMatchObject([{ severity: 'warning', attribute: ['size'] }]);
    const image = await memory.servers.plan({ spec: { ...web, image: 'debian-13' }, prior });
    expect(image).toMatchObject({ changed: ['image'], replace: ['image'], disruption: 'replace' });
  });
});

describe('drift', () => {
  it('shows a size that was changed behind our back, and plans it back', async () => {
    const { memory, api } = setup();
    const prior = await memory.servers.create(web);
    Object.assign(api.of('server')[0] ?? {}, { nativeSize: 'large', vcpus: 4, memoryGib: 8 });
    const seen = await memory.servers.read(prior.id, prior);
    expect(seen).toMatchObject({ size: 'large', nativeSize: 'large', vcpus: 4 });
    expect(await memory.servers.plan({ spec: web, prior: seen })).toMatchObject({
      changed: ['size'],
      values: { nativeSize: 'medium' },
    });
  });
});

describe('update', () => {
  it.each([{ userData: '#cloud-config' }, { userDataVersion: '2' }, { sshKeyIds: [] }, { native: '{}' }])(
    'refuses %j, which only a new one can have, before anything is asked',
    async (spec) => {
      const { memory, api } = setup();
      const { id } = await memory.servers.create(web);
      api.calls = [];
      const error = await memory.servers.update(id, { labels: { env: 'prod' }, ...spec }).catch((e: unknown) => e);
      expect(isCloudError(error, 'invalid') && error.details.attribute).toEqual(Object.keys(spec));
      expect(api.calls).toEqual([]);
    },
  );

  it('stops for a resize, starts again, and asks nothing of the catalogue when only a label changes', async () => {
    const { memory, api } = setup();
    const { id } = await memory.servers.create(web);
    api.calls = [];
    const resized = await memory.servers.update(id, { size: 'large' });
    expect(api.calls.filter((c) => c.startsWith('update'))).toEqual([
      'update server power',
      'update server size',
      'update server power',
    ]);
    expect(resized).toMatchObject({ nativeSize: 'large', power: 'on', diskGib: 40 });
    api.calls = [];
    expect(await memory.servers.update(id, { labels: { env: 'prod' } })).toMatchObject({
      labels: { env: 'prod' },
      nativeSize: 'large',
    });
    expect(api.calls).not.toContain('sizes');
    expect(api.of('server')[0]?.labels).toEqual({ env: 'prod', 'hansa-owner': 'shop' });
  });

  it('refuses to shrink a volume', async () => {
    const { memory } = setup();
    const { id } = await memory.volumes.create({ name: 'data', region: 'm1', sizeGib: 20 });
    await expect(memory.volumes.update(id, { sizeGib: 10 })).rejects.toThrow('can grow, not shrink (20 to 10)');
    await expect(memory.volumes.update(id, { sizeGib: 30 })).resolves.toMatchObject({ sizeGib: 30 });
  });
});

describe('read and delete', () => {
  it('is quiet about what is gone', async () => {
    const { memory } = setup();
    const { id } = await memory.volumes.create({ name: 'data', region: 'm1', sizeGib: 20 });
    await memory.volumes.delete(id);
    await memory.volumes.delete(id);
    expect(await memory.volumes.read(id)).toBeNull();
  });

  it('answers a hundred reads with one list', async () => {
    const { memory, api } = setup(new MemoryApi(), 30_000);
    for (let i = 0; i < 100; i += 1)
      await memory.sshKeys.create({
        name: `k${i}`,
        publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ7cYh0kQGfGz5vCDjLDyBSVvvvkYvNQnRhGOC1l+1aK me',
      });
    const fresh = setup(api, 30_000).memory;
    api.calls = [];
    await Promise.all(api.of('ssh_key').map((t) => fresh.sshKeys.read(t.id)));
    expect(api.calls).toEqual(['list ssh_key']);
  });
});
