import { decodeValue, encodeValue } from '../src/framework/wire/values.js';
import { UNKNOWN } from '../src/index.js';
import { type InProcessProvider, type ProtocolClient, serveInProcess } from '../src/testing/index.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

let vault: Vault;
let running: InProcessProvider;
let client: ProtocolClient;

beforeEach(async () => {
  vault = new Vault();
  running = await serveInProcess(vaultProvider(vault), { address: 'example.com/test/vault' });
  client = running.client;
  expect(await client.configure()).toEqual([]);
});
afterEach(() => running.close());

async function put(shelf: string, label: string, content: string | null = null) {
  const stored = await client.apply('vault_box', await client.plan('vault_box', { shelf, label, content }));
  expect(stored.diagnostics).toEqual([]);
  return stored;
}
const summaries = (diagnostics: readonly { summary: string }[]) => diagnostics.map(({ summary }) => summary);

test('all that is offered is told, with its schemas', async () => {
  const schemas = await client.schemas();
  expect(schemas.diagnostics).toEqual([]);
  expect(Object.keys(schemas.ephemeralResourceSchemas)).toEqual(['vault_token']);
  expect(Object.keys(schemas.listResourceSchemas)).toEqual(['vault_box']);
  expect(Object.keys(schemas.actionSchemas)).toEqual(['vault_shake']);
  expect(schemas.providerMeta?.block?.attributes.map(({ name }) => name)).toEqual(['module']);
  expect(schemas.functions['total']).toMatchObject({
    deprecationMessage: 'Use sum.',
    variadicParameter: { name: 'more' },
  });
  expect((await client.rpc.getFunctions({})).functions).toEqual(schemas.functions);
  expect(await client.rpc.getMetadata({})).toMatchObject({
    functions: [{ name: 'shout' }, { name: 'total' }, { name: 'known' }, { name: 'liar' }],
    ephemeralResources: [{ typeName: 'vault_token' }],
    listResources: [{ typeName: 'vault_box' }],
    actions: [{ typeName: 'vault_shake' }],
  });
});

describe('a function', () => {
  test('gets its arguments and gives its result in their types', async () => {
    expect(await client.call('shout', 'hello', null)).toBe('HELLO!');
    expect(await client.call('shout', 'hello', '?')).toBe('HELLO?');
    expect(await client.call('total', 1, [2, 3], [4])).toEqual({ total: 10, parts: 4 });
    expect(await client.call('total', 1)).toEqual({ total: 1, parts: 1 });
  });

  test('takes what is not known where it says so', async () => {
    const reply = await client.rpc.callFunction({ name: 'known', arguments: [encodeValue('dynamic', UNKNOWN)] });
    expect(decodeValue('bool', reply.result)).toBe(false);
  });

  test('says which argument is to blame, and whose fault a wrong result is', async () => {
    await expect(client.call('shout', '', null)).rejects.toMatchObject({
      message: 'there is nothing to shout',
      argument: 0,
    });
    await expect(client.call('liar')).rejects.toThrow('The result of liar does not fit: must be number, not string');
  });
});

describe('an ephemeral resource', () => {
  test('is opened, renewed and closed with what it keeps in between', async () => {
    const token = await client.open('vault_token');
    expect(token.state).toEqual({ length: 8, value: 'xxxxxxxx' });
    expect(token.renewAt).toEqual(new Date('2030-01-01T00:00:00.500Z'));
    await token.renew();
    expect(token.renewAt).toEqual(new Date('2030-01-02T00:00:00Z'));
    await token.renew();
    expect(await token.close()).toEqual([]);
    expect(vault.seen).toEqual(['open', 'renew 1', 'renew 2', 'close after 2']);
  });

  test('is validated like any other type', async () => {
    const config = encodeValue(['object', { length: 'number', value: 'string' }], { length: 100, value: null });
    const reply = await client.rpc.validateEphemeralResourceConfig({ typeName: 'vault_token', config });
    expect(summaries(reply.diagnostics)).toEqual(['Too long a token']);
  });
});

describe('an identity', () => {
  const type = ['object', { shelf: 'string', label: 'string' }] as const;
  const identityData = encodeValue(type, { shelf: 'top', label: 'a' });

  test('is told with every state', async () => {
    const { identitySchemas } = await client.rpc.getResourceIdentitySchemas({});
    expect(identitySchemas['vault_box']).toMatchObject({
      version: 1,
      identityAttributes: [
        { name: 'shelf', requiredForImport: false, optionalForImport: true },
        { name: 'label', requiredForImport: true, optionalForImport: false },
      ],
    });
    expect(Object.keys(identitySchemas)).toEqual(['vault_box']);
    await put('top', 'a', 'cups');
    const stored = await client.importByIdentity('vault_box', { label: 'a' });
    expect(stored).toMatchObject({ diagnostics: [], state: { shelf: 'top', label: 'a', content: null } });
    const currentState = encodeValue(
      ['object', { shelf: 'string', label: 'string', content: 'string', weight: 'number' }],
      stored.state!,
    );
    const read = await client.rpc.readResource({ typeName: 'vault_box', currentState });
    expect(decodeValue(type, read.newIdentity?.identityData)).toEqual({ shelf: 'top', label: 'a' });
  });

  test('that has changed is a fault of the provider', async () => {
    const { state } = await put('top', 'b');
    const currentState = encodeValue(
      ['object', { shelf: 'string', label: 'string', content: 'string', weight: 'number' }],
      state!,
    );
    const read = await client.rpc.readResource({
      typeName: 'vault_box',
      currentState,
      currentIdentity: { identityData },
    });
    expect(summaries(read.diagnostics)).toEqual(['The identity of this vault_box has changed']);
  });

  test('of nothing, and of a type that has none, is refused', async () => {
    const gone = await client.importByIdentity('vault_box', { label: 'nowhere' });
    expect(summaries(gone.diagnostics)).toEqual(['There is no vault_box with that identity']);
    const rawIdentity = { json: Buffer.from('{}'), flatmap: {} };
    const none = await client.rpc.upgradeResourceIdentity({ typeName: 'vault_crate', rawIdentity });
    expect(summaries(none.diagnostics)).toEqual(['vault_crate has no identity']);
  });

  test.each([
    [0, { place: 'top/a' }],
    [1, { shelf: 'top', label: 'a' }],
  ])('of version %i is brought to the present one', async (version, stored) => {
    const rawIdentity = { json: Buffer.from(JSON.stringify(stored)), flatmap: {} };
    const reply = await client.rpc.upgradeResourceIdentity({ typeName: 'vault_box', version, rawIdentity });
    expect(decodeValue(type, reply.upgradedIdentity?.identityData)).toEqual({ shelf: 'top', label: 'a' });
  });

  test('of a newer version is not guessed at', async () => {
    const rawIdentity = { json: Buffer.from('{}'), flatmap: {} };
    const reply = await client.rpc.upgradeResourceIdentity({ typeName: 'vault_box', version: 2, rawIdentity });
    expect(reply.diagnostics[0]?.summary).toMatch('stored by a newer version of the provider');
  });
});

test('a move takes over what it knows, and says of what it does not', async () => {
  const state = { shelf: 'top', name: 'a', content: 'cups' };
  expect(await client.move('vault_box', { typeName: 'vault_crate', state })).toMatchObject({
    diagnostics: [],
    state: { shelf: 'top', label: 'a', content: 'cups', weight: null },
  });
  for (const [to, from] of [
    ['vault_box', 'vault_barrel'],
    ['vault_crate', 'vault_box'],
  ] as const) {
    const refused = await client.move(to, { typeName: from, state });
    expect(summaries(refused.diagnostics)).toEqual([`A ${from} cannot become a ${to}`]);
    expect(refused.state).toBeNull();
  }
});

describe('a list', () => {
  beforeEach(async () => {
    for (const [shelf, label, content] of [
      ['top', 'a', 'cups'],
      ['bottom', 'b', null],
      ['top', 'c', null],
    ] as const)
      await put(shelf, label, content);
    vault.seen.length = 0;
  });

  test('tells identities, narrowed and up to the limit, and asks for no more', async () => {
    const top = await client.list('vault_box', { shelf: 'top' });
    expect(top.found.map(({ identity, displayName }) => [identity['label'], displayName])).toEqual([
      ['a', 'Box a'],
      ['c', 'Box c'],
    ]);
    expect(top.found[0]?.resource).toBeNull();
    vault.seen.length = 0;
    expect((await client.list('vault_box', {}, { limit: 2 })).found).toHaveLength(2);
    expect(vault.seen).toEqual(['listed a', 'listed b']);
  });

  test('tells whole resources where they are asked for, given with it or read', async () => {
    const { found } = await client.list('vault_box', { shelf: 'top' }, { includeResource: true });
    expect(found.map(({ resource }) => resource)).toEqual([
      { shelf: 'top', label: 'a', content: 'cups', weight: 4 },
      { shelf: 'top', label: 'c', content: null, weight: 0 },
    ]);
  });

  test('that breaks off tells what it has found, and why', async () => {
    await put('top', 'broken');
    const { found, diagnostics } = await client.list('vault_box');
    expect(found).toHaveLength(3);
    expect(summaries(diagnostics)).toEqual(['the shelf fell down']);
  });
});

describe('an action', () => {
  test('tells how far it has come, and its end', async () => {
    expect(await client.invoke('vault_shake', { label: 'a', times: 2 })).toEqual({
      progress: ['a, time 1', 'a, time 2'],
      diagnostics: [],
    });
    const failed = await client.invoke('vault_shake', { label: 'loose' });
    expect({ ...failed, diagnostics: summaries(failed.diagnostics) }).toEqual({
      progress: ['loose, time 1'],
      diagnostics: ['it fell'],
    });
  });

  test('may be refused at plan', async () => {
    const refused = await client.invoke('vault_shake', { label: 'fragile' });
    expect(refused.diagnostics).toEqual([{ severity: 'error', summary: 'It would break', at: ['label'] }]);
    expect(vault.seen).toEqual(['plan shake']);
  });

  test('a thousand lines of progress all arrive', async () => {
    expect((await client.invoke('vault_shake', { label: 'a', times: 1_000 })).progress).toHaveLength(1_000);
  });
});

describe('what must wait for a later run', () => {
  const boxType = ['object', { shelf: 'string', label: 'string', content: 'string', weight: 'number' }] as const;
  const config = encodeValue(boxType, { shelf: 'attic', label: 'a', content: null, weight: null });
  const plan = (deferralAllowed: boolean) =>
    client.rpc.planResourceChange({
      typeName: 'vault_box',
      config,
      proposedNewState: config,
      clientCapabilities: { deferralAllowed, writeOnlyAttributesAllowed: true },
    });

  test('is put off where the client can do that, with a forecast', async () => {
    const put = await plan(true);
    expect(put).toMatchObject({ deferred: { reason: 3 }, diagnostics: [] });
    expect(decodeValue(boxType, put.plannedState)).toMatchObject({ shelf: 'attic', weight: UNKNOWN });
  });

  test('is an error that says what to do where it cannot', async () => {
    const refused = await plan(false);
    expect(refused.deferred).toBeUndefined();
    expect(refused.diagnostics[0]).toMatchObject({
      summary: 'This depends on something that does not exist yet',
      detail: expect.stringContaining('-target'),
    });
  });

  test("names each of the provider's own settings that is not known", async () => {
    expect(await client.configure({ address: UNKNOWN })).toEqual([
      {
        severity: 'error',
        summary: 'address is not known before apply',
        detail: expect.stringContaining('-target'),
        at: ['address'],
      },
    ]);
  });

  test('is everything while the provider itself is not known', async () => {
    const clientCapabilities = { deferralAllowed: true, writeOnlyAttributesAllowed: true };
    const providerConfig = encodeValue(['object', { address: 'string' }], { address: UNKNOWN });
    const { diagnostics } = await client.rpc.configureProvider({ config: providerConfig, clientCapabilities });
    expect(diagnostics).toEqual([]);
    const deferred = { reason: 2 };
    expect(await plan(true)).toMatchObject({ deferred, diagnostics: [] });
    expect(await client.rpc.readResource({ typeName: 'vault_box', currentState: config })).toMatchObject({
      deferred,
      newState: config,
    });
    const inventory = encodeValue(['object', { shelf: 'string', boxes: 'number' }], { shelf: null, boxes: null });
    expect(await client.rpc.readDataSource({ typeName: 'vault_inventory', config: inventory })).toMatchObject({
      deferred,
    });
    expect(await client.rpc.openEphemeralResource({ typeName: 'vault_token' })).toMatchObject({ deferred });
    expect(await client.rpc.planAction({ actionType: 'vault_shake' })).toMatchObject({ deferred });
    expect(vault.seen).toEqual([]);
    expect(await client.configure()).toEqual([]);
    expect((await client.plan('vault_box', { shelf: 'top', label: 'z' })).diagnostics).toEqual([]);
  });
});

test('a state store is not offered, which core takes for an older provider', async () => {
  await expect(client.connection.send('/tfplugin6.Provider/GetStates', new Uint8Array(0))).rejects.toMatchObject({
    status: 12,
  });
});
