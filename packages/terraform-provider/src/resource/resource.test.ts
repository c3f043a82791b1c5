import { type Emulator, startEmulator } from '@hansa/emulator';
import { UNKNOWN } from '@hansa/terraform-plugin';
import {
  type InProcessProvider,
  type ProtocolClient,
  type Stored,
  serveInProcess,
} from '@hansa/terraform-plugin/testing';
import { provider } from '../provider.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX';
const web = { cloud: 'hetzner', region: 'DE', name: 'web', size: 'SCS-2V-4', image: 'debian-12' };

let emulator: Emulator;
let running: InProcessProvider;
let client: ProtocolClient;

beforeAll(async () => {
  emulator = await startEmulator({ clock: { scale: 50 } });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
  client = running.client;
});
beforeEach(async () => {
  emulator.reset();
  expect(await client.configure({ owner: 'shop' })).toEqual([]);
});
afterAll(async () => {
  await running.close();
  await emulator.close();
});

async function made(type: string, config: Record<string, unknown>): Promise<Stored> {
  const plan = await client.plan(type, config);
  expect(plan.diagnostics).toEqual([]);
  const stored = await client.apply(type, plan);
  expect(stored.diagnostics).toEqual([]);
  return stored;
}

test('a plan says what is resolved already', async () => {
  const { planned } = await client.plan('hansa_server', web);
  expect(planned).toMatchObject({
    id: UNKNOWN,
    place: 'fsn1',
    native_size: 'cx23',
    vcpus: 2,
    price_currency: 'EUR',
    disruption: 'none',
  });
});

test('at a cloud that is not known yet all that is computed is unknown, and nothing is asked', async () => {
  const { planned, diagnostics } = await client.plan('hansa_server', { ...web, cloud: UNKNOWN });
  expect(diagnostics).toEqual([]);
  expect(planned).toMatchObject({ native_size: UNKNOWN, price_per_month: UNKNOWN, place: UNKNOWN });
  expect(emulator.requests.total).toBe(0);
});

test('a list with unknowns in it is not looked at, the rest is', async () => {
  const networks = [{ network_id: UNKNOWN }];
  expect(await client.validateResource('hansa_server', { ...web, networks })).toEqual([]);
  const [wrong] = await client.validateResource('hansa_server', { ...web, networks, name: 'Web_1' });
  expect(wrong).toMatchObject({ severity: 'error', at: ['name'] });
  const { planned } = await client.plan('hansa_server', { ...web, networks });
  expect(planned).toMatchObject({ native_size: 'cx23', networks: [{ network_id: UNKNOWN, ip: UNKNOWN }] });
});

test('another spelling of the same is no change, and the older one stays', async () => {
  const config = { cloud: 'hetzner', name: 'me', public_key: `${KEY} me@here` };
  const key = await made('hansa_ssh_key', config);
  const respelt = await client.plan('hansa_ssh_key', { ...config, public_key: `${KEY} me@there` }, key);
  expect(respelt).toMatchObject({ diagnostics: [], replaces: [] });
  expect(respelt.planned).toEqual(key.state);
});

test('a price is promised by the plan, goes with the size, and is promised as unknown where it cannot be had', async () => {
  const config = { cloud: 'hetzner', region: 'fsn1', name: 'data', size_gib: 10 };
  const volume = await made('hansa_volume', config);
  const { price_per_month: price } = volume.state ?? {};
  expect(volume.state).toMatchObject({ price_per_month: expect.anything(), price_currency: 'EUR' });
  const labelled = await client.plan('hansa_volume', { ...config, labels: { a: '1' } }, volume);
  expect(labelled.planned).toMatchObject({ price_per_month: price });
  const grown = await client.plan('hansa_volume', { ...config, size_gib: 20 }, volume);
  expect(Number(grown.planned?.['price_per_month'])).toBeCloseTo(2 * Number(price));
  expect((await client.apply('hansa_volume', grown)).state).toEqual(grown.planned);

  // The plan could not read the list and the apply can.
  await client.configure({ owner: 'shop' });
  emulator.faults.add({ kind: 'status', cloud: 'hetzner', path: '/pricing', status: 403, times: 1 });
  const blind = await client.plan('hansa_volume', { ...config, name: 'other' });
  expect(blind).toMatchObject({ diagnostics: [], planned: { price_per_month: null } });
  expect((await client.apply('hansa_volume', blind)).state).toMatchObject({
    price_per_month: null,
    price_currency: null,
  });
});

test('a country is kept where the cloud says a place', async () => {
  const volume = await made('hansa_volume', { cloud: 'hetzner', region: 'DE', name: 'data', size_gib: 10 });
  expect(volume.state).toMatchObject({ region: 'DE', place: 'fsn1' });
  expect((await client.read('hansa_volume', volume)).state).toEqual(volume.state);
});

test('a change in place leaves known what it does not touch, and a replacement says which attribute asks for it', async () => {
  const config = { ...web, labels: { a: '1' } };
  const server = await made('hansa_server', config);
  const labelled = await client.plan('hansa_server', { ...config, labels: { a: '2' } }, server);
  expect(labelled.replaces).toEqual([]);
  expect(labelled.planned).toEqual({ ...server.state, labels: { a: '2' } });
  const elsewhere = await client.plan('hansa_server', { ...config, cloud: 'scaleway', region: 'FR' }, server);
  expect(elsewhere.replaces).toContain('cloud');
  const imaged = await client.plan('hansa_server', { ...config, image: 'ubuntu-24.04' }, server);
  expect(imaged.replaces).toEqual(['image']);
});

test('what no cloud gives back is open after an import, and taken down with the next change', async () => {
  const key = await made('hansa_ssh_key', { cloud: 'hetzner', name: 'me', public_key: KEY });
  const config = { ...web, ssh_key_ids: [key.state?.['id']] };
  const { state } = await made('hansa_server', config);
  const imported = await client.import('hansa_server', String(state?.['id']));
  const seen = await client.read('hansa_server', imported);
  expect((await client.plan('hansa_server', config, seen)).planned).toEqual(seen.state);
  const changed = await client.plan('hansa_server', { ...config, labels: { a: '1' } }, seen);
  expect(changed).toMatchObject({ replaces: [], planned: { ssh_key_ids: [key.state?.['id']] } });
  const updated = await client.apply('hansa_server', changed);
  const again = await client.plan('hansa_server', { ...config, labels: { a: '1' }, ssh_key_ids: [] }, updated);
  expect(again.replaces).toEqual(['ssh_key_ids']);
});

test.each([
  ['user_data_version', '1', '2'],
  ['native', '{}', '{"placement_group":1}'],
])(
  'the first %s replaces as any other does, and so does taking it away; an import takes it down',
  async (name, first, second) => {
    const bare = await made('hansa_server', web);
    const versioned = { ...web, name: 'other', [name]: first };
    const plans = [
      await client.plan('hansa_server', { ...web, [name]: first }, bare),
      await client.plan('hansa_server', { ...versioned, [name]: second }, await made('hansa_server', versioned)),
      await client.plan(
        'hansa_server',
        { ...versioned, [name]: null },
        await made('hansa_server', { ...versioned, name: 'third' }),
      ),
    ];
    for (const { diagnostics, replaces, planned } of plans) {
      expect(diagnostics).toEqual([]);
      expect(replaces).toContain(name);
      expect(planned).toMatchObject({ disruption: 'replace' });
    }
    expect((await client.plan('hansa_server', web, bare)).replaces).toEqual([]);

    const seen = await client.read('hansa_server', await client.import('hansa_server', String(bare.state?.['id'])));
    const adopted = await client.plan('hansa_server', { ...web, [name]: first, labels: { a: '1' } }, seen);
    expect(adopted).toMatchObject({ replaces: [], planned: { [name]: first } });
    const again = await client.plan(
      'hansa_server',
      { ...web, [name]: second, labels: { a: '1' } },
      await client.apply('hansa_server', adopted),
    );
    expect(again.replaces).toEqual([name]);
  },
);

test.each(['hetzner/big', 'hetzner/../networks/5', 'hetzner/fr-par-1/7'])(
  'an import by %s, which is no id, says in one diagnostic what an id is',
  async (id) => {
    const { diagnostics } = await client.import('hansa_server', id);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        summary: expect.stringContaining('is no id of Hetzner, which are numbers'),
        detail: expect.stringContaining('for instance hetzner/4711'),
        at: ['id'],
      },
    ]);
  },
);

test('what is gone is read as gone, and deleting it again is quiet', async () => {
  const volume = await made('hansa_volume', { cloud: 'hetzner', region: 'DE', name: 'data', size_gib: 10 });
  const gone = await client.plan('hansa_volume', null, volume);
  expect((await client.apply('hansa_volume', { ...gone, prior: volume.state })).diagnostics).toEqual([]);
  expect((await client.apply('hansa_volume', { ...gone, prior: volume.state })).diagnostics).toEqual([]);
  expect((await client.read('hansa_volume', volume)).state).toBeNull();
});

test('a create that fails half-way stores the id', async () => {
  emulator.faults.add({
    kind: 'status',
    cloud: 'hetzner',
    method: 'GET',
    path: '/volumes/{id}',
    status: 403,
    times: 'always',
  });
  emulator.faults.add({
    kind: 'status',
    cloud: 'hetzner',
    method: 'GET',
    path: '/actions',
    status: 403,
    times: 'always',
  });
  const plan = await client.plan('hansa_volume', { cloud: 'hetzner', region: 'DE', name: 'data', size_gib: 10 });
  const failed = await client.apply('hansa_volume', plan);
  expect(failed.diagnostics).toHaveLength(1);
  expect(failed.state).toMatchObject({ cloud: 'hetzner', id: expect.stringMatching(/^hetzner\/\d+$/), name: 'data' });
});

describe('a data source', () => {
  const volume = (region: string) => ({ cloud: 'hetzner', region, name: 'data', size_gib: 10 });
  const find = (config: Record<string, unknown>) =>
    client.readDataSource('hansa_volume', { cloud: 'hetzner', ...config });

  test('finds by id, and by name and region', async () => {
    const { state } = await made('hansa_volume', volume('DE'));
    const found = { id: state?.['id'], name: 'data', size_gib: 10, place: 'fsn1' };
    expect((await find({ id: state?.['id'] })).state).toMatchObject({ ...found, region: 'fsn1' });
    expect((await find({ name: 'data' })).state).toMatchObject({ ...found, region: 'fsn1' });
    expect((await find({ name: 'data', region: 'DE' })).state).toMatchObject({ ...found, region: 'DE' });
  });

  test('says what is not there, and what is there twice', async () => {
    expect((await find({ name: 'data' })).diagnostics).toMatchObject([
      { at: ['name'], summary: expect.stringContaining('there is no "data"') },
    ]);
    await made('hansa_volume', volume('DE'));
    expect((await find({ name: 'data', region: 'FI' })).diagnostics).toMatchObject([{ at: ['name'] }]);
    expect((await find({})).diagnostics).toMatchObject([{ summary: expect.stringContaining('neither id nor name') }]);
  });
});
