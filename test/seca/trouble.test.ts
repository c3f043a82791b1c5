import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGateway } from '@hansa/seca-gateway';
import { Client } from './client.fixture.js';
import { type Opened, openOver, TOKEN } from './gateway.fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'seca-state-'));
const stateFile = join(folder, 'state.json');
const NET = 'workspaces/ws/networks/net';
const STANDARD = { resource: 'skus/standard' };
const SUBNET = {
  cidr: { ipv4: '10.1.1.0/24' },
  routeTableRef: { resource: 'networks/net/route-tables/rt' },
  zone: 'fsn1',
};
let opened: Opened;
let seca: Client;

beforeAll(async () => {
  opened = await openOver('hetzner', { stateFile });
  seca = new Client(opened);
  await ground();
});

afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ground(): Promise<void> {
  await seca.create('workspaces/ws', {});
  await seca.create(NET, { spec: { cidr: { ipv4: '10.1.0.0/16' }, skuRef: STANDARD } });
  await seca.create('workspaces/ws/internet-gateways/gw', { spec: {} });
  const routes = [{ destinationCidrBlock: '0.0.0.0/0', targetRef: { resource: 'internet-gateways/gw' } }];
  await seca.create(`${NET}/route-tables/rt`, { spec: { routes } });
  await seca.create(`${NET}/subnets/sub`, { spec: SUBNET });
}

const networks = () => opened.hansa.cloud('hetzner').networks.list();

test('what the cloud refuses later is an error of the resource, and is tried again with the next PUT', async () => {
  const path = 'workspaces/ws/security-groups/group';
  const spec = { rules: [{ direction: 'ingress', protocol: 'tcp', ports: { from: 22 } }] };
  const fault = { kind: 'status', cloud: 'hetzner', method: 'POST', path: '/firewalls', status: 403 } as const;
  opened.emulator.faults.add(fault);
  expect((await seca.put(path, { spec })).status).toBe(201);
  await opened.gateway.gateway.rest();
  const seen = await seca.get(path);
  expect(seen.status).toMatchObject({ state: 'error', conditions: [{ state: 'error', reason: 'Forbidden' }, {}, {}] });
  expect(opened.logged).toEqual([expect.stringContaining('security-group group:')]);
  expect(`${opened.logged}${JSON.stringify(seen)}`).not.toContain(opened.emulator.env['HCLOUD_TOKEN']);
  await seca.put(path, { spec });
  await seca.active(path, ['active', 'updating', 'error', 'creating', 'pending']);
  await seca.delete(path);
});

test.each([
  ['a 500 though the cloud acted', { kind: 'status', status: 500, when: 'after' }],
  ['a 503', { kind: 'status', status: 503 }],
] as const)('%s makes no second thing', async (_what, fault) => {
  const path = 'workspaces/ws/public-ips/once';
  opened.emulator.faults.add({ ...fault, cloud: 'hetzner', method: 'POST' });
  await seca.create(path, { spec: { version: 'IPv4' } });
  expect(await opened.hansa.cloud('hetzner').publicIps.list()).toHaveLength(1);
  await seca.delete(path);
});

test('a deletion that the cloud refuses leaves the resource, which can be deleted again', async () => {
  const path = 'workspaces/ws/public-ips/ip';
  await seca.create(path, { spec: { version: 'IPv4' } });
  opened.emulator.faults.add({ kind: 'status', cloud: 'hetzner', method: 'DELETE', status: 403 });
  expect((await seca.ask('DELETE', seca.url(path))).status).toBe(202);
  await opened.gateway.gateway.rest();
  expect((await seca.get(path)).status).toMatchObject({ state: 'error' });
  expect(await seca.list('workspaces/ws/public-ips')).toHaveLength(1);
  await seca.delete(path);
  expect(await opened.hansa.cloud('hetzner').publicIps.list()).toEqual([]);
});

test('a stopped gateway knows all of it again; a second one beside it is refused', async () => {
  const cloud = opened.hansa.cloud('hetzner');
  const second = openGateway({ cloud, owner: 'seca', token: TOKEN, stateFile }, () => '');
  await expect(second).rejects.toThrow(/keeps its state in .*state\.json\. Next: stop it/);
  const before = await seca.list(`${NET}/subnets`);
  await opened.gateway.close();
  expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  expect(readFileSync(stateFile, 'utf8')).not.toContain(TOKEN);
  // What a killed gateway leaves, in a container that was started again: its own number.
  writeFileSync(`${stateFile}.lock`, String(process.pid));
  await opened.reopen();
  expect(await seca.list(`${NET}/subnets`)).toEqual(before);
  await seca.update(`${NET}/subnets/sub`, { labels: { env: 'prod' }, spec: SUBNET });
  expect(await networks()).toHaveLength(1);
});

test('a gateway whose state was lost takes over what it made, and makes no double', async () => {
  await opened.gateway.close();
  rmSync(stateFile);
  await opened.reopen();
  expect((await seca.ask('GET', seca.url('workspaces/ws'))).status).toBe(404);
  await ground();
  const [one, ...more] = await networks();
  expect([one?.name, more]).toEqual([expect.stringMatching(/^net-[0-9a-f]{8}$/), []]);
  await seca.delete(`${NET}/route-tables/rt`);
  await seca.delete(NET);
  expect(await networks()).toEqual([]);
});

test('what vanished at the cloud is in error when it is looked for, and is made anew with the next change', async () => {
  const path = 'workspaces/ws/public-ips/ip';
  const { status } = await seca.create(path, { spec: { version: 'IPv4' } });
  await opened.gateway.gateway.refresh();
  expect((await seca.get(path)).status).toEqual(status);
  const ips = opened.hansa.cloud('hetzner').publicIps;
  for (const { id } of await ips.list()) await ips.delete(id);
  await opened.gateway.gateway.refresh();
  expect((await seca.get(path)).status).toMatchObject({
    state: 'error',
    conditions: [{ reason: 'Vanished' }, {}, {}, {}],
  });
  const again = await seca.update(path, { spec: { version: 'IPv4' } });
  expect(again.status['ipAddress']).not.toBe(status['ipAddress']);
  expect(await ips.list()).toHaveLength(1);
  await seca.delete(path);
});

test('an instance that somebody turned on at the cloud is on, and can be stopped', async () => {
  await seca.create('workspaces/ws/block-storages/boot', { spec: { sizeGB: 20, skuRef: STANDARD } });
  const path = 'workspaces/ws/instances/web';
  const bootVolume = { deviceRef: { resource: 'block-storages/boot' } };
  await seca.create(path, { spec: { skuRef: { resource: 'skus/cx23' }, zone: 'fsn1', bootVolume } });
  const { servers } = opened.hansa.cloud('hetzner');
  const [server] = await servers.list();
  await servers.update(String(server?.id), { power: 'on' });
  await opened.gateway.gateway.refresh();
  expect((await seca.get(path)).status).toMatchObject({ state: 'active', powerState: 'on' });
  expect([await seca.power(path, 'start'), await seca.power(path, 'stop')]).toEqual([412, 202]);
  await opened.gateway.gateway.rest();
  expect((await servers.list())[0]?.power).toBe('off');
  await seca.delete(path, 'workspaces/ws/block-storages/boot');
});
