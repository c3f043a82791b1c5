import { exampleKey } from '../../kinds/ssh-key/example.js';
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

const web = { name: 'web', region: 'fi-hel1', size: '2xCPU-4GB', image: 'debian-12' } as const;
const uuid = (id: string) => id.replace('upcloud/', '');
const storages = () => cloud.count('/storage/private', 'storages', 'storage');

it('is made with what its parts need: keys, user data, cards, a root disk of the plan’s size', async () => {
  const upcloud = cloud.connect();
  const key = await upcloud.sshKeys.create({ name: 'deploy', publicKey: exampleKey('deploy') });
  const network = await upcloud.networks.create({ name: 'net', region: 'fi-hel1' });
  const networks = [{ networkId: network.id, ip: '10.0.0.9' }];
  const server = await upcloud.servers.create({ ...web, sshKeyIds: [key.id], networks, userData: '#cloud-config\n' });
  expect(server).toMatchObject({ diskGib: 80, networks, power: 'on', image: 'debian-12', publicIpv4: true });
  expect(server.publicIpv4Address).toMatch(/^198\.18\./);
  expect(server.publicIpv6Address).toMatch(/^2001:db8:/);
  const made = [...cloud.emulator.requests].find(({ method, path }) => method === 'POST' && path === '/1.3/server');
  const sent = (made?.requestBody as { server: Record<string, unknown> } | undefined)?.server;
  // Whatever the model lacks of a key, its name stands behind it; the log hides what sounds like a password.
  const ssh_key = [exampleKey('deploy').replace(/ [^ ]*$/, ' deploy')];
  expect(sent).toMatchObject({ metadata: 'yes', login_user: { username: 'root', ssh_keys: { ssh_key } } });
});

it('an id that holds no key is blamed where it stands', async () => {
  const sshKeyIds = ['upcloud/00c4e1a2-0000-4000-8000-000000000000'];
  await expect(cloud.connect().servers.create({ ...web, sshKeyIds })).rejects.toMatchObject({
    code: 'invalid',
    details: { attribute: ['sshKeyIds', 0] },
  });
});

it('takes its root disk along when it goes, and leaves every volume', async () => {
  const { servers, volumes } = cloud.connect();
  const server = await servers.create(web);
  const volume = await volumes.create({ name: 'data', region: 'fi-hel1', sizeGib: 10, serverId: server.id });
  expect(await storages()).toBe(2);
  await servers.delete(server.id);
  expect(await storages()).toBe(1);
  expect(await volumes.read(volume.id)).toMatchObject({ serverId: null, sizeGib: 10 });
});

it('a stop that was ordered before is waited for', async () => {
  const { servers } = cloud.connect();
  const server = await servers.create(web);
  await cloud.raw('POST', `/server/${uuid(server.id)}/stop`, { stop_server: { stop_type: 'soft', timeout: '60' } });
  expect(await servers.update(server.id, { power: 'off' })).toMatchObject({ power: 'off' });
});

it('a system that does not obey is stopped by the plug', async () => {
  const { servers } = cloud.connect();
  const server = await servers.create(web);
  // Longer than UpCloud waits before it cuts the power itself, which is what it should have done.
  cloud.emulator.configure({ durations: { upcloud: { 'server.stop-soft': 100_000 } } });
  expect(await servers.update(server.id, { power: 'off' })).toMatchObject({ power: 'off' });
  cloud.emulator.configure({ durations: {} });
});

it('grows its root disk in place, and leaves a larger one as it is', async () => {
  const { servers } = cloud.connect();
  const server = await servers.create({ ...web, diskGib: 30 });
  expect(server.diskGib).toBe(30);
  expect(await servers.update(server.id, { diskGib: 50 })).toMatchObject({ diskGib: 50, power: 'on' });
  // At least so much is said, and there is more.
  await servers.update(server.id, { diskGib: 40 });
  expect(await servers.read(server.id)).toMatchObject({ diskGib: 50 });
});

it('networks reach each other’s subnets by the router', async () => {
  const { networks } = cloud.connect();
  const subnets = [{ ipRange: '10.1.1.0/24' }, { ipRange: '10.1.2.0/24' }];
  const network = await networks.create({ name: 'net', region: 'fi-hel1', ipRange: '10.1.0.0/16', subnets });
  expect(network.subnets).toEqual(subnets);
  const { body } = await cloud.raw('GET', '/network?zone=fi-hel1');
  const all = (body['networks'] as { network: Record<string, unknown>[] }).network;
  const ours = all.filter(({ router, type }) => type === 'private' && router === uuid(network.id));
  expect(ours).toHaveLength(2);
  expect(ours[0]?.['ip_networks']).toMatchObject({ ip_network: [{ dhcp_routes: ['10.1.0.0/16'] }] });
});

it('a label key that the model takes and UpCloud does not is refused at plan time', async () => {
  const { issues } = await cloud.connect().servers.plan({ spec: { ...web, labels: { x: 'y' } }, prior: null });
  expect(issues).toMatchObject([{ code: 'invalid', attribute: ['labels', 'x'] }]);
});
