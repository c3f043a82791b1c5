import { Client } from './client.fixture.js';
import { type Json, type Opened, openOver, type Resource, TENANT } from './gateway.fixture.js';

/** Lists, selectors, pages, catalogue and discovery. */

let opened: Opened;
let seca: Client;

beforeAll(async () => {
  opened = await openOver('hetzner');
  seca = new Client(opened);
  for (const [name, labels] of Object.entries(WORKSPACES)) await seca.create(`workspaces/${name}`, { labels });
});

afterAll(() => opened.close());

const WORKSPACES: Record<string, Record<string, string>> = {
  a: { env: 'prod', version: '1', 'team:name': 'red' },
  b: { env: 'production', version: '2' },
  c: { env: 'test', version: '10' },
  d: {},
};

test.each([
  ['env=prod', 'a'],
  ['env=prod*', 'a,b'],
  ['env=*ro*t*', 'b'],
  ['env!=test', 'a,b,d'],
  ['version>1', 'b,c'],
  ['version>=2,env!=test', 'b'],
  ['version<2', 'a'],
  ['version<=10', 'a,b,c'],
  ['team:name=red', 'a'],
  ['nothing=here', ''],
])('%s selects %s', async (labels, names) => {
  for (const limit of [1000, 1]) {
    const found = await seca.list('workspaces', { labels, limit });
    expect(found.map(({ metadata }) => metadata.name).join(',')).toBe(names);
  }
});

test('what selects nothing, or is no page, is refused', async () => {
  for (const query of ['labels=env', 'labels=version%3Etwo', 'limit=0', 'limit=x', 'skipToken=%25'])
    expect({ query, status: (await seca.ask('GET', `${seca.url('workspaces')}?${query}`)).status }).toEqual({
      query,
      status: 400,
    });
});

test('what is being deleted is listed on demand', async () => {
  const path = 'workspaces/a/internet-gateways/gw';
  await seca.create(path, { spec: {} });
  await seca.ask('DELETE', seca.url(path));
  const names = async (accept: string) => {
    const { body } = await seca.ask<{ items: Resource[] }>('GET', seca.url('workspaces/a/internet-gateways'), {
      headers: { accept },
    });
    return body.items.map(({ metadata, status }) => [metadata.name, status.state]);
  };
  const all = await Promise.all(
    ['application/json', 'application/json; deleted=true', 'application/json; deleted=only'].map(names),
  );
  const going = [['gw', 'deleting']];
  // It may be gone by the time that it is asked for.
  expect([[], going]).toContainEqual(all[1]);
  expect(all[0]).toEqual([]);
  await opened.gateway.gateway.rest();
  expect(await names('application/json; deleted=true')).toEqual([]);
});

test('discovery leads from the well-known path to the endpoints of a region', async () => {
  const known = await seca.ask<{ version: string; endpoints: { provider: string; url: string }[] }>(
    'GET',
    '/.wellknown/secapi',
    {
      headers: { authorization: '' },
    },
  );
  expect(known.body.version).toBe('v1');
  const url = known.body.endpoints.find(({ provider }) => provider === 'seca.region')?.url;
  const { body } = await seca.ask<{ items: Resource[] }>('GET', `${url}/v1/regions`);
  expect(body.items.map(({ metadata }) => metadata.name)).toContain('fsn1');
  const region = (await seca.ask<Resource>('GET', `${url}/v1/regions/fsn1`)).body;
  expect(region.metadata).toMatchObject({
    kind: 'region',
    resource: 'regions/fsn1',
    ref: 'seca.region/v1/regions/fsn1',
    verb: 'GET',
  });
  expect(region.spec['availableZones']).toEqual(['fsn1']);
  for (const { name, url } of region.spec['providers'] as { name: string; url: string }[])
    if (name !== 'seca.workspace') {
      const skus = await seca.ask<{ items: Resource[]; metadata: Json }>('GET', `${url}/v1/tenants/${TENANT}/skus`);
      expect(skus.body.metadata).toEqual({ provider: `${name}/v1`, resource: 'skus', verb: 'GET' });
      expect(skus.body.items.length).toBeGreaterThan(0);
      const [first] = skus.body.items;
      expect((await seca.ask('GET', `${url}/v1/tenants/${TENANT}/skus/${first?.metadata.name}`)).body).toEqual(first);
      expect((await seca.ask('GET', `${url}/v1/tenants/${TENANT}/skus/nowhere`)).status).toBe(404);
    }
});

test('regions come in the order that was asked for, else in the cloud’s own, whatever the page', async () => {
  const names = async (from: Opened, query: string) => {
    const path = `/providers/seca.region/v1/regions${query}`;
    const { body } = await from.ask<{ items: Resource[]; metadata: Json }>('GET', path);
    return { next: String(body.metadata['skipToken']), names: body.items.map(({ metadata }) => metadata.name) };
  };
  const own = (await opened.hansa.cloud('hetzner').places()).map(({ id }) => id);
  expect((await names(opened, '')).names).toEqual(own);
  expect(own).not.toEqual([...own].sort());
  const chosen = await openOver('hetzner', { regions: ['nbg1', 'fsn1'] });
  try {
    const first = await names(chosen, '?limit=1');
    expect(first.names).toEqual(['nbg1']);
    expect((await names(chosen, `?limit=1&skipToken=${first.next}`)).names).toEqual(['fsn1']);
  } finally {
    await chosen.close();
  }
  await expect(openOver('hetzner', { regions: ['fsn1', 'mars'] })).rejects.toThrow(
    'hetzner has no region mars. Next: use one of',
  );
});

test('tiers go by what a region sells: one of the smallest is there in each', async () => {
  for (const { metadata } of (await seca.ask<{ items: Resource[] }>('GET', '/providers/seca.region/v1/regions')).body
    .items) {
    const url = `/regions/${metadata.name}/providers/seca.compute/v1/tenants/${TENANT}/skus?labels=Tier%3DD2XS`;
    const smallest = (await seca.ask<{ items: Resource[] }>('GET', url)).body.items;
    expect({ region: metadata.name, some: smallest.length > 0 }).toEqual({ region: metadata.name, some: true });
    expect(new Set(smallest.map(({ spec }) => `${spec['vCPU']} ${spec['ram']}`)).size).toBe(1);
  }
});

test('sizes are SKUs with their price, images are there for every tenant', async () => {
  const skus = (await seca.ask<{ items: Resource[] }>('GET', seca.url('instances').replace('/instances', '/skus'))).body
    .items;
  const cx23 = skus.find(({ metadata }) => metadata.name === 'cx23');
  expect(cx23).toMatchObject({
    metadata: { kind: 'instance-sku', tenant: TENANT, region: 'fsn1' },
    labels: { Architecture: 'amd64', Tier: 'D2XS' },
    annotations: { zones: 'fsn1', 'price-per-month': '2.99', 'price-currency': 'EUR' },
    spec: { vCPU: 2, ram: 4 },
  });
  const images = await seca.list('images');
  expect(images.map(({ metadata }) => metadata.name)).toEqual(
    expect.arrayContaining(['debian-12', 'ubuntu-24.04', 'debian-12-arm64']),
  );
  expect(await seca.get('images/debian-12')).toMatchObject({
    spec: { cpuArchitecture: 'amd64' },
    status: { state: 'active' },
  });
  expect(
    await seca.refused('images/debian-12', {
      spec: { blockStorageRef: { resource: 'block-storages/x', workspace: 'a' }, cpuArchitecture: 'amd64' },
    }),
  ).toContain("the cloud's own");
});

test('workspaces of two tenants and names of two workspaces have nothing to do with each other', async () => {
  for (const ws of ['a', 'b'])
    await seca.create(`workspaces/${ws}/internet-gateways/same`, { labels: { ws }, spec: {} });
  expect(await seca.list('workspaces/a/internet-gateways')).toMatchObject([{ labels: { ws: 'a' } }]);
  expect((await seca.get('workspaces/a')).status['resourceCount']).toBe(1);
  await seca.delete('workspaces/a/internet-gateways/same', 'workspaces/b/internet-gateways/same');
});
