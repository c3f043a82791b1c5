import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loads, storeProvider } from '../../test/store/provider.js';
import { Dynamic } from '../cty/dynamic.js';
import { UNKNOWN } from '../cty/unknown.js';
import type { Planned, Stored } from '../testing/exchanged.js';
import { type InProcessProvider, serveInProcess } from '../testing/in-process.js';
import type { ProtocolClient } from '../testing/protocol-client.js';
import type { Diagnostic } from './diagnostics.js';

let running: InProcessProvider;
let client: ProtocolClient;
let directory: string;
let seen: string[];

beforeEach(async () => {
  seen = [];
  directory = mkdtempSync(join(tmpdir(), 'store-'));
  running = await serveInProcess(storeProvider(seen), { address: 'example.com/test/store' });
  client = running.client;
  expect(await client.configure({ directory })).toEqual([]);
});

afterEach(async () => {
  await running.close();
  rmSync(directory, { recursive: true, force: true });
});

type Config = Parameters<ProtocolClient['plan']>[1];

async function created(config: Config): Promise<Stored> {
  const stored = await client.apply('store_item', await clean(client.plan('store_item', config)));
  expect(stored.diagnostics).toEqual([]);
  return stored;
}

async function clean(plan: Promise<Planned>): Promise<Planned> {
  const planned = await plan;
  expect(planned.diagnostics).toEqual([]);
  return planned;
}

const errors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ summary, at }) => [summary, at?.join('.')]);

describe('schemas', () => {
  test('say what core needs, without loading any code', async () => {
    const before = loads.item;
    const { resourceSchemas, serverCapabilities, diagnostics } = await client.schemas();
    expect(diagnostics).toEqual([]);
    expect(serverCapabilities).toEqual({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
      generateResourceConfig: true,
    });
    const attributes = resourceSchemas['store_item']!.block!.attributes;
    expect(attributes.find(({ name }) => name === 'note')).toMatchObject({ optional: true, computed: true });
    expect(resourceSchemas['store_item']!.version).toBe(2);
    const metadata = await client.rpc.getMetadata({});
    expect(metadata.resources).toEqual([{ typeName: 'store_item' }, { typeName: 'store_plain' }]);
    expect(loads.item).toBe(before);
  });

  test('code is loaded once, when first needed', async () => {
    const before = loads.item;
    await client.plan('store_item', { name: 'a' });
    await client.plan('store_item', { name: 'b' });
    expect(loads.item).toBe(before + 1);
  });
});

describe('validation', () => {
  test('attributes speak for themselves, at their path', async () => {
    const diagnostics = await client.validateResource('store_item', {
      name: '',
      size: 1.5,
      old: 'x',
      settings: { mode: 'wild' },
    });
    expect(errors(diagnostics)).toEqual([
      ['Invalid value for size', 'size'],
      ['Invalid value for name', 'name'],
      // Core shows no line at all for a longer path: the rest of it is said.
      ['Invalid value for mode', 'settings'],
    ]);
    expect(diagnostics.find(({ summary }) => summary === 'Invalid value for mode')?.detail).toBe(
      'Must be one of "fast", "safe".\n\nAt settings.mode.',
    );
    expect(diagnostics).toContainEqual({
      severity: 'warning',
      summary: 'old is deprecated',
      detail: 'Use note.',
      at: ['old'],
    });
  });

  test.each([
    ['a list', { disks: [{ path: '/' }, null] }, ['disks', 1]],
    ['a map', { routes: { away: null, home: { via: 'x' } } }, ['routes', 'away']],
    ['a set', { ports: [null, { port: 80 }] }, ['ports']],
    ['a map of texts', { tags: { a: 'x', b: null } }, ['tags', 'b']],
    ['a set of texts', { labels: ['x', null] }, ['labels']],
  ])('an element that is null in %s is refused', async (_where, said, at) => {
    expect(await client.validateResource('store_item', { name: 'a', ...said })).toEqual([
      {
        severity: 'error',
        summary: `${at[0]} has an element that is null`,
        detail: 'Leave it out, as [for one in all : one if one != null] does.',
        at,
      },
    ]);
  });

  test.each([
    ['at the top', { name: null }, ['name']],
    ['in an object', { name: 'a', settings: { mode: null } }, ['settings', 'mode']],
    ['in a list', { name: 'a', disks: [{ path: '/' }, { path: null }] }, ['disks', 1, 'path']],
    ['in a map', { name: 'a', routes: { home: { via: null } } }, ['routes', 'home', 'via']],
    ['in a set', { name: 'a', ports: [{ port: null }] }, ['ports']],
  ])('what is required and null %s is refused, which core does not', async (_where, said, at) => {
    expect(errors(await client.validateResource('store_item', said))).toEqual([
      [
        `${['ports'].includes(String(at[0])) ? 'port' : at.at(-1)} is required, and is null`,
        expect.stringMatching(`^${at[0]}`),
      ],
    ]);
  });

  test('no code of the provider sees what its types rule out, and everything else is said', async () => {
    const said = { name: 'forbidden', settings: { mode: 'wild' }, disks: [null], old: 'x' };
    expect((await client.validateResource('store_item', said)).map(({ summary }) => summary).sort()).toEqual([
      'Invalid value for mode',
      'disks has an element that is null',
      'old is deprecated',
    ]);
  });

  test('unknown values are left alone', async () => {
    expect(await client.validateResource('store_item', { name: UNKNOWN, settings: UNKNOWN, size: UNKNOWN })).toEqual(
      [],
    );
  });

  test("the resource's own rules count too", async () => {
    expect(errors(await client.validateResource('store_item', { name: 'forbidden' }))).toEqual([
      ['This name is forbidden', 'name'],
    ]);
    expect(errors(await client.validateProvider({ directory: '/' }))).toEqual([['Not there', 'directory']]);
  });

  test('write-only is refused where the caller cannot keep it', async () => {
    const diagnostics = await client.validateResource('store_item', { name: 'a', password: 'x' }, false);
    expect(errors(diagnostics).map(([, at]) => at)).toEqual(['password']);
    expect(await client.validateResource('store_item', { name: 'a', password: 'x' })).toEqual([]);
  });
});

describe('a create', () => {
  test('is planned with defaults, unknowns and what the resource knows early', async () => {
    const { planned } = await clean(
      client.plan('store_item', {
        name: 'a',
        password: 'secret',
        disks: [{ path: '/' }],
        routes: { home: { via: 'x' } },
        settings: { mode: 'fast' },
      }),
    );
    expect(planned).toMatchObject({
      name: 'a',
      note: '',
      size: 1,
      password: null,
      disks: [{ path: '/', serial: UNKNOWN }],
      routes: { home: { via: 'x', metric: 10 } },
      settings: { mode: 'fast', level: UNKNOWN },
      id: UNKNOWN,
      revision: UNKNOWN,
      price: 2,
    });
  });

  test('gets write-only values, keeps private state, and works on after its reply', async () => {
    const stored = await created({ name: 'a', password: 'secret' });
    expect(stored.state).toMatchObject({ name: 'a', password: null, revision: 1 });
    expect(seen).toContain('create a password=secret');
    await client.read('store_item', stored);
    expect(seen).toContain('read a etag=v1-a');
    expect(seen).toContain('replied a');
  });

  test('that fails early stores nothing', async () => {
    const stored = await client.apply(
      'store_item',
      await client.plan('store_item', { name: 'a', fail: 'create-early' }),
    );
    expect(stored.state).toBeNull();
    expect(stored.diagnostics).toEqual([
      { severity: 'error', summary: 'No room', detail: 'Take a smaller one.', at: ['size'] },
    ]);
  });

  test('that fails late stores what exists, with nothing unknown', async () => {
    const config = { name: 'a', fail: 'create-late', disks: [{ path: '/' }] };
    const stored = await client.apply('store_item', await client.plan('store_item', config));
    expect(stored.state).toMatchObject({ name: 'a', id: expect.any(String), revision: null });
    expect(stored.state?.['disks']).toEqual([{ path: '/', serial: null }]);
    expect(stored.diagnostics).toEqual([
      { severity: 'error', summary: 'the line was cut', detail: 'Caused by: ECONNRESET' },
    ]);
  });

  test('that is stopped stores what exists', async () => {
    const plan = await client.plan('store_item', { name: 'a', fail: 'hang' });
    const applying = client.apply('store_item', plan);
    while (!seen.includes('hanging')) await new Promise((resolve) => setTimeout(resolve, 5));
    await client.stop();
    const stored = await applying;
    expect(stored.state).toMatchObject({ id: expect.any(String) });
    expect(errors(stored.diagnostics)).toEqual([['The operation was cancelled', undefined]]);
    expect((await created({ name: 'b' })).state).toMatchObject({ name: 'b' });
  });

  test('that returns what was not planned is told by path', async () => {
    const lied = await client.apply('store_item', await client.plan('store_item', { name: 'a', fail: 'lie' }));
    expect(errors(lied.diagnostics)).toEqual([['note came out otherwise than planned', 'note']]);
    expect(lied.state).toMatchObject({ name: 'a' });
    const forgot = await client.apply('store_item', await client.plan('store_item', { name: 'a', fail: 'forget' }));
    expect(errors(forgot.diagnostics)).toEqual([['revision is still unknown', 'revision']]);
  });

  test("an error of the provider's domain is told in its words", async () => {
    const stored = await client.apply('store_plain', await client.plan('store_plain', { huge: 13 }));
    expect(stored.diagnostics).toEqual([
      { severity: 'error', summary: 'The quota is used up', detail: '13 is too many', at: ['huge'] },
    ]);
  });
});

describe('a change', () => {
  const base = {
    name: 'a',
    zone: 'EU-1',
    disks: [{ path: '/' }],
    ports: [{ port: 80 }, { port: 443 }],
    settings: { mode: 'fast' },
  };

  test('of nothing plans nothing', async () => {
    const stored = await created(base);
    const { planned, replaces } = await clean(client.plan('store_item', base, stored));
    expect(planned).toEqual(stored.state);
    expect(replaces).toEqual([]);
  });

  test('of spelling alone plans nothing', async () => {
    const stored = await created(base);
    const { planned } = await clean(client.plan('store_item', { ...base, zone: 'eu-1' }, stored));
    expect(planned).toEqual(stored.state);
  });

  test('keeps what keeps its prior state, and leaves the rest open', async () => {
    const stored = await created(base);
    const { planned, replaces } = await clean(client.plan('store_item', { ...base, note: 'new' }, stored));
    expect(planned).toMatchObject({
      note: 'new',
      id: stored.state?.['id'],
      revision: UNKNOWN,
      disks: [{ path: '/', serial: 'serial-0' }],
      settings: { mode: 'fast', level: UNKNOWN },
    });
    expect(replaces).toEqual([]);
  });

  test('of a set keeps the elements that stay, wherever they stand', async () => {
    const stored = await created(base);
    const ports = [{ port: 443 }, { port: 8080 }];
    const { planned } = await clean(client.plan('store_item', { ...base, ports }, stored));
    expect(planned?.['ports']).toEqual([
      { port: 443, rule: 'rule-443' },
      { port: 8080, rule: UNKNOWN },
    ]);
  });

  test.each([
    ['an attribute that says so', { name: 'b' }, ['name']],
    ['one inside a nested object', { settings: { mode: 'safe' } }, ['settings.mode']],
    ['what a function decides', { size: 0 }, ['size']],
    ["what the resource's plan names", { note: 'replace me' }, ['note']],
    ['nothing that grows', { size: 5 }, []],
  ])('replaces for %s', async (_name, change, paths) => {
    const stored = await created(base);
    const { replaces } = await clean(client.plan('store_item', { ...base, ...change }, stored));
    expect(replaces).toEqual(paths);
  });

  test('of anything replaces where there is no update', async () => {
    const stored = await client.apply('store_plain', await client.plan('store_plain', { huge: 1 }));
    const { replaces } = await client.plan('store_plain', { huge: 2 }, stored);
    expect(replaces).toEqual(['huge']);
  });

  test('is applied over what was planned', async () => {
    const stored = await created(base);
    const plan = await clean(client.plan('store_item', { ...base, tags: { a: '1' } }, stored));
    const next = await client.apply('store_item', plan);
    expect(next.diagnostics).toEqual([]);
    expect(next.state).toMatchObject({ id: stored.state?.['id'], revision: 2, tags: { a: '1' } });
  });

  test('that fails leaves the prior state', async () => {
    const stored = await created(base);
    const plan = await clean(client.plan('store_item', { ...base, fail: 'update' }, stored));
    const next = await client.apply('store_item', plan);
    expect(errors(next.diagnostics)).toEqual([['the update failed', undefined]]);
    expect(next.state).toEqual(stored.state);
  });

  test('that a plan hook forges is told before core calls it a bug', async () => {
    const planned = await client.plan('store_item', { name: 'a', fail: 'plan-badly' });
    expect(errors(planned.diagnostics)).toEqual([
      ['name was planned with another value than the configured one', 'name'],
    ]);
  });
});

describe('the rest of a life', () => {
  test('a read of what is gone is null; of what changed, the change', async () => {
    const stored = await created({ name: 'a', zone: 'EU-1' });
    writeFileSync(join(directory, 'a.json'), JSON.stringify({ ...stored.state, zone: 'eu-1', note: 'by hand' }));
    const read = await client.read('store_item', stored);
    expect(read.state).toMatchObject({ zone: 'EU-1', note: 'by hand' });
    rmSync(join(directory, 'a.json'));
    expect((await client.read('store_item', stored)).state).toBeNull();
  });

  test('a destroy asks first, then deletes, and keeps the state when it fails', async () => {
    const protectedOne = await created({ name: 'a', fail: 'protected' });
    expect(errors((await client.plan('store_item', null, protectedOne)).diagnostics)).toEqual([
      ['This item is protected', 'fail'],
    ]);
    const stuck = await created({ name: 'b', fail: 'delete' });
    const failed = await client.apply('store_item', await clean(client.plan('store_item', null, stuck)));
    expect(failed.state).toEqual(stuck.state);
    const free = await created({ name: 'c' });
    const gone = await client.apply('store_item', await clean(client.plan('store_item', null, free)));
    expect([gone.state, gone.diagnostics]).toEqual([null, []]);
    expect(readdirSync(directory)).toEqual(['a.json', 'b.json']);
  });

  test('an import brings what read needs; what is not there is refused', async () => {
    const stored = await created({ name: 'a' });
    const imported = await client.import('store_item', 'a');
    const read = await client.read('store_item', imported);
    expect(read.state).toEqual(stored.state);
    expect(errors((await client.import('store_item', 'nothing')).diagnostics)).toEqual([
      ['There is no store_item with the id nothing', undefined],
    ]);
    expect(errors((await client.import('store_plain', 'x')).diagnostics)).toEqual([
      ['store_plain cannot be imported', undefined],
    ]);
  });

  test('a stored state comes back digit for digit, and attributes that are no more fall away', async () => {
    const { state, diagnostics } = await client.upgrade('store_plain', 0, {
      huge: 12345678901234567890n,
      value: { value: ['a', 1n], type: ['tuple', ['string', 'number']] },
      gone: true,
    });
    expect(diagnostics).toEqual([]);
    expect(state).toEqual({
      huge: 12345678901234567890n,
      value: new Dynamic(['tuple', ['string', 'number']], ['a', 1]),
      id: null,
    });
  });

  test('an older state is upgraded, a newer one refused', async () => {
    const upgraded = await client.upgrade('store_item', 1, { title: 'a', size: 3 });
    expect(upgraded.state).toMatchObject({ name: 'a', size: 3, note: null });
    expect(errors((await client.upgrade('store_item', 3, {})).diagnostics)).toEqual([
      ['This store_item was stored by a newer version of the provider', undefined],
    ]);
    expect(errors((await client.upgrade('store_item', 2, { size: 'big' })).diagnostics)).toEqual([
      ['The stored store_item does not fit: size must be number, not string', 'size'],
    ]);
  });

  test('a data source is read, with its defaults', async () => {
    expect((await client.readDataSource('store_lookup', { name: 'world' })).state).toEqual({
      name: 'world',
      prefix: 'hello',
      greeting: 'hello world',
    });
    expect(errors((await client.readDataSource('store_lookup', { name: 'nobody' })).diagnostics)).toEqual([
      ['There is nobody', 'name'],
    ]);
  });
});

describe('what core should not do', () => {
  test('an unknown type, an unconfigured provider, bytes that are no value: one diagnostic each', async () => {
    const unknownType = await client.rpc.readResource({ typeName: 'store_none' });
    expect(unknownType.diagnostics.map(({ summary }) => summary)).toEqual(['This provider has no resource store_none']);
    const config = { msgpack: Buffer.from([0x81, 0xa1, 0x61, 0x01]), json: Buffer.alloc(0) };
    const damaged = await client.rpc.validateResourceConfig({ typeName: 'store_item', config });
    expect(damaged.diagnostics.map(({ summary }) => summary)).toEqual(['a: is not an attribute of the schema']);

    const fresh = await serveInProcess(storeProvider(), { address: 'example.com/test/store' });
    const plan = await fresh.client.plan('store_item', { name: 'a' });
    expect(errors(plan.diagnostics)).toEqual([['The provider is not configured', undefined]]);
    await fresh.close();
  });

  test('an unknown provider configuration is told at its path', async () => {
    expect(errors(await client.configure({ directory: UNKNOWN }))).toEqual([
      ['The directory is not known yet', 'directory'],
    ]);
  });
});
