import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, startClouds } from '../core/emulator.js';
import { seca } from './index.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
type Body = any;

let emulator: Emulator;
let clock: ManualClock;
const folder = mkdtempSync(join(tmpdir(), 'seca-emulator-'));

beforeEach(async () => {
  clock = manualClock(Date.UTC(2026, 10, 26));
  emulator = await startClouds([seca], { clock, rateLimit: false, stateFile: join(folder, `${Math.random()}`) });
});

afterEach(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WS = 'workspaces/emulated';
const PROVIDERS: Record<string, string> = {
  instances: 'compute',
  'block-storages': 'storage',
  images: 'storage',
  workspaces: 'workspace',
  roles: 'authorization',
  'role-assignments': 'authorization',
};

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const collection = path.split('/').at(path.split('/').length % 2 === 0 ? -2 : -1) ?? '';
  const provider = PROVIDERS[path.includes('/instances/') ? 'instances' : collection] ?? 'network';
  const url = path.startsWith('http')
    ? path
    : `${emulator.env['SECA_URL']}${provider === 'authorization' ? '' : '/eu-central'}/providers/seca.${provider}/v1/tenants/emulator/${path}`;
  const answer = await emulator.request({
    method,
    url,
    headers: { authorization: `Bearer ${emulator.env['SECA_TOKEN']}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { text: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (answer.text ? JSON.parse(answer.text) : undefined) as Body };
}

const disk = (more: object = {}) => ({ spec: { sizeGB: 20, skuRef: { resource: 'skus/seca.rd500' }, ...more } });
const states = ({ body }: { body: Body }) => body.status.conditions.map(({ state }: Body) => state);

test('a block storage is pending, creating and active; a change adds two conditions; a version locks', async () => {
  const path = `${WS}/block-storages/data`;
  expect(await call('PUT', path, disk())).toMatchObject({
    status: 201,
    body: {
      metadata: { ref: `seca.storage/v1/tenants/emulator/${path}`, verb: 'PUT', resourceVersion: 1 },
      status: { state: 'creating' },
    },
  });
  clock.advance(500);
  expect(states(await call('GET', path))).toEqual(['active', 'creating', 'pending']);
  expect(await call('PUT', path, disk({ sizeGB: 30 }), { 'if-unmodified-since': '7' })).toMatchObject({ status: 412 });
  expect(await call('PUT', path, disk({ sizeGB: 30 }), { 'if-unmodified-since': '1' })).toMatchObject({ status: 200 });
  clock.advance(300);
  expect(states(await call('GET', path))).toEqual(['active', 'updating', 'active', 'creating', 'pending']);
  expect(await call('PUT', path, disk({ sizeGB: 20 }))).toMatchObject({
    status: 412,
    body: { sources: [{ pointer: '/spec/sizeGB' }] },
  });
  expect(await call('DELETE', path)).toMatchObject({ status: 202 });
  expect(states(await call('GET', path))[0]).toBe('deleting');
  clock.advance(300);
  expect(await call('GET', path)).toMatchObject({
    status: 404,
    body: { type: 'http://secapi.cloud/errors/resource-not-found' },
  });
});

test('an instance is made off, obeys orders that its state allows, and keeps what it boots from', async () => {
  await call('PUT', `${WS}/block-storages/boot`, disk({ sourceImageRef: { resource: 'images/debian-12' } }));
  const spec = {
    skuRef: { resource: 'skus/seca.d2xs' },
    zone: 'a',
    bootVolume: { deviceRef: { resource: 'block-storages/boot' } },
  };
  const web = `${WS}/instances/web`;
  expect((await call('PUT', web, { spec: { ...spec, zone: 'z' } })).status).toBe(412);
  expect((await call('PUT', web, { spec: { ...spec, skuRef: { resource: 'skus/none' } } })).status).toBe(412);
  expect((await call('PUT', web, { spec })).status).toBe(201);
  clock.advance(2_000);
  expect((await call('GET', web)).body.status).toMatchObject({ state: 'active', powerState: 'off' });
  for (const zone of ['b', 'a']) expect((await call('PUT', web, { spec: { ...spec, zone } })).status).toBe(200);
  clock.advance(300);
  expect((await call('POST', `${web}/stop`)).status).toBe(412);
  expect((await call('POST', `${web}/start`)).status).toBe(202);
  expect((await call('POST', `${web}/start`)).status).toBe(412);
  expect((await call('PUT', web, { spec: { ...spec, zone: 'b' } })).status).toBe(412);
  clock.advance(1_000);
  expect((await call('GET', web)).body.status).toMatchObject({ state: 'active', powerState: 'on' });
  expect((await call('PUT', web, { spec: { ...spec, zone: 'b' } })).status).toBe(412);
  expect((await call('DELETE', `${WS}/block-storages/boot`)).status).toBe(412);
  expect((await call('GET', `${WS}/block-storages/boot`)).body.status.attachedTo).toEqual({
    resource: 'instances/web',
  });
});

test('roles and their assignments stand in no region, and name what is there', async () => {
  const role = { spec: { permissions: [{ provider: 'seca.compute', resources: ['instances/*'], verb: ['GET'] }] } };
  const assignment = (more: object = {}, scope: object = {}) => ({
    spec: { roles: ['reader'], subs: ['me@example.com'], scopes: [{ tenants: ['emulator'], ...scope }], ...more },
  });
  const mine = 'role-assignments/mine';
  expect((await call('PUT', mine, assignment())).status).toBe(412);
  expect((await call('PUT', 'roles/reader', role)).body.metadata).not.toHaveProperty('region');
  for (const wrong of [
    assignment({ subs: [] }),
    assignment({}, { regions: ['mars'] }),
    assignment({}, { workspaces: ['nowhere'] }),
    assignment({}, { tenants: ['other'] }),
  ])
    expect((await call('PUT', mine, wrong)).status).toBe(412);
  expect((await call('PUT', mine, assignment({ scopes: [{ workspaces: ['later'] }] }))).status).toBe(201);
  clock.advance(400);
  expect(await call('PUT', mine, assignment({}, { regions: ['eu-south'] }))).toMatchObject({
    status: 200,
    body: { status: { state: 'active', conditions: [{}, { state: 'updating' }, {}, {}, {}] } },
  });
  expect((await call('DELETE', 'roles/reader')).status).toBe(412);
  expect((await call('DELETE', mine)).status).toBe(202);
  expect((await call('DELETE', 'roles/reader')).status).toBe(202);
});

test('the subnets of a network go with it, and what is going keeps no workspace', async () => {
  const ws = 'workspaces/short';
  const net = `${ws}/networks/net`;
  const table = { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/gw' } }] };
  await call('PUT', ws, {});
  await call('PUT', `${ws}/internet-gateways/gw`, { spec: {} });
  await call('PUT', net, { spec: { cidr: { ipv4: '10.1.0.0/16' }, skuRef: { resource: 'skus/seca.n1k' } } });
  await call('PUT', `${net}/route-tables/rt`, { spec: table });
  const subnet = {
    cidr: { ipv4: '10.1.1.0/24' },
    routeTableRef: { resource: 'networks/net/route-tables/rt' },
    zone: 'a',
  };
  for (const name of ['one', 'same'])
    expect((await call('PUT', `${net}/subnets/${name}`, { spec: subnet })).status).toBe(201);
  for (const [path, status] of [
    [ws, 412],
    [`${net}/route-tables/rt`, 202],
    [net, 202],
    [`${ws}/internet-gateways/gw`, 202],
    [ws, 202],
  ] as const)
    expect({ path, status: (await call('DELETE', path)).status }).toEqual({ path, status });
  clock.advance(300);
  expect((await call('GET', `${net}/subnets/one`)).status).toBe(404);
});

test('what the published client reads: references are objects, ports name one', async () => {
  expect((await call('GET', 'images/debian-12')).body.spec.blockStorageRef).toEqual({
    resource: 'block-storages/debian-12',
    workspace: 'vendor',
  });
  const spec = { direction: 'ingress', protocol: 'tcp' };
  const rule = `${WS}/security-group-rules/rule`;
  expect((await call('PUT', rule, { spec: { ...spec, ports: {} } })).status).toBe(412);
  expect((await call('PUT', rule, { spec: { ...spec, ports: { from: 80 } } })).status).toBe(201);
});

test('lists have pages and selectors, and strangers get nothing', async () => {
  for (const n of [1, 2, 3])
    await call('PUT', `${WS}/internet-gateways/gw-${n}`, { labels: { n: String(n) }, spec: {} });
  const first = await call('GET', `${WS}/internet-gateways?limit=2`);
  expect(first.body.items).toHaveLength(2);
  const rest = await call('GET', `${WS}/internet-gateways?limit=2&skipToken=${first.body.metadata.skipToken}`);
  expect(rest.body).toMatchObject({ items: [{ metadata: { name: 'gw-3' } }], metadata: { verb: 'GET' } });
  expect((await call('GET', `${WS}/internet-gateways?labels=n>1,n!=3`)).body.items).toMatchObject([
    { labels: { n: '2' } },
  ]);
  expect(await call('GET', WS, undefined, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
  expect(
    (await call('GET', `${emulator.env['SECA_URL']}/eu-central/providers/seca.workspace/v1/tenants/other/workspaces`))
      .status,
  ).toBe(403);
});

test('what refers to nothing, or is not where it should be, is refused', async () => {
  const net = `${WS}/networks/net`;
  const refused = async (path: string, spec: object) => expect((await call('PUT', path, { spec })).status).toBe(412);
  await call('PUT', net, { spec: { cidr: { ipv4: '10.1.0.0/16' }, skuRef: { resource: 'skus/seca.n1k' } } });
  const subnet = {
    cidr: { ipv4: '10.1.1.0/24' },
    routeTableRef: { resource: 'networks/net/route-tables/rt' },
    zone: 'a',
  };
  await refused(`${net}/subnets/s`, subnet);
  await refused(`${net}/route-tables/rt`, {
    routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/none' } }],
  });
  await call('PUT', `${WS}/internet-gateways/gw`, { spec: {} });
  await call('PUT', `${net}/route-tables/rt`, {
    spec: { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/gw' } }] },
  });
  await refused(`${net}/subnets/s`, { ...subnet, cidr: { ipv4: '10.2.0.0/24' } });
  expect((await call('PUT', `${net}/subnets/s`, { spec: subnet })).status).toBe(201);
  await refused(`${net}/subnets/t`, { ...subnet, cidr: { ipv4: '10.1.1.128/25' } });
  const nic = { addresses: ['10.1.1.5'], subnetRef: { resource: 'networks/net/subnets/s' } };
  await refused(`${WS}/nics/a`, { ...nic, addresses: ['10.9.9.9'] });
  await refused(`${WS}/nics/a`, { ...nic, publicIpRefs: [{ resource: 'public-ips/none' }] });
  expect((await call('PUT', `${WS}/nics/a`, { spec: nic })).status).toBe(201);
  await refused(`${WS}/nics/b`, nic);
  for (const path of [net, `${net}/subnets/s`, WS]) expect((await call('DELETE', path)).status).toBe(412);
});
