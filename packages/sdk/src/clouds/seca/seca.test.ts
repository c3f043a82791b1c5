import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '../../hansa.js';
import { jumpingClock } from '../../runtime/clock.js';

let emulator: Emulator;
const clock = jumpingClock();

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['seca'], clock, rateLimit: false });
});

afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const open = () => new Hansa({ env: emulator.env, clock }).cloud('seca');

test('many servers made at once have an address each, which one look at the NICs has found; a taken one is left alone', async () => {
  const cloud = open();
  const network = await cloud.networks.create({
    name: 'net',
    region: 'eu-central',
    subnets: [{ ipRange: '10.0.1.0/28' }],
  });
  const server = (name: string, at = cloud) =>
    at.servers.create({
      name,
      region: 'eu-central-a',
      size: 'seca.dxs',
      image: 'debian-12',
      networks: [{ networkId: network.id }],
    });
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((name) => server(name)));
  const ips = made.map(({ networks }) => networks?.[0]?.ip);
  expect([...ips].sort()).toEqual(['10.0.1.4', '10.0.1.5', '10.0.1.6', '10.0.1.7']);
  // Another process takes the next one, of which this one knows nothing.
  expect((await server('e', open())).networks).toEqual([{ networkId: network.id, ip: '10.0.1.8' }]);
  expect((await server('f')).networks).toEqual([{ networkId: network.id, ip: '10.0.1.9' }]);
  const lists = emulator.requests.list({
    method: 'GET',
    path: '/eu-central/providers/seca.network/v1/tenants/emulator/workspaces/emulated/nics',
  });
  expect(lists.filter(({ path }) => !path.includes('labels='))).toHaveLength(3);
  for (const { id } of await cloud.servers.list()) await cloud.servers.delete(id);
  await cloud.networks.delete(network.id);
});

test('a public IP leads to the first network of a server, and to none without one', async () => {
  const cloud = open();
  const network = await cloud.networks.create({
    name: 'net',
    region: 'eu-south',
    subnets: [{ ipRange: '10.0.1.0/24' }],
  });
  const bare = { region: 'eu-south', size: 'seca.dxs', image: 'debian-12' };
  const [inside, outside] = await Promise.all([
    cloud.servers.create({ name: 'in', ...bare, networks: [{ networkId: network.id }] }),
    cloud.servers.create({ name: 'out', ...bare }),
  ]);
  const ip = await cloud.publicIps.create({ name: 'ip', region: 'eu-south', serverId: inside.id });
  expect(ip).toMatchObject({ serverId: inside.id, address: expect.stringMatching(/^203\.0\.113\./) });
  await expect(cloud.publicIps.update(ip.id, { serverId: outside.id })).rejects.toThrow('has no network');
  expect((await cloud.publicIps.read(ip.id))?.serverId).toBe(inside.id);
  for (const { id } of await cloud.servers.list()) await cloud.servers.delete(id);
  expect((await cloud.publicIps.read(ip.id))?.serverId).toBeNull();
  await cloud.publicIps.delete(ip.id);
  await cloud.networks.delete(network.id);
});
