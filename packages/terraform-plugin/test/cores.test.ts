import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeValue, encodeValue } from '../src/framework/wire/values.js';
import type { Type } from '../src/index.js';
import { type InProcessProvider, serveInProcess } from '../src/testing/index.js';
import { typeFromWire } from '../src/testing/wire-schema.js';
import { storeProvider } from './store/provider.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

// One program serves every core: what an older one does not send is not missed, and what it could not keep is refused. Who sends what since
// when: the plugin clients of Terraform 1.0 to 1.15 and OpenTofu 1.6 to 1.12, read 2026-11. Requests are written here as they send them.

const NONE = new Uint8Array(0);
let running: InProcessProvider | undefined;
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cores-'));
});
afterEach(async () => {
  await running?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function store() {
  running = await serveInProcess(storeProvider(), { address: 'example.com/test/store' });
  const { rpc } = running.client;
  const config = encodeValue(['object', { directory: 'string' }], { directory });
  const configure = (more: object = {}) => rpc.configureProvider({ terraformVersion: '1.0.0', config, ...more });
  return { rpc, configure };
}

async function vault() {
  running = await serveInProcess(vaultProvider(new Vault()), { address: 'example.com/test/vault' });
  const { rpc } = running.client;
  await rpc.configureProvider({ config: encodeValue(['object', { address: 'string' }], { address: null }) });
  return rpc;
}

const box = ['object', { shelf: 'string', label: 'string', content: 'string', weight: 'number' }] as const;
const summaries = ({ diagnostics }: { diagnostics: readonly { summary: string }[] }) =>
  diagnostics.map(({ summary }) => summary);

/** Every attribute of a type, null where nothing is said. */
function whole(type: Type, said: object) {
  const names = Object.keys(type[1] as object);
  return encodeValue(
    type,
    Object.fromEntries(names.map((name) => [name, (said as Record<string, never>)[name] ?? null])),
  );
}

test('Terraform 1.0: a whole life by the RPCs that it has, without a capability in any request', async () => {
  const { rpc, configure } = await store();
  const schemas = await rpc.getProviderSchema({});
  const type = typeFromWire(schemas.resourceSchemas['store_item']);
  const [nothing, config] = [encodeValue(type, null), whole(type, { name: 'a', size: 2 })];
  const typeName = 'store_item';
  expect(summaries(await rpc.validateResourceConfig({ typeName, config }))).toEqual([]);
  expect(summaries(await configure())).toEqual([]);
  const planned = await rpc.planResourceChange({ typeName, config, priorState: nothing, proposedNewState: config });
  expect(planned).toMatchObject({ diagnostics: [], deferred: undefined, plannedIdentity: undefined });
  const { plannedState, plannedPrivate } = planned;
  const made = await rpc.applyResourceChange({ typeName, config, priorState: nothing, plannedState, plannedPrivate });
  expect(made).toMatchObject({ diagnostics: [], newIdentity: undefined });
  const read = await rpc.readResource({ typeName, currentState: made.newState, private: made.private });
  expect(decodeValue(type, read.newState)).toEqual(decodeValue(type, made.newState));
  const { importedResources } = await rpc.importResourceState({ typeName, id: 'a' });
  expect(decodeValue(type, importedResources[0]?.state)).toMatchObject({ name: 'a' });
  const lookup = typeFromWire(schemas.dataSourceSchemas['store_lookup']);
  expect(
    summaries(await rpc.readDataSource({ typeName: 'store_lookup', config: whole(lookup, { name: 'w' }) })),
  ).toEqual([]);
  // Before 1.3 a destroy is applied without having been planned.
  const gone = await rpc.applyResourceChange({
    typeName,
    config: nothing,
    priorState: made.newState,
    plannedState: nothing,
  });
  expect(gone.diagnostics).toEqual([]);
  expect(decodeValue(type, gone.newState)).toBeNull();
  expect(readdirSync(directory)).toEqual([]);
  expect(await rpc.stopProvider({})).toEqual({ error: '' });
});

test.each([
  ['says nothing of it (Terraform to 1.10, OpenTofu to 1.10)', undefined],
  ['says that it cannot', { writeOnlyAttributesAllowed: false, deferralAllowed: false }],
])(
  'a write-only value is refused at validation where the client %s, and the rest is not',
  async (_who, clientCapabilities) => {
    const { rpc } = await store();
    const type = typeFromWire((await rpc.getProviderSchema({})).resourceSchemas['store_item']);
    const validate = (said: object) =>
      rpc.validateResourceConfig({ typeName: 'store_item', config: whole(type, said), clientCapabilities });
    expect(summaries(await validate({ name: 'a', password: 'secret' }))).toEqual([
      'password is write-only, which this version of Terraform cannot keep',
    ]);
    expect(summaries(await validate({ name: 'a' }))).toEqual([]);
  },
);

test('Terraform 1.11 and OpenTofu 1.11: a write-only value is taken, and stands in no plan and no state', async () => {
  const { rpc, configure } = await store();
  const clientCapabilities = { writeOnlyAttributesAllowed: true, deferralAllowed: false };
  const type = typeFromWire((await rpc.getProviderSchema({})).resourceSchemas['store_item']);
  const config = whole(type, { name: 'a', password: 'secret' });
  const typeName = 'store_item';
  expect(summaries(await rpc.validateResourceConfig({ typeName, config, clientCapabilities }))).toEqual([]);
  await configure({ clientCapabilities });
  const priorState = encodeValue(type, null);
  const planned = await rpc.planResourceChange({
    typeName,
    config,
    priorState,
    proposedNewState: config,
    clientCapabilities,
  });
  const made = await rpc.applyResourceChange({ typeName, config, priorState, plannedState: planned.plannedState });
  expect(made.diagnostics).toEqual([]);
  for (const { msgpack } of [planned.plannedState!, made.newState!]) {
    expect(Buffer.from(msgpack).includes('secret')).toBe(false);
  }
});

test('Terraform 1.6 and OpenTofu 1.6, which keep schemas: a process is never asked for one', async () => {
  const { rpc, configure } = await store();
  expect(summaries(await configure())).toEqual([]);
  const raw = { json: Buffer.from('{"name":"a"}'), flatmap: {} };
  const upgraded = await rpc.upgradeResourceState({ typeName: 'store_item', version: 2, rawState: raw });
  expect(upgraded.diagnostics).toEqual([]);
});

test('Terraform 1.8 and OpenTofu 1.7: functions are told in both places, and called before anything is configured', async () => {
  running = await serveInProcess(vaultProvider(new Vault()), { address: 'example.com/test/vault' });
  const { rpc } = running.client;
  const { functions } = await rpc.getFunctions({});
  expect(functions).toEqual((await rpc.getProviderSchema({})).functions);
  const reply = await rpc.callFunction({
    name: 'shout',
    arguments: [encodeValue('string', 'hi'), encodeValue('string', null)],
  });
  expect(decodeValue('string', reply.result)).toBe('HI!');
});

test.each([
  ['Terraform to 1.11, OpenTofu to 1.11', undefined],
  [
    'Terraform 1.12, OpenTofu 1.12',
    { identityData: encodeValue(['object', { shelf: 'string', label: 'string' }], { shelf: 'top', label: 'a' }) },
  ],
])('%s: a resource with an identity lives with the identities that it is sent', async (_who, identity) => {
  const rpc = await vault();
  const typeName = 'vault_box';
  const config = whole(box, { shelf: 'top', label: 'a' });
  const priorState = encodeValue(box, null);
  const planned = await rpc.planResourceChange({ typeName, config, priorState, proposedNewState: config });
  const { plannedState, plannedPrivate } = planned;
  const made = await rpc.applyResourceChange({ typeName, config, priorState, plannedState, plannedPrivate });
  expect(made.diagnostics).toEqual([]);
  const read = await rpc.readResource({ typeName, currentState: made.newState, currentIdentity: identity });
  expect(read.diagnostics).toEqual([]);
  // A client that knows no identities leaves out what it does not know.
  expect(read.newIdentity).toEqual(made.newIdentity);
  const later = await rpc.planResourceChange({
    typeName,
    config,
    priorState: read.newState,
    proposedNewState: read.newState,
    priorIdentity: identity,
  });
  expect(later.plannedIdentity).toEqual(identity);
});

test('OpenTofu, and Terraform without the experiment: what would be put off is an error', async () => {
  const rpc = await vault();
  const config = whole(box, { shelf: 'attic', label: 'a' });
  const request = { typeName: 'vault_box', config, priorState: encodeValue(box, null), proposedNewState: config };
  expect(summaries(await rpc.planResourceChange(request))).toEqual([
    'This depends on something that does not exist yet',
  ]);
});

test('an ephemeral resource, a list and an action are only for those who ask for them', async () => {
  const rpc = await vault();
  const schemas = await rpc.getProviderSchema({});
  expect(Object.keys(schemas.resourceSchemas)).toEqual(['vault_box', 'vault_crate']);
  expect(Object.keys(schemas.dataSourceSchemas)).toEqual(['vault_inventory']);
});

describe('Terraform 1.14: a configuration is written for what was imported', () => {
  test('without what is only computed, write-only, deprecated or the default', async () => {
    const { configure } = await store();
    await configure();
    const { config, diagnostics } = await running!.client.generateConfig('store_item', {
      name: 'a',
      note: '',
      size: 1,
      ratio: 0.5,
      old: 'x',
      id: '1',
      revision: 3,
      price: 2,
      routes: { home: { via: 'x', metric: 10 }, away: { via: 'y', metric: 3 } },
      settings: { mode: 'fast', level: 'auto' },
      disks: [{ path: '/', serial: 's' }],
      ports: [{ port: 80, rule: 'r' }],
    });
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({
      name: 'a',
      note: null,
      size: null,
      ratio: 0.5,
      zone: null,
      password: null,
      old: null,
      fail: null,
      tags: null,
      labels: null,
      routes: { home: { via: 'x', metric: null }, away: { via: 'y', metric: 3 } },
      settings: { mode: 'fast', level: 'auto' },
      disks: [{ path: '/', serial: null }],
      ports: [{ port: 80, rule: null }],
      id: null,
      revision: null,
      price: null,
    });
    expect(await running!.client.validateResource('store_item', config!)).toEqual([]);
  });

  test('or as the resource itself says; a fault in that is told by path', async () => {
    const { configure } = await store();
    await configure();
    const { client } = running!;
    const written = await client.generateConfig('store_plain', { huge: 5, id: 'x' });
    expect(written).toEqual({ diagnostics: [], config: { huge: null, value: null, id: null } });
    const failed = await client.generateConfig('store_plain', { huge: 7, id: 'x' });
    expect(failed).toMatchObject({
      config: undefined,
      diagnostics: [{ summary: 'huge must be number, not string', at: ['huge'] }],
    });
  });

  test('where the capability is told', async () => {
    const rpc = await vault();
    expect((await rpc.getProviderSchema({})).serverCapabilities).toMatchObject({ generateResourceConfig: true });
  });
});

test('a state of Terraform 0.11 is refused in words, and bytes that are no JSON by position', async () => {
  const { rpc } = await store();
  const upgrade = (json: string, flatmap: { [key: string]: string } = {}) =>
    rpc.upgradeResourceState({ typeName: 'store_item', version: 0, rawState: { json: Buffer.from(json), flatmap } });
  expect(summaries(await upgrade('', { name: 'a', 'tags.%': '0' }))).toEqual([
    'The stored state is older than Terraform 0.12 and cannot be read',
  ]);
  expect(summaries(await rpc.upgradeResourceState({ typeName: 'store_item' }))).toEqual([
    'The stored state is older than Terraform 0.12 and cannot be read',
  ]);
  expect(summaries(await upgrade('[1]'))).toEqual(['The stored state is no object']);
  expect(summaries(await upgrade('{"name": 1e5,,}'))).toEqual([expect.stringMatching(/position \d+/)]);
  expect(summaries(await upgrade('{"name": }'))).toEqual([expect.stringMatching(/position|token/)]);
});

test('a request that leaves out what has no meaning there is a request all the same', async () => {
  const rpc = await vault();
  const reply = await rpc.planResourceChange({
    typeName: 'vault_box',
    config: encodeValue(box, null),
    priorPrivate: NONE,
  });
  expect(reply.diagnostics).toEqual([]);
});
