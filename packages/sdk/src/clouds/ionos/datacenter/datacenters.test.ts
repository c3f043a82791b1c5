import { type Emulated, emulated, failure } from '../testing/emulated.js';

let ionos: Emulated;
beforeAll(async () => {
  ionos = await emulated();
});
beforeEach(() => ionos.emulator.reset());
afterAll(async () => {
  await ionos.emulator.close();
  expect(ionos.emulator.failures).toEqual([]);
});

const volume = (name: string, region = 'de/fra') => ({ name, region, sizeGib: 10 });
const network = (name: string, region = 'de/fra') => ({ name, region });
const post = (path: string, body: object) => ionos.raw(path, { method: 'POST', body: JSON.stringify(body) });
const counted = (method: string, path: string) => ionos.emulator.requests.count({ method, path });

describe('the data center of an owner in a location', () => {
  it('is one, however many creates need it at once', async () => {
    const cloud = ionos.connect();
    await Promise.all([
      ...[1, 2, 3].map((i) => cloud.volumes.create(volume(`data-${i}`))),
      ...[1, 2].map((i) => cloud.networks.create(network(`net-${i}`))),
    ]);
    const all = await ionos.datacenters();
    expect(all.map(({ properties }) => [properties.name, properties.location])).toEqual([['hansa-shop', 'de/fra']]);
    expect(all[0]?.entities['volumes']?.items).toHaveLength(3);
    expect(counted('POST', '/datacenters')).toBe(1);
  });

  it('is one, also when two runs make it at the same moment', async () => {
    const made = await Promise.all(['a', 'b', 'c'].map((name) => ionos.connect().volumes.create(volume(name))));
    await ionos.clock.sleep(10_000);
    const all = await ionos.datacenters();
    expect(all).toHaveLength(1);
    expect(new Set(made.map(({ id }) => id.split('/')[1]))).toEqual(new Set([all[0]?.id]));
    // Each run had seen that there was none.
    expect(counted('POST', '/datacenters')).toBe(3);
  });

  it('is each owner’s own, and each location’s', async () => {
    await ionos.connect().volumes.create(volume('data'));
    await ionos.connect({ owner: 'blog' }).volumes.create(volume('data'));
    await ionos.connect().volumes.create(volume('data', 'es/vit'));
    const names = (await ionos.datacenters()).map(({ properties }) => `${properties.name} ${properties.location}`);
    expect(names.sort()).toEqual(['hansa-blog de/fra', 'hansa-shop de/fra', 'hansa-shop es/vit']);
  });

  it('is found again by a new process, whatever it is called by then', async () => {
    const first = await ionos.connect().volumes.create(volume('one'));
    const dc = first.id.split('/')[1];
    await ionos.raw(`/datacenters/${dc}`, { method: 'PATCH', body: JSON.stringify({ name: 'production' }) });
    expect((await ionos.connect().volumes.create(volume('two'))).id.split('/')[1]).toBe(dc);
  });

  it('goes with the last thing, in the same request', async () => {
    const cloud = ionos.connect();
    const made = await Promise.all([cloud.volumes.create(volume('a')), cloud.networks.create(network('net'))]);
    await cloud.volumes.delete(made[0].id);
    expect(await ionos.datacenters()).toHaveLength(1);
    ionos.emulator.requests.clear();
    await cloud.networks.delete(made[1].id);
    expect(await ionos.datacenters()).toEqual([]);
    expect(counted('DELETE', '/datacenters/*/lans/*')).toBe(0);
  });

  it('goes also when all that is in it is deleted at once', async () => {
    const cloud = ionos.connect();
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map(async (i) => (await cloud.volumes.create(volume(`data-${i}`))).id),
    );
    await Promise.all(ids.map((id) => cloud.volumes.delete(id)));
    expect(await ionos.datacenters()).toEqual([]);
  });

  it('is made anew for what comes just when it goes', async () => {
    const cloud = ionos.connect();
    const old = await cloud.volumes.create(volume('old'));
    const [, young] = await Promise.all([cloud.volumes.delete(old.id), cloud.volumes.create(volume('young'))]);
    expect(await cloud.volumes.read(young.id)).toMatchObject({ name: 'young' });
    await cloud.volumes.delete(young.id);
    expect(await ionos.datacenters()).toEqual([]);
  });

  it('is made anew also when it is another run that lets it go', async () => {
    const old = await ionos.connect().volumes.create(volume('old'));
    const late = ionos.connect();
    await late.volumes.create(volume('early'));
    await ionos.connect().volumes.delete(old.id);
    await ionos.raw(`/datacenters/${old.id.split('/')[1]}`, { method: 'DELETE' });
    const young = await late.volumes.create(volume('young'));
    expect(young.id.split('/')[1]).not.toBe(old.id.split('/')[1]);
    expect(await late.volumes.read(young.id)).toMatchObject({ name: 'young' });
  });

  it.each([
    ['a LAN', (dc: string) => post(`/datacenters/${dc}/lans`, { properties: { name: 'mine' } })],
    ['a security group', (dc: string) => post(`/datacenters/${dc}/securitygroups`, { properties: { name: 'mine' } })],
    [
      'a server',
      (dc: string) => post(`/datacenters/${dc}/servers`, { properties: { name: 'mine', cores: 1, ram: 1024 } }),
    ],
  ])('stays as long as somebody has %s in it', async (_, put) => {
    const cloud = ionos.connect();
    const { id } = await cloud.volumes.create(volume('data'));
    await put(id.split('/')[1] ?? '');
    await cloud.volumes.delete(id);
    const [dc] = await ionos.datacenters();
    expect(dc?.entities['volumes']?.items).toEqual([]);
  });

  it('is taken away again when what it was made for is refused', async () => {
    ionos.emulator.quotas.set('ionos', 'ssd', 5);
    const error = await failure(ionos.connect().volumes.create(volume('data')));
    expect(error).toMatchObject({ code: 'quota-exceeded', details: { vendor: { status: 422 } } });
    expect(await ionos.datacenters()).toEqual([]);
  });
});

describe('a data center of one’s own', () => {
  const own = async (location = 'de/fra') => {
    const { id } = await post('/datacenters', { properties: { name: 'mine', location } });
    await ionos.clock.sleep(10_000);
    return id;
  };

  it('is worked in, and stays', async () => {
    const datacenterId = await own();
    // Where that variable turns a cloud to an emulator, its settings' account is left aside.
    const env = { ...ionos.emulator.env, HANSA_EMULATOR: undefined };
    const cloud = ionos.connect({ env, clouds: { ionos: { datacenterId } } });
    const { id } = await cloud.volumes.create(volume('data'));
    expect(id.split('/')[1]).toBe(datacenterId);
    expect(await ionos.connect().volumes.list({ owner: 'shop' })).toMatchObject([{ name: 'data' }]);
    expect(await failure(cloud.volumes.create(volume('far', 'es/vit')))).toMatchObject({
      code: 'invalid',
      details: { attribute: ['region'], message: expect.stringContaining('is in de/fra, not in es/vit') },
    });
    await cloud.volumes.delete(id);
    expect((await ionos.datacenters()).map((dc) => dc.id)).toEqual([datacenterId]);
  });

  it('takes a server beside the network that it joins', async () => {
    const dc = await own();
    const lan = await post(`/datacenters/${dc}/lans`, { properties: { name: 'inner' } });
    const server = await ionos.connect().servers.create({
      name: 'web',
      region: 'de/fra',
      size: 'SCS-1V-2',
      image: 'debian-12',
      networks: [{ networkId: `ionos/${dc}/${lan.id}` }],
    });
    expect(server.id.split('/')[1]).toBe(dc);
    // Of a LAN that somebody else has made, the vendor's own block is what it has.
    expect(server.networks?.[0]?.ip).toMatch(/^10\.7\.\d+\.\d+$/);
    await ionos.connect().servers.delete(server.id);
    expect((await ionos.datacenters()).map(({ id }) => id)).toEqual([dc]);
  });
});

describe('a locked data center', () => {
  it('is waited for', async () => {
    const cloud = ionos.connect();
    await cloud.volumes.create(volume('first'));
    const lock = (status: number, body?: object) =>
      ionos.emulator.faults.add({
        kind: 'status',
        status,
        method: 'POST',
        path: '/datacenters/*/volumes',
        times: 4,
        ...(body ? { body } : {}),
      });
    lock(423);
    const before = ionos.clock.now();
    expect(await cloud.volumes.create(volume('second'))).toMatchObject({ name: 'second' });
    lock(422, {
      httpStatus: 422,
      messages: [{ errorCode: '100', message: '[VDC-5-1] The VDC is locked by another provisioning' }],
    });
    expect(await cloud.volumes.create(volume('third'))).toMatchObject({ name: 'third' });
    expect(ionos.clock.now() - before).toBeGreaterThan(2_000);
    expect((await ionos.datacenters())[0]?.entities['volumes']?.items).toHaveLength(3);
  });

  it('that stays locked is told as such', async () => {
    const cloud = ionos.connect();
    await cloud.volumes.create(volume('first'));
    ionos.emulator.faults.add({
      kind: 'status',
      status: 423,
      method: 'POST',
      path: '/datacenters/*/volumes',
      times: 'always',
    });
    expect(await failure(cloud.volumes.create(volume('second')))).toMatchObject({ code: 'locked' });
    ionos.emulator.faults.clear();
  });
});
