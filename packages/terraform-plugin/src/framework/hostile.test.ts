import fc from 'fast-check';
import { damaged, someDamage } from '../../test/damage.js';
import { runs } from '../../test/runs.js';
import { vaultProvider } from '../../test/vault/provider.js';
import { Vault } from '../../test/vault/vault.js';
import type { MethodDefinition } from '../goplugin/grpc/service.js';
import { GrpcError } from '../goplugin/grpc/status.js';
import { ProviderDefinition } from '../protocol/provider.gen.js';
import { type InProcessProvider, serveInProcess } from '../testing/in-process.js';
import { DiagnosticError } from './diagnostics.js';
import type { Provider } from './provider.js';
import { attr } from './schema/builders.js';
import { encodeValue } from './wire/values.js';

const ADDRESS = 'example.com/test/hostile';
const type = ['object', { name: 'string', id: 'string' }] as const;
const written = encodeValue(type, { name: 'a', id: null });
const stored = encodeValue(type, { name: 'a', id: '1' });
const gone = encodeValue(type, null);
const raw = { json: Buffer.from('{"name":"a","id":"1"}'), flatmap: {} };
const identityType = ['object', { id: 'string' }] as const;
const identity = { identityData: encodeValue(identityType, { id: '1' }) };
const NONE = new Uint8Array(0);

/** A provider whose every hook does the same. */
function everywhere(hook: () => never | Promise<never>, diagnose?: Provider['diagnose']): Provider {
  const schema = { attributes: { name: attr.string({ optional: true }), id: attr.string({ computed: true }) } };
  const input = { attributes: { name: attr.string({ optional: true }) } };
  const hooks = { validate: hook, plan: hook, read: hook, open: hook, renew: hook, close: hook, invoke: hook };
  const more = { planDelete: hook, create: hook, update: hook, delete: hook, import: hook, importIdentity: hook };
  const resource = { ...hooks, ...more, upgrade: hook, upgradeIdentity: hook, move: hook, identify: hook };
  const provider: unknown = {
    schema: { attributes: {} },
    validate: hook,
    configure: () => null,
    diagnose,
    resources: {
      bad_thing: { schema, version: 1, identity: { version: 1, attributes: { id: { type: 'string' } } }, ...resource },
    },
    dataSources: { bad_thing: { schema, ...hooks } },
    ephemeralResources: { bad_thing: { schema, ...hooks } },
    listResources: { bad_thing: { schema: input, ...hooks, list: hook } },
    actions: { bad_thing: { schema: input, ...hooks } },
    functions: { bad: { parameters: [], returns: 'string', run: hook } },
  };
  return provider as Provider;
}

/** Every RPC in which code of a provider runs, and what has to be kept although it failed. */
const calls: { [what: string]: (rpc: InProcessProvider['client']['rpc']) => Promise<unknown> } = {
  validateProviderConfig: (rpc) => rpc.validateProviderConfig({ config: encodeValue(['object', {}], {}) }),
  validateResourceConfig: (rpc) => rpc.validateResourceConfig({ typeName: 'bad_thing', config: written }),
  validateDataResourceConfig: (rpc) => rpc.validateDataResourceConfig({ typeName: 'bad_thing', config: written }),
  validateEphemeralResourceConfig: (rpc) =>
    rpc.validateEphemeralResourceConfig({ typeName: 'bad_thing', config: written }),
  validateListResourceConfig: (rpc) =>
    rpc.validateListResourceConfig({
      typeName: 'bad_thing',
      config: encodeValue(['object', { name: 'string' }], { name: null }),
    }),
  validateActionConfig: (rpc) =>
    rpc.validateActionConfig({
      typeName: 'bad_thing',
      config: encodeValue(['object', { name: 'string' }], { name: null }),
    }),
  upgradeResourceState: (rpc) => rpc.upgradeResourceState({ typeName: 'bad_thing', version: 0, rawState: raw }),
  upgradeResourceIdentity: (rpc) =>
    rpc.upgradeResourceIdentity({
      typeName: 'bad_thing',
      version: 0,
      rawIdentity: { json: Buffer.from('{"id":"1"}'), flatmap: {} },
    }),
  moveResourceState: (rpc) =>
    rpc.moveResourceState({ sourceTypeName: 'x_y', sourceState: raw, targetTypeName: 'bad_thing' }),
  importResourceState: (rpc) => rpc.importResourceState({ typeName: 'bad_thing', id: '1' }),
  'importResourceState by identity': (rpc) => rpc.importResourceState({ typeName: 'bad_thing', identity }),
  planAction: (rpc) =>
    rpc.planAction({ actionType: 'bad_thing', config: encodeValue(['object', { name: 'string' }], { name: null }) }),
  planResourceChange: (rpc) =>
    rpc.planResourceChange({ typeName: 'bad_thing', config: written, priorState: gone, proposedNewState: written }),
  'planResourceChange of a destroy': (rpc) =>
    rpc.planResourceChange({ typeName: 'bad_thing', config: gone, priorState: stored, proposedNewState: gone }),
  readDataSource: (rpc) => rpc.readDataSource({ typeName: 'bad_thing', config: written }),
  openEphemeralResource: (rpc) => rpc.openEphemeralResource({ typeName: 'bad_thing', config: written }),
  renewEphemeralResource: (rpc) => rpc.renewEphemeralResource({ typeName: 'bad_thing', private: NONE as Buffer }),
  closeEphemeralResource: (rpc) => rpc.closeEphemeralResource({ typeName: 'bad_thing', private: NONE as Buffer }),
  async readResource(rpc) {
    const currentPrivate = Buffer.from('{"a":1}');
    const reply = await rpc.readResource({ typeName: 'bad_thing', currentState: stored, private: currentPrivate });
    expect(Buffer.from(reply.newState!.msgpack)).toEqual(Buffer.from(stored.msgpack));
    expect(Buffer.from(reply.private)).toEqual(currentPrivate);
    return reply;
  },
  async 'applyResourceChange of a create'(rpc) {
    const reply = await rpc.applyResourceChange({
      typeName: 'bad_thing',
      config: written,
      priorState: gone,
      plannedState: written,
    });
    expect(Buffer.from(reply.newState!.msgpack)).toEqual(Buffer.from(gone.msgpack));
    return reply;
  },
  async 'applyResourceChange of an update'(rpc) {
    const reply = await rpc.applyResourceChange({
      typeName: 'bad_thing',
      config: written,
      priorState: stored,
      plannedState: written,
    });
    expect(Buffer.from(reply.newState!.msgpack)).toEqual(Buffer.from(stored.msgpack));
    return reply;
  },
  async 'applyResourceChange of a delete'(rpc) {
    const reply = await rpc.applyResourceChange({
      typeName: 'bad_thing',
      config: gone,
      priorState: stored,
      plannedState: gone,
    });
    expect(Buffer.from(reply.newState!.msgpack)).toEqual(Buffer.from(stored.msgpack));
    return reply;
  },
  async callFunction(rpc) {
    const { error } = await rpc.callFunction({ name: 'bad', arguments: [] });
    return { diagnostics: error && [{ severity: 1, summary: error.text }] };
  },
};

interface Replied {
  readonly diagnostics: readonly { severity: number; summary: string }[];
}

describe.each<[string, () => never | Promise<never>, string]>([
  [
    'throws',
    () => {
      throw new Error('no luck');
    },
    'no luck',
  ],
  ['rejects', () => Promise.reject(new TypeError('not my type')), 'not my type'],
  [
    'throws a text',
    () => {
      throw 'just words';
    },
    'just words',
  ],
  ['rejects with nothing', () => Promise.reject(undefined), 'The provider failed without saying why'],
  [
    'throws an error without a message',
    () => {
      throw new RangeError();
    },
    'RangeError',
  ],
  [
    'throws what is no error',
    () => {
      throw {
        toString() {
          throw new Error('gotcha');
        },
      };
    },
    'The provider failed without saying why',
  ],
  [
    'throws a diagnostic',
    () => {
      throw new DiagnosticError('Say it', { at: ['name'] });
    },
    'Say it',
  ],
  [
    'throws a diagnostic that is none',
    () => {
      throw new DiagnosticError(7 as never, { at: 8 as never, detail: {} as never });
    },
    '7',
  ],
])('a provider whose code %s', (_what, hook, summary) => {
  let running: InProcessProvider;
  beforeAll(async () => {
    running = await serveInProcess(everywhere(hook), { address: ADDRESS });
    await running.client.configure();
  });
  afterAll(() => running.close());

  test.each(Object.keys(calls))('%s: one error that says so, and nothing lost', async (what) => {
    const { diagnostics } = (await calls[what]!(running.client.rpc)) as Replied;
    expect(diagnostics.map(({ severity, summary: said }) => [severity, said])).toEqual([[1, summary]]);
  });

  test('in a stream: likewise', async () => {
    const listed = await running.client.list('bad_thing');
    const invoked = await running.client.invoke('bad_thing', {});
    for (const { diagnostics } of [listed, invoked]) {
      expect(diagnostics.map(({ severity, summary: said }) => [severity, said])).toEqual([['error', summary]]);
    }
  });
});

test('an error that its provider cannot read is told as it is', async () => {
  const hook = () => Promise.reject(new Error('no luck'));
  const diagnose = () => {
    throw new Error('nor here');
  };
  const running = await serveInProcess(everywhere(hook, diagnose), { address: ADDRESS });
  await running.client.configure();
  for (const call of Object.values(calls)) {
    const { diagnostics } = (await call(running.client.rpc)) as Replied;
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['no luck']);
  }
  await running.close();
});

test('a provider that cannot be loaded says so in every call', async () => {
  const running = await serveInProcess(() => Promise.reject(new Error('a file is missing')), { address: ADDRESS });
  const { rpc } = running.client;
  const all = [
    ...Object.values(calls),
    () => rpc.getMetadata({}),
    () => rpc.getProviderSchema({}),
    () => rpc.configureProvider({}),
  ];
  for (const call of all) {
    const { diagnostics } = (await call(rpc)) as Replied;
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['a file is missing']);
  }
  await running.close();
});

test('bytes that are no message, or another one, are answered, whatever they are and whichever call it is', async () => {
  const running = await serveInProcess(vaultProvider(new Vault()), { address: ADDRESS });
  const { client } = running;
  expect(await client.configure()).toEqual([]);
  const requests = Object.values(ProviderDefinition.methods) as unknown as MethodDefinition<object, object>[];
  const some = {
    typeName: 'vault_box',
    config: stored,
    priorState: stored,
    currentState: stored,
    rawState: raw,
    actionType: 'vault_shake',
  };
  const messages = requests.map(({ name, requestType, responseType }) => ({
    path: `/${ProviderDefinition.fullName}/${name}`,
    sent: Buffer.from(requestType.encode({ ...(requestType.decode(NONE) as object), ...some }).finish()),
    responseType,
  }));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 50 }).map((random) => () => random),
    fc.array(someDamage, { minLength: 1, maxLength: 4 }).map((harms) => (sent: Uint8Array) => damaged(sent, harms)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...messages), bytes, async ({ path, sent, responseType }, harm) => {
      try {
        responseType.decode(await client.connection.send(path, harm(sent)));
      } catch (error) {
        expect(error).toBeInstanceOf(GrpcError);
        expect((error as GrpcError).message).not.toBe('');
      }
    }),
    runs(600),
  );
  expect(await client.configure()).toEqual([]);
  expect((await client.plan('vault_box', { shelf: 'top', label: 'a' })).diagnostics).toEqual([]);
  await running.close();
});
