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

const region = 'GRA11';
const web = { name: 'web', region, size: 'd2-2', image: 'debian-12' } as const;
const AT = `/region/${region}`;
const own = (id: string) => id.split('/').at(-1) ?? '';
interface Named {
  id: string;
  name: string;
}
const gateways = () => cloud.raw<Named[]>('GET', `${AT}/gateway`);
const sent = (what: string) => cloud.changes().find((one) => one.what === what)?.body;

describe('a server', () => {
  it('is made by one request: name and labels in one text, its cards, its key, its host name in the user data', async () => {
    // The emulator's own record of requests leaves user data out, as a secret.
    const given: unknown[] = [];
    const ovh = cloud.connect({
      wiretap: (next) => (request) => {
        if (request.method === 'POST' && request.path.endsWith('/instance'))
          given.push(JSON.parse(request.text?.content ?? '{}').userData);
        return next(request);
      },
    });
    const key = await ovh.sshKeys.create({ name: 'deploy', publicKey: exampleKey('deploy') });
    const network = await ovh.networks.create({ name: 'net', region });
    const networks = [{ networkId: network.id, ip: '10.0.0.9' }];
    const server = await ovh.servers.create({ ...web, sshKeyIds: [key.id], networks, labels: { env: 'prod' } });
    expect(server).toMatchObject({ diskGib: 25, networks, power: 'on', publicIpv4: true, labels: { env: 'prod' } });
    expect(server.publicIpv4Address).toMatch(/^198\.19\./);
    const body = sent('POST /instance');
    expect(body).toMatchObject({ sshKeyId: own(key.id), region });
    expect(given).toEqual(['#cloud-config\nhostname: web\n']);
    expect(body?.['name']).toMatch(/^web .*env=prod.*hansa-owner=shop/);
    const inside = { networkId: own(network.id), ip: '10.0.0.9' };
    expect(body?.['networks']).toEqual([{ networkId: expect.any(String) }, inside]);
  });

  it('stands behind its firewall before its system runs, with every card', async () => {
    const { firewalls, networks, servers } = cloud.connect();
    cloud.emulator.configure({ durations: { ovh: { 'instance.build': 600_000 } } });
    const firewall = await firewalls.create({ name: 'fw', region });
    const network = await networks.create({ name: 'net', region });
    const server = await servers.create({
      ...web,
      firewallIds: [firewall.id],
      networks: [{ networkId: network.id }],
    });
    expect(server.firewallIds).toEqual([firewall.id]);
    const log = [...cloud.emulator.requests];
    const [first, last] = [log.findIndex(isPort), log.findLastIndex(isInstance)].map((at) => log[at]?.at ?? 0);
    expect((last ?? 0) - (first ?? 0)).toBeGreaterThan(500_000);
    cloud.emulator.configure({ durations: {} });
  });

  it('with a root disk that grew with its size is left as it is', async () => {
    const { servers } = cloud.connect();
    const server = await servers.create({ ...web, diskGib: 20 });
    await servers.update(server.id, { size: 'd2-4' });
    expect(await servers.read(server.id)).toMatchObject({ diskGib: 50, power: 'on' });
  });

  it.each([
    ['two keys', { sshKeyIds: ['ovh/a', 'ovh/b'] }, ['sshKeyIds']],
    ['no card at all', { publicIpv4: false }, ['publicIpv4']],
    ['labels beyond its name', { labels: { long: 'x'.repeat(250) } }, ['labels', 'long']],
  ])('with %s is refused at plan time', async (_, wish, attribute) => {
    const { issues } = await cloud.connect().servers.plan({ spec: { ...web, ...wish }, prior: null });
    expect(issues).toMatchObject([{ code: 'invalid', attribute }]);
    expect(cloud.changes()).toEqual([]);
  });

  it('and its network are in one region', async () => {
    const { networks, servers } = cloud.connect();
    const network = await networks.create({ name: 'net', region: 'BHS5' });
    await expect(servers.create({ ...web, networks: [{ networkId: network.id }] })).rejects.toMatchObject({
      code: 'invalid',
      details: { attribute: ['networks', 0, 'networkId'], message: 'it is in BHS5, the server in GRA11' },
    });
  });

  it('that could not be made is said to be so, and goes', async () => {
    const { servers } = cloud.connect();
    cloud.emulator.stock.soldOut('ovh', 'd2-2');
    const error = await servers.create(web).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'out-of-stock' });
  });
});

const isPort = ({ method, path }: { method: string; path: string }) => method === 'PUT' && path.includes('/ports/');
const isInstance = ({ path }: { path: string }) => path.includes('/instance/');

describe('a public IP', () => {
  const inside = async (ranges = ['10.0.1.0/24']) => {
    const { networks, servers } = cloud.connect();
    const subnets = ranges.map((ipRange) => ({ ipRange }));
    const network = await networks.create({ name: 'net', region, ipRange: '10.0.0.0/16', subnets });
    const made = (name: string, ip: string) =>
      servers.create({ ...web, name, publicIpv4: false, networks: [{ networkId: network.id, ip }] });
    return { network, made };
  };

  it('makes the gateway that it needs, once, which goes with the network', async () => {
    const { networks, servers, publicIps } = cloud.connect();
    const { network, made } = await inside();
    const [a, b] = [await made('a', '10.0.1.7'), await made('b', '10.0.1.8')];
    expect(await gateways()).toEqual([]);
    const first = await publicIps.create({ name: 'first', region, serverId: a.id });
    const second = await publicIps.create({ name: 'second', region, serverId: b.id });
    expect([first.serverId, second.serverId]).toEqual([a.id, b.id]);
    expect(await gateways()).toMatchObject([{ name: `hansa-network=${own(network.id)}`, model: 's' }]);
    for (const { id } of [first, second]) await publicIps.delete(id);
    for (const { id } of [a, b]) await servers.delete(id);
    await networks.delete(network.id);
    expect(await gateways()).toEqual([]);
    expect(await cloud.raw('GET', `${AT}/network`)).toEqual([]);
  });

  it.each([
    ['one after the other', false],
    ['at once', true],
  ])('leads into every subnet of its network, %s', async (_, atOnce) => {
    const { publicIps } = cloud.connect();
    const { made } = await inside(['10.0.1.0/24', '10.0.2.0/24']);
    const servers = [await made('a', '10.0.1.7'), await made('b', '10.0.2.7'), await made('c', '10.0.1.8')];
    const create = ({ id, name }: { id: string; name: string }) => publicIps.create({ name, region, serverId: id });
    const led = [];
    if (atOnce) led.push(...(await Promise.all(servers.map(create))));
    else for (const one of servers) led.push(await create(one));
    expect(led.map(({ serverId }) => serverId)).toEqual(servers.map(({ id }) => id));
    expect(await gateways()).toHaveLength(1);
  });

  it('takes a gateway that is there, and leaves it and what hangs on it', async () => {
    const { networks, servers, publicIps } = cloud.connect();
    const { network, made } = await inside();
    const server = await made('a', '10.0.1.7');
    const ip = await publicIps.create({ name: 'first', region, serverId: server.id });
    const [gateway] = await gateways();
    await cloud.raw('PUT', `${AT}/gateway/${gateway?.id}`, { name: 'theirs', model: 's' });
    await publicIps.update(ip.id, { serverId: null });
    expect(await publicIps.update(ip.id, { serverId: server.id })).toMatchObject({ serverId: server.id });
    expect(await gateways()).toMatchObject([{ name: 'theirs' }]);
    await publicIps.delete(ip.id);
    await servers.delete(server.id);
    await expect(networks.delete(network.id)).rejects.toMatchObject({
      code: 'conflict',
      details: { message: 'still in use by gateway theirs' },
    });
    expect(await gateways()).toHaveLength(1);
  });
});

it('a rename in the control panel takes the labels along: with the name the mark comes back, and the range never went', async () => {
  const { networks, servers } = cloud.connect();
  const subnets = [{ ipRange: '10.0.1.0/24' }];
  const network = await networks.create({ name: 'net', region, ipRange: '10.0.0.0/16', subnets });
  const server = await servers.create(web);
  const [wide] = await cloud.raw<Named[]>('GET', '/network/private');
  await cloud.raw('PUT', `/network/private/${wide?.id}`, { name: 'renamed' });
  await cloud.raw('PUT', `/instance/${own(server.id)}`, { instanceName: 'renamed' });
  expect(await networks.read(network.id)).toMatchObject({ name: 'renamed', ipRange: '10.0.0.0/16', subnets });
  await networks.update(network.id, { name: 'net' });
  await servers.update(server.id, { name: 'web' });
  expect(await cloud.raw('GET', '/network/private')).toMatchObject([{ name: 'net hansa-owner=shop' }]);
  expect(await cloud.raw('GET', '/instance')).toMatchObject([{ name: 'web hansa-owner=shop' }]);
});

it('a volume is detached to grow, only where it has to, and led back', async () => {
  const { servers, volumes } = cloud.connect();
  const server = await servers.create(web);
  const volume = await volumes.create({ name: 'data', region, sizeGib: 10, serverId: server.id });
  await volumes.update(volume.id, { sizeGib: 20 });
  expect(await volumes.read(volume.id)).toMatchObject({ sizeGib: 20, serverId: server.id });
  const steps = cloud.changes().filter(({ what }) => what.startsWith('POST /volume/'));
  expect(steps.map(({ what }) => what.split('/').at(-1))).toEqual(['attach', 'detach', 'upsize', 'attach']);
});

it.each([['GRA11/web'], ['6170692e-7363-616c-6577-61792e636f6d'], ['GRA11/6170692e-7363-616c-6577-61792e636f6d/x']])(
  '%s is no id of a network',
  async (id) => {
    await expect(cloud.connect().networks.read(`ovh/${id}`)).rejects.toMatchObject({
      code: 'invalid',
      details: { message: `"${id}" is no id of OVHcloud here` },
    });
    expect([...cloud.emulator.requests]).toEqual([]);
  },
);
