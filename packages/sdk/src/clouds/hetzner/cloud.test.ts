import { type Emulated, emulated, keyNumber } from './testing/emulated.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJgjoDEXOn2s2DVGnRzSRNYqqRPyMwZGhfHWGBqBkIt';
const OWNED = { 'hansa-owner': 'shop' };

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterEach(() => {
  expect(cloud.emulator.failures).toEqual([]);
  cloud.emulator.reset();
});
afterAll(() => cloud.emulator.close());

it('makes, changes and removes a whole workload', async () => {
  const hetzner = cloud.connect();
  const key = await hetzner.sshKeys.create({ name: 'me', publicKey: `${KEY} me@home` });
  const network = await hetzner.networks.create({ name: 'net', region: 'DE', subnets: [{ ipRange: '10.0.1.0/24' }] });
  const rules = [{ direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['0.0.0.0/0', '::/0'] }] as const;
  const firewall = await hetzner.firewalls.create({
    name: 'fw',
    region: 'fsn1',
    rules: rules.map((r) => ({ ...r, cidrs: [...r.cidrs] })),
  });
  expect(network).toMatchObject({ place: 'eu-central', region: 'DE', ipRange: '10.0.0.0/16' });
  const server = await hetzner.servers.create({
    name: 'web',
    region: 'fsn1',
    size: 'SCS-2V-4',
    image: 'debian-12',
    labels: { app: 'shop' },
    sshKeyIds: [key.id],
    userData: '#cloud-config\n',
    networks: [{ networkId: network.id, ip: '10.0.1.7' }],
    firewallIds: [firewall.id],
  });
  expect(server).toMatchObject({
    place: 'fsn1',
    power: 'on',
    image: 'debian-12',
    architecture: 'x86',
    labels: { app: 'shop' },
    networks: [{ networkId: network.id, ip: '10.0.1.7' }],
    firewallIds: [firewall.id],
    publicIpv4: true,
    priceCurrency: 'EUR',
  });
  expect(server.vcpus).toBeGreaterThanOrEqual(2);
  expect(server.pricePerMonth).toBeGreaterThan(0);
  expect(server.publicIpv4Address).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(server.publicIpv6Address).toMatch(/::1$/);

  const volume = await hetzner.volumes.create({ name: 'data', region: 'fsn1', sizeGib: 10, serverId: server.id });
  const address = await hetzner.publicIps.create({ name: 'front', region: 'fsn1', serverId: server.id });
  expect(volume).toMatchObject({ sizeGib: 10, serverId: server.id, place: 'fsn1', priceCurrency: 'EUR' });
  expect(volume.pricePerMonth).toBeGreaterThan(0);
  expect(address).toMatchObject({ version: 4, serverId: server.id, place: 'fsn1', priceCurrency: 'EUR' });
  expect(address.pricePerMonth).toBeGreaterThan(0);

  // Read again as after an import: everything the model promises, from the API alone.
  const imported = await cloud.connect().servers.read(server.id);
  expect(imported).toMatchObject({ image: 'debian-12', nativeSize: server.nativeSize, firewallIds: [firewall.id] });

  const grown = await hetzner.volumes.update(volume.id, { sizeGib: 20, serverId: null });
  expect(grown.pricePerMonth).toBeCloseTo(2 * (volume.pricePerMonth ?? 0));
  await hetzner.publicIps.update(address.id, { serverId: null, name: 'door' });
  expect(await hetzner.volumes.read(volume.id)).toMatchObject({ sizeGib: 20, serverId: null });
  expect(await hetzner.publicIps.read(address.id)).toMatchObject({ name: 'door', serverId: null });

  await hetzner.servers.update(server.id, { networks: [], firewallIds: [], labels: { app: 'blog' }, name: 'www' });
  expect(await hetzner.servers.read(server.id)).toMatchObject({ networks: [], firewallIds: [], name: 'www' });
  const { servers } = (await cloud.raw('/servers')) as { servers: { labels: object }[] };
  expect(servers[0]?.labels).toEqual({ ...OWNED, app: 'blog' });

  await hetzner.servers.delete(server.id);
  await hetzner.volumes.delete(volume.id);
  await hetzner.publicIps.delete(address.id);
  await hetzner.firewalls.delete(firewall.id);
  await hetzner.networks.delete(network.id);
  await hetzner.sshKeys.delete(key.id);
  for (const left of ['servers', 'volumes', 'floating_ips', 'primary_ips', 'firewalls', 'networks', 'ssh_keys']) {
    expect([left, await cloud.count(left)]).toEqual([left, 0]);
  }
});

it('changes the type of a running server with a stop, keeps its disk, and goes back', async () => {
  const hetzner = cloud.connect();
  const spec = { name: 'web', region: 'fsn1', size: 'cx23', image: 'debian-12' };
  const server = await hetzner.servers.create(spec);
  const bigger = { ...spec, size: 'cx33' };
  const plan = await hetzner.servers.plan({ prior: server, spec: bigger });
  expect(plan).toMatchObject({ changed: ['size'], replace: [], disruption: 'stop' });
  const grown = await hetzner.servers.change({ prior: server, spec: bigger });
  expect(grown).toMatchObject({ nativeSize: 'cx33', power: 'on', diskGib: server.diskGib });
  const back = await hetzner.servers.change({ prior: grown, spec });
  expect(back).toMatchObject({ nativeSize: 'cx23', power: 'on', diskGib: server.diskGib });
  const again = await hetzner.servers.plan({ prior: back, spec });
  expect(again).toMatchObject({ changed: [], issues: [] });
});

it('refuses a type with too small a disk before the server is stopped, unless the server is made anew anyway', async () => {
  const hetzner = cloud.connect();
  const spec = { name: 'web', region: 'fsn1', size: 'cx33', image: 'debian-12' };
  const server = await hetzner.servers.create(spec);
  expect(server.diskGib).toBe(80);
  const smaller = { ...spec, size: 'cx23' };
  const { issues } = await hetzner.servers.plan({ prior: server, spec: smaller });
  expect(issues).toContainEqual({
    severity: 'error',
    code: 'invalid',
    attribute: ['size'],
    message: 'the root disk has 80 GiB and cannot shrink; cx23 has one of 40 GiB',
    next: [expect.stringContaining('(80 GiB)'), expect.stringContaining('anew')],
  });
  const before = cloud.emulator.requests.total;
  await expect(hetzner.servers.change({ prior: server, spec: smaller })).rejects.toMatchObject({ code: 'invalid' });
  expect(cloud.emulator.requests.total).toBe(before);
  // By a name that leaves a choice, the smallest type that holds the disk is chosen.
  const named = await hetzner.servers.plan({ prior: server, spec: { ...spec, size: 'SCS-2V-4' } });
  expect(named).toMatchObject({ changed: ['size'], values: { diskGib: 80 } });
  expect(named.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(named.values['nativeSize']).not.toBe('cx23');
  const anew = await hetzner.servers.plan({ prior: server, spec: { ...smaller, image: 'ubuntu-24.04' } });
  expect(anew).toMatchObject({ disruption: 'replace', issues: [] });
});

it('makes a server that is off, switches it on and off', async () => {
  const hetzner = cloud.connect();
  const spec = {
    name: 'web',
    region: 'fsn1',
    size: 'cx23',
    image: 'debian-12',
    power: 'off',
    publicIpv4: false,
  } as const;
  const off = await hetzner.servers.create(spec);
  expect(off).toMatchObject({ power: 'off', publicIpv4: false, publicIpv4Address: null });
  const on = await hetzner.servers.change({ prior: off, spec: { ...spec, power: 'on' } });
  expect(on.power).toBe('on');
  expect(await hetzner.servers.change({ prior: on, spec })).toMatchObject({ power: 'off' });
});

it('deletes a firewall and a network that are in use, and detaches volume and address first', async () => {
  const hetzner = cloud.connect();
  const network = await hetzner.networks.create({ name: 'net', region: 'fsn1' });
  const firewall = await hetzner.firewalls.create({ name: 'fw', region: 'fsn1' });
  const server = await hetzner.servers.create({
    name: 'web',
    region: 'fsn1',
    size: 'cx23',
    image: 'debian-12',
    networks: [{ networkId: network.id }],
    firewallIds: [firewall.id],
  });
  const volume = await hetzner.volumes.create({ name: 'data', region: 'fsn1', sizeGib: 10, serverId: server.id });
  const address = await hetzner.publicIps.create({ name: 'six', region: 'fsn1', version: 6, serverId: server.id });
  expect(address.address).toMatch(/::\/64$/);
  await hetzner.firewalls.delete(firewall.id);
  await hetzner.networks.delete(network.id);
  await hetzner.volumes.delete(volume.id);
  await hetzner.publicIps.delete(address.id);
  expect(await hetzner.servers.read(server.id)).toMatchObject({ networks: [], firewallIds: [] });
  await expect(hetzner.volumes.delete(volume.id)).resolves.toBeUndefined();
});

it('keeps a network together while its subnets change', async () => {
  const hetzner = cloud.connect();
  const spec = { name: 'net', region: 'fsn1', ipRange: '10.0.0.0/16' };
  const first = await hetzner.networks.create({
    ...spec,
    subnets: [{ ipRange: '10.0.0.0/24' }, { ipRange: '10.0.9.0/24' }],
  });
  const subnets = [{ ipRange: '10.0.0.0/25' }, { ipRange: '10.0.9.0/24' }];
  const second = await hetzner.networks.change({ prior: first, spec: { ...spec, subnets } });
  expect(second.subnets).toHaveLength(2);
  expect(second.subnets).toEqual(expect.arrayContaining(subnets));
});

it('replaces rules and lets the rest of a firewall be', async () => {
  const hetzner = cloud.connect();
  const rule = { direction: 'in', protocol: 'udp', cidrs: ['10.0.0.0/8'] } as const;
  const firewall = await hetzner.firewalls.create({
    name: 'fw',
    region: 'fsn1',
    rules: [{ ...rule, cidrs: [...rule.cidrs] }],
  });
  const esp = { direction: 'in', protocol: 'esp', source_ips: ['192.0.2.1/32'] };
  const id = firewall.id.split('/')[1];
  await cloud.raw(`/firewalls/${id}/actions/set_rules`, { method: 'POST', body: JSON.stringify({ rules: [esp] }) });
  const cidrs = ['192.0.2.0/24'];
  const changed = await hetzner.firewalls.update(firewall.id, {
    rules: [{ direction: 'out', protocol: 'tcp', ports: '443', cidrs }],
  });
  expect(changed.rules).toEqual([{ direction: 'out', protocol: 'tcp', ports: '443', cidrs }]);
  const now = (await cloud.raw(`/firewalls/${id}`)) as { firewall: { rules: { protocol: string }[] } };
  expect(now.firewall.rules.map(({ protocol }) => protocol)).toEqual(['tcp', 'esp']);
});

it('reads 120 keys in three requests', async () => {
  const hetzner = cloud.connect();
  await hetzner.connect();
  for (let i = 0; i < 120; i += 1) {
    const body = JSON.stringify({ name: `key-${i}`, public_key: keyNumber(i), labels: OWNED });
    await cloud.raw('/ssh_keys', { method: 'POST', body });
  }
  const before = cloud.emulator.requests.total;
  await expect(hetzner.sshKeys.list()).resolves.toHaveLength(120);
  expect(cloud.emulator.requests.total - before).toBe(3);
});
