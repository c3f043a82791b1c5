import { type Json, type Opened, openOver, type Resource, TENANT } from './gateway.fixture.js';

/** One instance with a disk, a network and an address on it, over every cloud that is emulated: what differs is none of SECA's business. */

const WS = 'workspaces/ws';
const STANDARD = { resource: 'skus/standard' };
/** Sold in one zone of fr-par alone (the emulator's catalogue: the vendor's, 2026-11). */
const RARE = 'h100-1-80g';
const PROVIDERS: Record<string, string> = {
  workspaces: 'workspace',
  'block-storages': 'storage',
  instances: 'compute',
  skus: 'compute',
};

async function live(opened: Opened, cloud: string): Promise<void> {
  const regions = (await opened.ask<{ items: Resource[] }>('GET', '/providers/seca.region/v1/regions')).body.items;
  const region = regions[0] as Resource;
  const [zone] = region.spec['availableZones'] as string[];
  const url = (path: string) => {
    const words = path.split('?')[0]?.split('/') ?? [];
    const provider = PROVIDERS[words.at(words.length % 2 === 0 ? -2 : -1) ?? ''] ?? 'network';
    return `/regions/${region.metadata.name}/providers/seca.${provider}/v1/tenants/${TENANT}/${path}`;
  };
  const stands = async (path: string, spec: Json) => {
    const { status, body } = await opened.ask<Json>('PUT', url(path), { body: { spec } });
    expect({ path, status, detail: body['detail'] }).toMatchObject({ path, detail: undefined });
    await opened.gateway.gateway.rest();
    const seen = (await opened.ask<Resource>('GET', url(path))).body;
    const [{ state, message } = {}] = seen.status.conditions as { state?: string; message?: string }[];
    expect({ path, state, message }).toEqual({ path, state: 'active', message: undefined });
    return seen;
  };
  const skus = (await opened.ask<{ items: Resource[] }>('GET', url('skus?labels=Architecture%3Damd64'))).body.items;
  const sku = skus.find(
    ({ spec, annotations }) => Number(spec['ram']) >= 4 && annotations?.['zones']?.split(',').includes(String(zone)),
  );
  await stands(WS, {});
  await stands(`${WS}/block-storages/boot`, {
    sizeGB: 20,
    skuRef: STANDARD,
    sourceImageRef: { resource: 'images/debian-12' },
  });
  await stands(`${WS}/block-storages/data`, { sizeGB: 20, skuRef: STANDARD });
  await stands(`${WS}/networks/net`, { cidr: { ipv4: '10.1.0.0/16' }, skuRef: STANDARD });
  await stands(`${WS}/internet-gateways/gw`, {});
  const targetRef = { resource: 'internet-gateways/gw' };
  await stands(`${WS}/networks/net/route-tables/rt`, { routes: [{ destinationCidrBlock: '0.0.0.0/0', targetRef }] });
  const routeTableRef = { resource: 'networks/net/route-tables/rt' };
  await stands(`${WS}/networks/net/subnets/sub`, { cidr: { ipv4: '10.1.1.0/24' }, routeTableRef, zone });
  await stands(`${WS}/public-ips/ip`, { version: 'IPv4' });
  const subnetRef = { resource: 'networks/net/subnets/sub' };
  await stands(`${WS}/nics/nic`, { addresses: ['10.1.1.9'], subnetRef, publicIpRefs: [{ resource: 'public-ips/ip' }] });
  const volume = (name: string) => ({ deviceRef: { resource: `block-storages/${name}` } });
  await stands(`${WS}/instances/web`, {
    skuRef: { resource: `skus/${sku?.metadata.name}` },
    zone,
    bootVolume: volume('boot'),
    dataVolumes: [volume('data')],
    primaryNicRef: { resource: 'nics/nic' },
  });
  const at = opened.hansa.cloud(cloud);
  const [server] = await at.servers.list();
  expect(server).toMatchObject({ power: 'off', networks: [{ ip: '10.1.1.9' }] });
  expect(await at.volumes.list({ owner: 'seca' })).toMatchObject([{ serverId: server?.id, sizeGib: 20 }]);
  expect(await at.publicIps.list()).toMatchObject([{ serverId: server?.id }]);
  expect((await opened.ask('POST', `${url(`${WS}/instances/web`)}/start`)).status).toBe(202);
  await opened.gateway.gateway.rest();
  expect((await at.servers.list())[0]?.power).toBe('on');
  for (const path of [
    'instances/web',
    'nics/nic',
    'public-ips/ip',
    'networks/net/route-tables/rt',
    'networks/net',
    'internet-gateways/gw',
  ])
    expect({ path, status: (await opened.ask('DELETE', url(`${WS}/${path}`))).status }).toEqual({ path, status: 202 });
  for (const disk of ['boot', 'data']) await opened.ask('DELETE', url(`${WS}/block-storages/${disk}`));
  await opened.gateway.gateway.rest();
  const kinds = ['server', 'volume', 'network', 'public_ip', 'firewall', 'ssh_key'];
  const left = await Promise.all(
    kinds.map((kind) =>
      at
        .kind(kind)
        .list({ owner: 'seca' })
        .catch(() => []),
    ),
  );
  expect(left.flat()).toEqual([]);
}

test.each(['scaleway', 'openstack', 'upcloud', 'ionos', 'ovh', 'seca'])('%s', async (cloud) => {
  const opened = await openOver(cloud);
  try {
    await live(opened, cloud);
    expect(opened.logged).toEqual([]);
  } finally {
    await opened.close();
  }
});

test('labels for which a cloud has no room are kept by the gateway, and the resource stands', async () => {
  const opened = await openOver('openstack');
  try {
    const labels = Object.fromEntries([...'abcdef'].map((letter) => [`label-${letter}`, letter.repeat(60)]));
    const url = `/regions/regionone/providers/seca.network/v1/tenants/${TENANT}/${WS}/public-ips/ip`;
    await opened.ask('PUT', `/regions/regionone/providers/seca.workspace/v1/tenants/${TENANT}/${WS}`, { body: {} });
    expect((await opened.ask('PUT', url, { body: { labels, spec: { version: 'IPv4' } } })).status).toBe(201);
    await opened.gateway.gateway.rest();
    expect((await opened.ask('GET', url)).body).toMatchObject({ labels, status: { state: 'active' } });
    const [ip] = await opened.hansa.cloud('openstack').publicIps.list({ owner: 'seca' });
    expect(ip?.labels).toEqual({ 'seca-tenant': TENANT, 'seca-workspace': 'ws', 'seca-name': 'ip' });
    expect(opened.logged).toEqual([]);
  } finally {
    await opened.close();
  }
});

describe('a region of several zones', () => {
  let opened: Opened;
  const region = '/regions/regionone/providers';
  const url = (provider: string, path: string) => `${region}/seca.${provider}/v1/tenants/${TENANT}/${path}`;
  const web = url('compute', `${WS}/instances/web`);
  let spec: Json;
  const put = async (zone: string, more: Json = {}) => {
    const { status, body } = await opened.ask('PUT', web, { body: { spec: { ...spec, zone, ...more } } });
    await opened.gateway.gateway.rest();
    return { status, detail: body['detail'] };
  };
  const servers = async () =>
    (await opened.hansa.cloud('openstack').servers.list()).map(({ region: at, power }) => [at, power]);

  beforeAll(async () => {
    opened = await openOver('openstack');
    await opened.ask('PUT', url('workspace', WS), { body: {} });
    for (const name of ['boot', 'data'])
      await opened.ask('PUT', url('storage', `${WS}/block-storages/${name}`), {
        body: { spec: { sizeGB: 20, skuRef: STANDARD } },
      });
    const { items } = (await opened.ask<{ items: Resource[] }>('GET', url('compute', 'skus?labels=Tier%3DD2XS'))).body;
    const skuRef = { resource: `skus/${items[0]?.metadata.name}` };
    spec = { skuRef, bootVolume: { deviceRef: { resource: 'block-storages/boot' } } };
  });

  afterAll(async () => {
    await opened.close();
    expect(opened.logged).toEqual([]);
  });

  test('an instance that was never on moves to another zone, and no more once it was', async () => {
    expect((await put('nova')).status).toBe(201);
    expect((await put('nova-2')).status).toBe(200);
    expect(await servers()).toEqual([['nova-2', 'off']]);
    const states = (await opened.ask<Resource>('GET', web)).body.status.conditions.map(({ state }) => state);
    expect(states).toEqual(['active', 'updating', 'active', 'creating', 'pending']);
    const dataVolumes = [{ deviceRef: { resource: 'block-storages/data' } }];
    expect((await put('nova-2', { dataVolumes })).status).toBe(200);
    expect(await put('nova', { dataVolumes })).toEqual({
      status: 412,
      detail: 'its volume data stands in nova-2',
    });
    for (const order of ['start', 'stop']) {
      expect((await opened.ask('POST', `${web}/${order}`)).status).toBe(202);
      await opened.gateway.gateway.rest();
    }
    expect((await put('nova-2')).status).toBe(200);
    expect(await put('nova')).toEqual({ status: 412, detail: 'zone never changes once the instance was on' });
    expect(await servers()).toEqual([['nova-2', 'off']]);
  });
});

test('what only some zones sell is no SKU of the region, unless it is named or they alone are served', async () => {
  const skusOf = async (zones?: string[]) => {
    const opened = await openOver('scaleway', { regions: ['fr-par'], ...(zones ? { zones } : {}) });
    try {
      const url = `/regions/fr-par/providers/seca.compute/v1/tenants/${TENANT}/skus`;
      const listed = (await opened.ask<{ items: Resource[] }>('GET', url)).body.items;
      const named = (name: string) => opened.ask<Resource>('GET', `${url}/${name}`);
      const some = await Promise.all(listed.slice(0, 2).map(({ metadata }) => named(metadata.name)));
      expect(some.map(({ body }) => body)).toEqual(listed.slice(0, 2));
      const rare = await named(RARE);
      return { listed: listed.map(({ metadata }) => metadata.name), rare: rare.body.annotations?.['zones'] };
    } finally {
      await opened.close();
    }
  };
  const all = await skusOf();
  expect(all.rare).toMatch(/^fr-par-\d$/);
  expect(all.listed).not.toContain(RARE);
  expect((await skusOf([String(all.rare)])).listed).toContain(RARE);
  await expect(skusOf(['nl-ams-1'])).rejects.toThrow('no zone nl-ams-1. Next: use one of fr-par-1, fr-par-2, fr-par-3');
});
