import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import type { CloudHandle } from '../../cloud-handle.js';
import type { CloudError } from '../../errors/index.js';
import { Hansa } from '../../hansa.js';
import type { Clock } from '../../runtime/clock.js';
import type { Link } from '../../runtime/transport/http.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHy/M5FVm5ydLGcal3e5LNcfTalbeN7QL/ZGCvDEdqJ ada@example.com';
const region = 'fr-par-1';
/** One clock for both sides: who sleeps moves it on, so nothing takes time. */
const time = manualClock(Date.UTC(2026, 10, 1));
const clock: Clock = {
  now: time.now,
  sleep: async (ms) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    time.advance(ms);
  },
};

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['scaleway'], clock: time });
});
afterAll(() => emulator.close());
afterEach(() => {
  expect(emulator.failures).toEqual([]);
  emulator.reset();
});

const open = (more: { env?: Record<string, string>; wiretap?: Link } = {}): CloudHandle =>
  new Hansa({ owner: 'shop', clock, ...more, env: { ...emulator.env, ...more.env } }).cloud('scaleway');
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

/** Asks the vendor's API as anybody else would. */
async function raw<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { 'x-auth-token': String(emulator.env['SCW_SECRET_KEY']), 'content-type': 'application/json' };
  const response = await fetch(`${emulator.url}/scaleway${path}`, { ...init, headers });
  return (response.status === 204 ? {} : await response.json()) as T;
}

/** Everything that costs money or keeps an address, as the vendor lists it. */
async function everything(): Promise<Record<string, number>> {
  const lists = {
    servers: `/instance/v1/zones/${region}/servers`,
    ips: `/instance/v1/zones/${region}/ips`,
    volumes: `/block/v1/zones/${region}/volumes`,
    private_networks: '/vpc/v2/regions/fr-par/private-networks',
    'ips of networks': '/ipam/v1/regions/fr-par/ips',
    ssh_keys: '/iam/v1alpha1/ssh-keys',
  };
  const pairs = Object.entries(lists).map(async ([name, path]) => {
    const body = await raw<Record<string, unknown[]>>(path);
    return [name, (body[name.split(' ')[0] as string] ?? []).length];
  });
  const { vpcs } = await raw<{ vpcs: { is_default: boolean }[] }>('/vpc/v2/regions/fr-par/vpcs');
  const { security_groups: groups } = await raw<{ security_groups: { project_default: boolean }[] }>(
    `/instance/v1/zones/${region}/security_groups`,
  );
  return {
    ...Object.fromEntries(await Promise.all(pairs)),
    vpcs: vpcs.filter((one) => !one.is_default).length,
    security_groups: groups.filter((one) => !one.project_default).length,
  };
}
const NOTHING = {
  servers: 0,
  ips: 0,
  volumes: 0,
  private_networks: 0,
  'ips of networks': 0,
  ssh_keys: 0,
  vpcs: 0,
  security_groups: 0,
};

const uuid = (id: string) => id.split('/').at(-1) as string;

async function workload(at: CloudHandle) {
  const key = await at.sshKeys.create({ name: 'deploy', publicKey: KEY });
  const subnets = [{ ipRange: '10.0.1.0/24' }, { ipRange: '10.0.2.0/24' }];
  const network = await at.networks.create({ name: 'back', region, subnets });
  const rules = [{ direction: 'in' as const, protocol: 'tcp' as const, ports: '80', cidrs: ['0.0.0.0/0', '::/0'] }];
  const firewall = await at.firewalls.create({ name: 'web', region, rules });
  const spec = {
    name: 'web',
    region,
    size: 'SCS-2V-4',
    image: 'debian-12',
    sshKeyIds: [key.id],
    networks: [{ networkId: network.id, ip: '10.0.2.7' }],
    firewallIds: [firewall.id],
    labels: { role: 'web' },
  };
  const server = await at.servers.create({ ...spec, userData: '#cloud-config\n' });
  return { key, network, firewall, spec, server };
}

it('makes, changes and removes a workload, and leaves nothing behind', async () => {
  const at = open();
  const { key, network, firewall, spec, server } = await workload(at);
  const volume = await at.volumes.create({ name: 'data', region, sizeGib: 10, serverId: server.id });
  const address = await at.publicIps.create({ name: 'entry', region, serverId: server.id });
  expect(volume).toMatchObject({ pricePerMonth: expect.any(Number), priceCurrency: 'EUR' });
  expect(address).toMatchObject({ pricePerMonth: null, priceCurrency: null });
  const faster = { name: 'fast', region, sizeGib: 10, native: '{"perf_iops":15000}' };
  const { values } = await at.volumes.plan({ spec: faster, prior: null });
  expect(values['pricePerMonth']).toBeGreaterThan(volume.pricePerMonth ?? 0);
  expect(server).toMatchObject({
    power: 'on',
    diskGib: 20,
    networks: [{ networkId: network.id, ip: '10.0.2.7' }],
    nativeImage: 'debian_bookworm',
  });
  expect(address).toMatchObject({ name: 'entry', serverId: server.id, version: 4 });
  const path = `/instance/v1/zones/${region}/servers/${uuid(server.id)}`;
  expect((await fetchText(`${path}/user_data/cloud-init`)).trim()).toBe('#cloud-config');

  // Somebody else tags it: a change of labels leaves that tag alone.
  const { server: wire } = await raw<{ server: { tags: string[] } }>(path);
  await raw(path, { method: 'PATCH', body: JSON.stringify({ tags: [...wire.tags, 'audited'] }) });
  const wanted = {
    ...spec,
    size: 'SCS-4V-8',
    diskGib: 30,
    labels: { role: 'api' },
    firewallIds: [],
    networks: [{ networkId: network.id, ip: '10.0.1.9' }],
  };
  const changed = await at.servers.change({ spec: wanted, prior: server });
  expect(changed).toMatchObject({
    nativeSize: 'DEV1-L',
    diskGib: 30,
    power: 'on',
    labels: { role: 'api' },
    firewallIds: [],
    networks: [{ ip: '10.0.1.9' }],
  });
  expect((await raw<{ server: { tags: string[] } }>(path)).server.tags).toEqual(
    expect.arrayContaining(['audited', 'role=api']),
  );
  expect((await at.servers.plan({ spec: wanted, prior: changed })).changed).toEqual([]);
  const imported = await open().servers.read(server.id);
  expect((await at.servers.plan({ spec: wanted, prior: imported })).changed).toEqual([]);

  const grown = await at.volumes.update(volume.id, { sizeGib: 25, serverId: null });
  expect(grown).toMatchObject({ sizeGib: 25, serverId: null });
  await at.volumes.update(volume.id, { serverId: server.id });
  expect(await at.networks.update(network.id, { subnets: [{ ipRange: '10.0.1.0/24' }] })).toMatchObject({
    subnets: [{ ipRange: '10.0.1.0/24' }],
  });

  await at.servers.delete(server.id);
  expect(await at.volumes.read(volume.id)).toMatchObject({ serverId: null, sizeGib: 25 });
  for (const [collection, thing] of [
    [at.volumes, volume],
    [at.publicIps, address],
    [at.firewalls, firewall],
    [at.networks, network],
    [at.sshKeys, key],
  ] as const) {
    await collection.delete(thing.id);
    await collection.delete(thing.id);
  }
  expect(await everything()).toEqual(NOTHING);
});

it('leaves no child behind wherever the deletion of a server is interrupted', async () => {
  const network = await open().networks.create({ name: 'back', region, subnets: [{ ipRange: '10.0.1.0/24' }] });
  const before = await everything();
  for (let [step, sent] = [0, 1]; sent > step; step += 1) {
    const networks = [{ networkId: network.id, ip: '10.0.1.7' }];
    const server = await open().servers.create({
      name: `web${step}`,
      region,
      size: 'DEV1-S',
      image: 'debian-12',
      networks,
    });
    sent = 0;
    const dying: Link = (next) => async (request) => {
      if (sent > step) throw new Error('killed');
      const response = await next(request);
      sent += 1;
      if (sent > step) throw new Error('killed');
      return response;
    };
    await failure(open({ wiretap: dying }).servers.delete(server.id));
    await open().servers.delete(server.id);
    expect([step, await everything()]).toEqual([step, before]);
  }
});

it('leaves a network whole that something still uses, says what, and waits for what is just leaving', async () => {
  const at = open();
  const { server, network } = await workload(at);
  const deletes = () =>
    emulator.requests.list({ method: 'DELETE', path: '/vpc/v2/regions/{region}/private-networks/{id}' });
  const refused = await failure(at.networks.delete(network.id));
  expect(refused).toMatchObject({
    code: 'conflict',
    details: { next: ['first delete or detach instance private nic of web'] },
  });
  expect(deletes()).toEqual([]);
  expect(await at.networks.read(network.id)).toMatchObject({ subnets: network.subnets });

  // The server goes, and an address that somebody keeps in the network just after it was asked who uses it.
  await at.servers.delete(server.id);
  const [first] = await partsOf(network.id);
  const body = JSON.stringify({
    project_id: emulator.env['SCW_DEFAULT_PROJECT_ID'],
    source: { private_network_id: first },
    is_ipv6: false,
    address: '10.0.1.9',
  });
  const reserved = await raw<{ id: string }>('/ipam/v1/regions/fr-par/ips', { method: 'POST', body });
  let asked = 0;
  const leaving: Link = (next) => async (request) => {
    const response = await next(request);
    if (request.method === 'GET' && request.path.startsWith('/ipam/') && request.query?.['vpc_id']) {
      asked += 1;
      if (asked === 1) await raw(`/ipam/v1/regions/fr-par/ips/${reserved.id}`, { method: 'DELETE' });
    }
    return response;
  };
  await open({ wiretap: leaving }).networks.delete(network.id);
  expect(asked).toBe(2);
  expect(await at.networks.read(network.id)).toBeNull();
  expect(deletes()).toHaveLength(2);
});

it('puts servers behind the default group when their firewall is deleted', async () => {
  const at = open();
  const { server, firewall } = await workload(at);
  await at.firewalls.delete(firewall.id);
  expect(await at.servers.read(server.id)).toMatchObject({ firewallIds: [] });
});

it('says what is wrong at the attribute that is to blame', async () => {
  const at = open();
  const { spec, server, network } = await workload(at);
  const attempt = (more: object) => failure(at.servers.create({ ...spec, name: 'other', ...more }));
  expect(await attempt({ networks: [{ networkId: network.id, ip: '10.9.9.9' }] })).toMatchObject({
    code: 'invalid',
    details: { attribute: ['networks', 0, 'ip'] },
  });
  expect(await attempt({ region: 'nl-ams-1', firewallIds: [] })).toMatchObject({
    code: 'invalid',
    details: { attribute: ['networks', 0, 'networkId'] },
  });
  expect(await attempt({ sshKeyIds: ['6170692e-7363-616c-6577-61792e636f6d'] })).toMatchObject({
    code: 'invalid',
    details: { attribute: ['sshKeyIds', 0] },
  });
  expect(await attempt({ firewallIds: ['a', 'b'] })).toMatchObject({
    code: 'invalid',
    details: { attribute: ['firewallIds'] },
  });
  expect(
    await failure(at.volumes.create({ name: 'far', region: 'nl-ams-1', sizeGib: 5, serverId: server.id })),
  ).toMatchObject({ code: 'invalid', details: { attribute: ['serverId'] } });
  expect(
    await failure(
      open({ env: { HANSA_EMULATOR: '', SCW_SECRET_KEY: '11111111-1111-4111-8111-111111111111' } }).servers.read(
        server.id,
      ),
    ),
  ).toMatchObject({ code: 'unauthenticated' });
});

it('asks one zone where the place is known, and waits for several servers by lists of that zone', async () => {
  const at = open();
  const names = ['a', 'b', 'c', 'd'];
  const specs = names.map((name) => ({ name, region, size: 'DEV1-S', image: 'debian-12' }));
  await Promise.all(specs.map((spec) => at.servers.create(spec)));
  expect(
    emulator.requests
      .list({ path: '/instance/v1/zones/{zone}/servers', method: 'GET' })
      .every((one) => one.path.includes(`/${region}/`)),
  ).toBe(true);
  emulator.requests.clear();
  expect(await at.servers.list()).toHaveLength(4);
  // Nine zones, and the block volumes of the one that has servers.
  expect(emulator.requests.total).toBe(10);
});

/** The private networks of a network. */
async function partsOf(id: string): Promise<string[]> {
  const path = `/vpc/v2/regions/fr-par/private-networks?vpc_id=${uuid(id)}`;
  return (await raw<{ private_networks: { id: string }[] }>(path)).private_networks.map((one) => one.id);
}

async function fetchText(path: string): Promise<string> {
  const headers = { 'x-auth-token': String(emulator.env['SCW_SECRET_KEY']) };
  return (await fetch(`${emulator.url}/scaleway${path}`, { headers })).text();
}
