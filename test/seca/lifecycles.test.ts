import { Client } from './client.fixture.js';
import { type Opened, openOver, TENANT } from './gateway.fixture.js';

/** What of the published conformance suite is a life cycle, over an emulated cloud; each test's steps are in that suite's order. */

let opened: Opened;
let seca: Client;
const WS = 'workspaces/ws';
const sku = (provider: string, name: string) => ({ resource: `${provider}/v1/tenants/${TENANT}/skus/${name}` });
const ref = (path: string, provider: string) => ({ resource: `${provider}/v1/tenants/${TENANT}/${path}` });
const STORAGE = sku('seca.storage', 'standard');
const NETWORK = sku('seca.network', 'standard');
const labels = { env: 'conformance' };
const annotations = { description: 'made by a test' };
let small: string;

beforeAll(async () => {
  opened = await openOver('hetzner');
  seca = new Client(opened);
  const { body } = await opened.ask<{ items: { metadata: { name: string } }[] }>(
    'GET',
    `/regions/fsn1/providers/seca.compute/v1/tenants/${TENANT}/skus?labels=Tier%3DD2XS`,
  );
  small = String(body.items[0]?.metadata.name);
  await seca.create(WS, { labels, annotations });
});

afterAll(async () => {
  try {
    await seca.delete(WS);
    expect(await standing()).toEqual([]);
  } finally {
    await opened.close();
  }
  expect(opened.emulator.failures).toEqual([]);
  expect(opened.logged).toEqual([]);
});

/** What stands at the cloud. */
async function standing(): Promise<string[]> {
  const cloud = opened.hansa.cloud('hetzner');
  const kinds = ['server', 'volume', 'network', 'firewall', 'public_ip', 'ssh_key'];
  const all = await Promise.all(kinds.map(async (kind) => (await cloud.kind(kind).list()).map(() => kind)));
  return all.flat();
}

test('a workspace', async () => {
  await seca.create('workspaces/other', { labels });
  await seca.update('workspaces/other', { labels: { env: 'production' } });
  await seca.delete('workspaces/other');
});

test('roles and their assignments', async () => {
  const permission = { provider: 'seca.storage/v1', resources: ['images/x'], verb: ['GET'] };
  await seca.create('roles/reader', { labels, annotations, spec: { permissions: [permission] } });
  await seca.update('roles/reader', { labels, spec: { permissions: [{ ...permission, verb: ['GET', 'PUT'] }] } });
  const spec = { roles: ['reader'], subs: ['me@example.com'], scopes: [{ tenants: [TENANT], regions: ['fsn1'] }] };
  await seca.create('role-assignments/mine', { labels, spec });
  await seca.update('role-assignments/mine', { labels, spec: { ...spec, subs: ['you@example.com'] } });
  expect((await seca.ask('DELETE', seca.url('roles/reader'))).status).toBe(412);
  await seca.delete('role-assignments/mine', 'roles/reader');
});

test('a block storage, and an image of it', async () => {
  await seca.create(`${WS}/block-storages/disk`, { labels, annotations, spec: { sizeGB: 20, skuRef: STORAGE } });
  const grown = await seca.update(`${WS}/block-storages/disk`, { labels, spec: { sizeGB: 30, skuRef: STORAGE } });
  expect(grown.status['sizeGB']).toBe(30);
  const spec = { blockStorageRef: ref(`${WS}/block-storages/disk`, 'seca.storage'), cpuArchitecture: 'amd64' };
  await seca.create('images/golden', { labels, spec });
  await seca.update('images/golden', { labels: { env: 'production' }, spec });
  await seca.delete('images/golden');
  await seca.delete(`${WS}/block-storages/disk`);
});

test('an instance, started, restarted and stopped', async () => {
  await seca.create(`${WS}/block-storages/boot`, { spec: { sizeGB: 20, skuRef: STORAGE } });
  const spec = {
    skuRef: sku('seca.compute', small),
    zone: 'fsn1',
    bootVolume: { deviceRef: ref(`${WS}/block-storages/boot`, 'seca.storage') },
  };
  const at = `${WS}/instances/web`;
  const created = await seca.create(at, { labels, annotations, spec });
  expect(created.status['powerState']).toBe('off');
  await seca.update(at, { labels: { env: 'production' }, annotations, spec });
  const states = (times: number) => [
    ...Array(times).fill(['active', 'updating']).flat(),
    'active',
    'creating',
    'pending',
  ];
  for (const [action, times, power] of [
    ['start', 2, 'on'],
    ['restart', 3, 'on'],
    ['stop', 4, 'off'],
  ] as const) {
    expect(await seca.power(at, action)).toBe(202);
    expect((await seca.active(at, states(times))).status['powerState']).toBe(power);
    const [server] = await opened.hansa.cloud('hetzner').servers.list();
    expect(server).toMatchObject({ power, labels: expect.objectContaining({ env: 'production', 'seca-name': 'web' }) });
    expect(server?.publicIpv4Address ?? null).toBeNull();
  }
  // What its state does not allow.
  expect([await seca.power(at, 'stop'), await seca.power(at, 'restart'), await seca.power(at, 'start')]).toEqual([
    412, 412, 202,
  ]);
  expect(await seca.power(at, 'start')).toBe(412);
  expect((await seca.ask('DELETE', seca.url(WS))).status).toBe(412);
  expect((await seca.ask('DELETE', seca.url(`${WS}/block-storages/boot`))).status).toBe(412);
  await seca.delete(at, `${WS}/block-storages/boot`);
});

test('a network with all that it can have, and an instance on it', async () => {
  const net = `${WS}/networks/net`;
  const cidr = { ipv4: '10.1.0.0/16' };
  await seca.create(net, { labels, spec: { cidr, skuRef: NETWORK } });
  await seca.create(`${WS}/internet-gateways/gw`, { labels, spec: { egressOnly: false } });
  await seca.update(`${WS}/internet-gateways/gw`, { labels, spec: { egressOnly: true } });
  const gateway = ref(`${WS}/internet-gateways/gw`, 'seca.network');
  await seca.create(`${net}/route-tables/rt`, {
    spec: { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: gateway }] },
  });
  // An instance that is still to come may be a target.
  const instance = ref(`${WS}/instances/vm`, 'seca.compute');
  await seca.update(`${net}/route-tables/rt`, {
    spec: { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: instance }] },
  });
  expect((await seca.ask('DELETE', seca.url(net))).status).toBe(412);
  await seca.update(net, { labels: { env: 'production' }, spec: { cidr, skuRef: NETWORK } });
  const subnet = {
    cidr: { ipv4: '10.1.1.0/24' },
    routeTableRef: ref(`${net}/route-tables/rt`, 'seca.network'),
    zone: 'fsn1',
  };
  await seca.create(`${net}/subnets/sub`, { labels, spec: subnet });
  await seca.update(`${net}/subnets/sub`, { labels: { env: 'production' }, spec: subnet });
  expect(await opened.hansa.cloud('hetzner').networks.list()).toMatchObject([
    { ipRange: '10.1.0.0/16', subnets: [{ ipRange: '10.1.1.0/24' }] },
  ]);
  // The address to which the NIC refers comes later than the NIC.
  const nic = {
    addresses: ['10.1.1.5'],
    subnetRef: ref(`${net}/subnets/sub`, 'seca.network'),
    publicIpRefs: [ref(`${WS}/public-ips/ip`, 'seca.network')],
    skuRef: NETWORK,
  };
  await seca.create(`${WS}/nics/nic`, { labels, spec: nic });
  await seca.update(`${WS}/nics/nic`, { labels, spec: { ...nic, addresses: ['10.1.1.6'] } });
  await seca.create(`${WS}/public-ips/ip`, { labels, spec: { version: 'IPv4', address: '203.0.113.1' } });
  const ip = await seca.update(`${WS}/public-ips/ip`, { labels, spec: { version: 'IPv4', address: '203.0.113.2' } });
  await seca.create(`${WS}/security-group-rules/rule`, { labels, spec: { direction: 'ingress' } });
  await seca.update(`${WS}/security-group-rules/rule`, { labels, spec: { direction: 'egress' } });
  const ruleRefs = [ref(`${WS}/security-group-rules/rule`, 'seca.network')];
  await seca.create(`${WS}/security-groups/group`, { labels, spec: { ruleRefs } });
  const rules = [
    { direction: 'ingress', protocol: 'tcp+udp', ports: { from: 80, to: 90, list: [443] }, version: 'IPv4' },
  ];
  await seca.update(`${WS}/security-groups/group`, { labels, spec: { rules, ruleRefs } });
  await seca.update(`${WS}/security-group-rules/rule`, {
    spec: { direction: 'ingress', protocol: 'icmp', sourceRef: [{ resource: '10.0.0.0/8' }] },
  });
  expect((await opened.hansa.cloud('hetzner').firewalls.list())[0]?.rules).toEqual([
    { direction: 'in', protocol: 'tcp', ports: '80-90', cidrs: ['0.0.0.0/0'] },
    { direction: 'in', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0'] },
    { direction: 'in', protocol: 'udp', ports: '80-90', cidrs: ['0.0.0.0/0'] },
    { direction: 'in', protocol: 'udp', ports: '443', cidrs: ['0.0.0.0/0'] },
    { direction: 'in', protocol: 'icmp', ports: null, cidrs: ['10.0.0.0/8'] },
  ]);

  await seca.create(`${WS}/block-storages/boot`, {
    spec: { sizeGB: 20, skuRef: STORAGE, sourceImageRef: { resource: 'images/ubuntu-24.04' } },
  });
  await seca.create(`${WS}/block-storages/data`, { spec: { sizeGB: 20, skuRef: STORAGE } });
  const spec = {
    skuRef: sku('seca.compute', small),
    zone: 'fsn1',
    bootVolume: { deviceRef: ref(`${WS}/block-storages/boot`, 'seca.storage') },
    dataVolumes: [{ deviceRef: { resource: 'block-storages/data' } }],
    primaryNicRef: { resource: 'nics/nic' },
    securityGroupRef: { resource: 'security-groups/group' },
    sshKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@here'],
    userData: '#cloud-config\n',
  };
  const vm = await seca.create(`${WS}/instances/vm`, { labels, spec });
  const [server] = await opened.hansa.cloud('hetzner').servers.list();
  expect(server).toMatchObject({ networks: [{ ip: '10.1.1.6' }], firewallIds: [expect.any(String)] });
  expect((await opened.hansa.cloud('hetzner').volumes.list())[0]).toMatchObject({ sizeGib: 20, serverId: server?.id });
  const [address] = await opened.hansa.cloud('hetzner').publicIps.list();
  expect(address).toMatchObject({ serverId: server?.id });
  expect(ip.status['ipAddress']).toBe(address?.address);
  const attachedTo = { resource: vm.metadata.ref };
  expect((await seca.get(`${WS}/public-ips/ip`)).status['attachedTo']).toEqual(attachedTo);
  expect((await seca.get(`${WS}/block-storages/data`)).status['attachedTo']).toEqual(attachedTo);

  // What is on a volume that was in use cannot be copied, and is not said to be.
  expect(
    await seca.refused('images/copy', {
      spec: { blockStorageRef: ref(`${WS}/block-storages/data`, 'seca.storage'), cpuArchitecture: 'amd64' },
    }),
  ).toContain('was in use');

  // Off with the volume and the NIC, while the instance stays.
  const { dataVolumes: _, primaryNicRef: __, ...bare } = spec;
  await seca.update(`${WS}/instances/vm`, { labels, spec: bare });
  expect((await opened.hansa.cloud('hetzner').servers.list())[0]).toMatchObject({ networks: [] });
  expect((await opened.hansa.cloud('hetzner').volumes.list())[0]).toMatchObject({ serverId: null });
  expect((await opened.hansa.cloud('hetzner').publicIps.list())[0]).toMatchObject({ serverId: null });

  // All at once, as the suite's usage scenarios do: each waits for those before it.
  await seca.delete(
    `${WS}/instances/vm`,
    `${WS}/security-group-rules/rule`,
    `${WS}/security-groups/group`,
    `${WS}/nics/nic`,
    `${WS}/public-ips/ip`,
    `${net}/route-tables/rt`,
    `${WS}/internet-gateways/gw`,
    net,
    `${WS}/block-storages/boot`,
    `${WS}/block-storages/data`,
  );
  // Its subnet went with the network.
  expect(await standing()).toEqual([]);
});
