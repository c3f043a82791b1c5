import { type Emulated, emulated } from './testing/emulated.js';

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterEach(() => {
  expect(cloud.emulator.failures).toEqual([]);
  cloud.emulator.reset();
});
afterAll(() => cloud.emulator.close());

const spec = { name: 'front', region: 'fi-hel1' };
const addresses = () => cloud.count('/ip_address', 'ip_addresses', 'ip_address');
const marks = () => cloud.count('/server-group', 'server_groups', 'server_group');
const strangers = async () => {
  const wish = { floating: 'yes', zone: 'fi-hel1' };
  const { body } = await cloud.raw('POST', '/ip_address', { ip_address: wish });
  return (body['ip_address'] as { address: string }).address;
};
/** A run that dies when UpCloud has made the address and before it hears so. */
const killed = () =>
  cloud.connect({
    wiretap: (next) => async (request) => {
      const response = await next(request);
      if (request.method === 'POST' && request.path.endsWith('/ip_address')) throw new Error('killed');
      return response;
    },
  });

it('an address whose answer was lost is found again, and a stranger’s is left alone', async () => {
  const before = await strangers();
  await expect(killed().publicIps.create(spec)).rejects.toThrow('killed');
  expect(await addresses()).toBe(2);
  const made = await cloud.connect().publicIps.create(spec);
  expect(made.address).not.toBe(before);
  expect([await addresses(), await marks()]).toEqual([2, 1]);
});

it('after an hour an address that came since may be somebody’s: it says so instead of taking it', async () => {
  await expect(killed().publicIps.create(spec)).rejects.toThrow('killed');
  cloud.pass(2 * 3_600_000);
  await expect(cloud.connect().publicIps.create(spec)).rejects.toMatchObject({ code: 'conflict' });
  expect(await addresses()).toBe(1);
});

it('one that was to be deleted before its address was known takes the address along', async () => {
  const ids: string[] = [];
  const onCreated = (id: string) => void ids.push(id);
  await expect(killed().publicIps.begin({ spec, onCreated })).rejects.toThrow('killed');
  await cloud.connect().publicIps.delete(ids[0] ?? '');
  expect([await addresses(), await marks()]).toEqual([0, 0]);
});

it('many at once get an address each', async () => {
  const { publicIps } = cloud.connect();
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((name) => publicIps.create({ ...spec, name })));
  expect(new Set(made.map(({ address }) => address)).size).toBe(4);
  expect([await addresses(), await marks()]).toEqual([4, 4]);
});

it('one that was released by other hands is gone, and made anew in its old mark', async () => {
  const { publicIps } = cloud.connect();
  const made = await publicIps.create(spec);
  await cloud.raw('DELETE', `/ip_address/${made.address}`);
  expect(await publicIps.read(made.id)).toBeNull();
  expect(await publicIps.list()).toEqual([]);
  const again = await cloud.connect().publicIps.create(spec);
  expect(again.address).toBeTruthy();
  expect([await addresses(), await marks()]).toEqual([1, 1]);
});

it('leads to no server without a public IPv4 card, and says what to do', async () => {
  const upcloud = cloud.connect();
  const server = await upcloud.servers.create({
    name: 'inside',
    region: 'fi-hel1',
    size: '1xCPU-1GB',
    image: 'debian-12',
    publicIpv4: false,
  });
  await expect(upcloud.publicIps.create({ ...spec, serverId: server.id })).rejects.toMatchObject({
    code: 'invalid',
    details: { attribute: ['serverId'] },
  });
});
