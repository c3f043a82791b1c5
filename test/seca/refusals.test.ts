import { Client, type Sent } from './client.fixture.js';
import { type Json, type Opened, openOver, TENANT, TOKEN } from './gateway.fixture.js';

/** What the published conformance suite wants refused: constraints, references that lead nowhere, strangers, stale versions. */

let opened: Opened;
let seca: Client;
const WS = 'workspaces/ws';
const STANDARD = { resource: 'skus/standard' };

beforeAll(async () => {
  opened = await openOver('hetzner', { subjects: ['me@example.com'] });
  seca = new Client(opened);
  await seca.create(WS, {});
  await seca.create(`${WS}/block-storages/boot`, { spec: SPECS['block-storages'] });
  await seca.create(`${WS}/networks/net`, { spec: SPECS['networks'] });
  await seca.create(`${WS}/internet-gateways/gw`, { spec: {} });
  await seca.create(`${WS}/networks/net/route-tables/rt`, { spec: SPECS['route-tables'] });
  await seca.create(`${WS}/networks/net/subnets/sub`, { spec: SPECS['subnets'] });
  await seca.create('roles/reader', { spec: SPECS['roles'] });
});

afterAll(async () => {
  await opened.close();
  expect(opened.logged).toEqual([]);
});

const rule: Json = { direction: 'ingress', protocol: 'tcp', ports: { from: 80, to: 81 } };
const SPECS: Record<string, Json> = {
  roles: { permissions: [{ provider: 'seca.compute/v1', resources: ['instances/*'], verb: ['get'] }] },
  'role-assignments': { roles: ['reader'], subs: ['me@example.com'], scopes: [{ tenants: [TENANT] }] },
  workspaces: {},
  images: { blockStorageRef: { resource: 'block-storages/boot', workspace: 'ws' }, cpuArchitecture: 'amd64' },
  'block-storages': { sizeGB: 20, skuRef: STANDARD },
  instances: {
    skuRef: { resource: 'skus/cx23' },
    zone: 'fsn1',
    bootVolume: { deviceRef: { resource: 'block-storages/boot' } },
  },
  networks: { cidr: { ipv4: '10.1.0.0/16' }, skuRef: STANDARD },
  subnets: { cidr: { ipv4: '10.1.1.0/24' }, routeTableRef: { resource: 'networks/net/route-tables/rt' }, zone: 'fsn1' },
  'route-tables': { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/gw' } }] },
  'internet-gateways': {},
  nics: { addresses: ['10.1.1.9'], subnetRef: { resource: 'networks/net/subnets/sub' } },
  'public-ips': { version: 'IPv4' },
  'security-groups': { rules: [rule] },
  'security-group-rules': rule,
};

function pathOf(collection: string, name: string): string {
  if (['roles', 'role-assignments', 'workspaces', 'images'].includes(collection)) return `${collection}/${name}`;
  return `${WS}/${['subnets', 'route-tables'].includes(collection) ? 'networks/net/' : ''}${collection}/${name}`;
}

test.each(Object.keys(SPECS))('%s with a wrong name, label, annotation or region', async (collection) => {
  const spec = SPECS[collection] as Json;
  const refused = (name: string, more: Sent = {}) => seca.refused(pathOf(collection, name), { spec, ...more });
  expect(await refused('a'.repeat(129))).toContain('/metadata/name');
  expect(await refused('Not-Kebab')).toContain('/metadata/name');
  expect(await refused('thing', { labels: { env: 'x'.repeat(64) } })).toContain('/labels/env');
  expect(await refused('thing', { annotations: { note: 'x'.repeat(1025) } })).toContain('/annotations/note');
  expect(await refused('thing', { metadata: { region: 'mars' } })).toContain('"mars"');
});

const many = (count: number, value: unknown) => Array<unknown>(count).fill(value);
const scope = (more: Json): Json => ({ scopes: [{ tenants: [TENANT], ...more }] });
const nowhere = { resource: 'block-storages/nowhere' };

test.each<[collection: string, specs: Json[]]>([
  [
    'roles',
    [
      { permissions: [] },
      { permissions: [{ provider: 'nowhere', resources: ['x'], verb: ['GET'] }] },
      { permissions: [{ provider: 'seca.compute', resources: ['x'], verb: ['CONNECT'] }] },
      { permissions: [{ provider: 'seca.compute', resources: [], verb: ['GET'] }] },
    ],
  ],
  [
    'role-assignments',
    [
      { roles: [] },
      { roles: many(33, 'reader') },
      { roles: [''] },
      { roles: ['r'.repeat(65)] },
      { roles: ['nowhere'] },
      { subs: [] },
      { subs: [''] },
      { subs: ['s'.repeat(129)] },
      { subs: many(257, 'me@example.com') },
      { subs: ['stranger@example.com'] },
      { scopes: [] },
      { scopes: many(257, {}) },
      scope({ tenants: ['t'.repeat(65)] }),
      scope({ tenants: [''] }),
      scope({ tenants: many(65, TENANT) }),
      scope({ tenants: ['nowhere'] }),
      scope({ regions: ['r'.repeat(65)] }),
      scope({ regions: many(65, 'fsn1') }),
      scope({ regions: ['nowhere'] }),
      scope({ workspaces: [''] }),
      scope({ workspaces: many(257, 'ws') }),
      scope({ workspaces: ['nowhere'] }),
      scope({ workspaces: ['ws', 'nowhere'] }),
    ],
  ],
  [
    'block-storages',
    [
      { sizeGB: 0 },
      { sizeGB: 1_000_001 },
      { skuRef: { resource: 'skus/nowhere' } },
      { sourceImageRef: { resource: 'images/nowhere' } },
    ],
  ],
  [
    'images',
    [
      { cpuArchitecture: 'x86_64' },
      { initializer: 'ignition' },
      { boot: 'coreboot' },
      { blockStorageRef: { resource: 'block-storages/boot', workspace: 'nowhere' } },
      { blockStorageRef: { resource: 'block-storages/nowhere', workspace: 'ws' } },
    ],
  ],
  [
    'instances',
    [
      { userData: 'u'.repeat(65_537) },
      { antiAffinityGroup: 'a'.repeat(65) },
      { sshKeys: ['k'.repeat(4097)] },
      { sshKeys: many(33, 'ssh-ed25519 AAAA') },
      { sshKeys: [''] },
      { sshKeys: ['my-key'] },
      { zone: 'z'.repeat(33) },
      { zone: '' },
      { zone: 'mars' },
      { dataVolumes: many(65, { deviceRef: nowhere }) },
      { dataVolumes: [{ deviceRef: nowhere }] },
      { dataVolumes: [{ deviceRef: { resource: 'block-storages/boot' } }] },
      { skuRef: { resource: 'skus/nowhere' } },
      { bootVolume: { deviceRef: nowhere } },
      { primaryNicRef: { resource: 'nics/nowhere' } },
      { securityGroupRef: { resource: 'security-groups/nowhere' } },
    ],
  ],
  [
    'networks',
    [
      { cidr: { ipv4: '100.100.100.100/24.0' } },
      { cidr: { ipv4: '1.0.0.0' } },
      { cidr: { ipv6: `${'f'.repeat(43)}/64` } },
      { cidr: { ipv6: ':/0' } },
      { cidr: { ipv6: 'fd00::/64' } },
      { additionalCidrs: [{ ipv4: '1.1.1/8' }] },
      { additionalCidrs: many(33, { ipv4: '10.2.0.0/16' }) },
      { skuRef: { resource: 'skus/nowhere' } },
    ],
  ],
  [
    'subnets',
    [
      { zone: 'z'.repeat(33) },
      { zone: 'mars' },
      { cidr: { ipv4: '192.168.0.0/24' } },
      { cidr: { ipv4: '10.1.0.0/20' } },
      { routeTableRef: { resource: 'networks/net/route-tables/nowhere' } },
    ],
  ],
  [
    'route-tables',
    [
      { routes: [] },
      { routes: many(1001, { destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/gw' } }) },
      { routes: [{ destinationCidrBlock: '0'.repeat(44), targetRef: { resource: 'internet-gateways/gw' } }] },
      { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/nowhere' } }] },
    ],
  ],
  [
    'nics',
    [{ addresses: ['1'.repeat(40)] }, { addresses: [] }, { subnetRef: { resource: 'networks/net/subnets/nowhere' } }],
  ],
  ['public-ips', [{ version: 'IPv5' }, { address: '1'.repeat(40) }]],
  [
    'security-group-rules',
    [
      { direction: 'sideways' },
      { version: 'IPv5' },
      { protocol: 'sctp' },
      { ports: { from: 65_536 } },
      { ports: { from: 0 } },
      { ports: { to: 65_536 } },
      { ports: { to: 0 } },
      { ports: { list: [65_536] } },
      { ports: { list: [0] } },
      { ports: {} },
      { icmp: { type: 9, code: 0 } },
      { icmp: { type: 0, code: 6 } },
      { sourceRef: [{ resource: 'instances/web' }] },
    ],
  ],
  [
    'security-groups',
    [
      { rules: [{ direction: 'sideways' }] },
      { rules: [{ ...rule, ports: { from: 65_536 } }] },
      { ruleRefs: [{ resource: 'security-group-rules/nowhere' }] },
    ],
  ],
])('%s with a wrong spec', async (collection, specs) => {
  for (const wrong of specs)
    await seca.refused(pathOf(collection, 'thing'), { spec: { ...SPECS[collection], ...wrong } });
});

test.each([
  'block-storages',
  'instances',
  'networks',
  'nics',
  'public-ips',
  'internet-gateways',
  'security-groups',
  'security-group-rules',
])('%s in a workspace that is not there', async (collection) => {
  await seca.refused(`workspaces/nowhere/${collection}/thing`, { spec: SPECS[collection] as Json });
});

test('what the cloud would refuse is refused before it is accepted, in its words', async () => {
  expect(await seca.refused(`${WS}/block-storages/tiny`, { spec: { sizeGB: 5, skuRef: STANDARD } })).toContain('10');
  const large = `${WS}/block-storages/large`;
  await seca.create(large, { spec: { sizeGB: 500, skuRef: STANDARD } });
  const spec = { ...SPECS['instances'], bootVolume: { deviceRef: { resource: 'block-storages/large' } } };
  expect(await seca.refused(`${WS}/instances/web`, { spec })).toContain('a root disk of 40 GiB');
  await seca.delete(large);
});

test('what may be named before it is there', async () => {
  const scopes = [{ workspaces: ['later', 'still-later'] }];
  await seca.create('role-assignments/early', { spec: { ...SPECS['role-assignments'], scopes } });
  await seca.create('workspaces/empty', {});
  const blockStorageRef = { resource: 'block-storages/later', workspace: 'empty' };
  await seca.create('images/early', { spec: { ...SPECS['images'], blockStorageRef } });
  await seca.delete('images/early', 'workspaces/empty', 'role-assignments/early');
});

test('subnets of one block are one at the cloud, which goes with the last of them', async () => {
  const subnets = async () => (await opened.hansa.cloud('hetzner').networks.list())[0]?.subnets;
  const before = await subnets();
  await seca.create(`${WS}/networks/net/subnets/same`, { spec: SPECS['subnets'] });
  expect(await subnets()).toEqual(before);
  await seca.delete(`${WS}/networks/net/subnets/same`);
  expect(await subnets()).toEqual(before);
});

test('what never changes, and what does not shrink', async () => {
  const boot = `${WS}/block-storages/boot`;
  expect(await seca.refused(boot, { spec: { ...SPECS['block-storages'], sizeGB: 19 } })).toContain(
    'cannot be decreased',
  );
  expect(
    await seca.refused(`${WS}/networks/net`, { spec: { ...SPECS['networks'], cidr: { ipv4: '10.2.0.0/16' } } }),
  ).toContain('never changes');
});

test('a version that is not the present one', async () => {
  const path = `${WS}/internet-gateways/locked`;
  const { metadata } = await seca.create(path, { spec: {} });
  const lock = (version: unknown) => ({ 'if-unmodified-since': String(version) });
  const url = seca.url(path);
  expect((await seca.put(path, { spec: {} }, lock(metadata.resourceVersion + 1))).status).toBe(412);
  expect((await seca.put(path, { spec: {} }, lock(metadata.resourceVersion))).status).toBe(200);
  expect((await seca.put(path, { spec: {} }, lock('yesterday'))).status).toBe(400);
  expect((await seca.ask('DELETE', url, { headers: lock(metadata.resourceVersion) })).status).toBe(412);
  expect((await seca.ask('DELETE', url, { headers: lock(metadata.resourceVersion + 1) })).status).toBe(202);
  expect((await seca.put(`${WS}/internet-gateways/new`, { spec: {} }, lock(1))).status).toBe(412);
});

test('strangers, other tenants, and paths that are none', async () => {
  const url = seca.url(WS);
  const as = async (authorization: string) => {
    const { status, body, headers } = await seca.ask('GET', url, { headers: { authorization } });
    return [status, body['type'], headers.get('www-authenticate')];
  };
  const unauthorized = [401, 'http://secapi.cloud/errors/unauthorized', 'Bearer'];
  expect(await as('')).toEqual(unauthorized);
  expect(await as('Bearer wrong')).toEqual(unauthorized);
  expect(await as(`Basic ${TOKEN}`)).toEqual(unauthorized);
  expect((await seca.ask('GET', url.replace(TENANT, 'other'))).status).toBe(403);
  for (const path of [
    url.replace('fsn1', 'mars'),
    url.replace('seca.workspace', 'seca.kubernetes'),
    seca.url(`${WS}/widgets/x`),
    `${url}/nics`,
    '/',
    '/providers/seca.region/v1/regions/mars',
  ])
    expect({ path, status: (await seca.ask('GET', path)).status }).toEqual({ path, status: 404 });
  expect((await seca.ask('POST', `${seca.url(`${WS}/instances/nowhere`)}/start`)).status).toBe(404);
  expect((await seca.ask('DELETE', seca.url(`${WS}/instances/nowhere`))).status).toBe(404);
  expect((await seca.ask('PUT', url, { body: '{"labels":' })).status).toBe(400);
  expect((await seca.ask('PUT', url, { body: { annotations: { x: 'x'.repeat(2 ** 20) } } })).status).toBe(400);
});
