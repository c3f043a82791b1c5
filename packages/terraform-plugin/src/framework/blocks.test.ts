import { attr, defineProvider, defineResource, defineSchema, sizeBetween, timeouts, UNKNOWN } from '../index.js';
import { type InProcessProvider, serveInProcess } from '../testing/in-process.js';
import { checkSchema } from './schema/check.js';

const limits = timeouts({ create: '5m' });
const schema = defineSchema({
  attributes: {
    name: attr.string({ required: true }),
    rule: attr.block.list(
      {
        port: attr.integer({ required: true }),
        mode: attr.string({ default: 'tcp' }),
        handle: attr.string({ computed: true, keepsPriorState: true }),
        match: attr.block.set({ prefix: attr.string({ required: true }) }),
      },
      { description: 'What passes.', validators: [sizeBetween(0, 2)] },
    ),
    login: attr.block.single({ user: attr.string({ required: true }) }, { requiresReplace: true }),
    timeouts: limits.block,
  },
});

/** What the compiler knows: there is never a null of a list of blocks, and maybe no single one. */
const firewall = defineResource()({
  schema,
  async create({ plan }) {
    const { rule } = plan;
    return { rule: rule.map(({ port, mode, match }) => ({ port, mode, match, handle: `h${port}` })) };
  },
  async read(state) {
    // Of what may be gone, code leaves things out.
    return state.name === 'emptied' ? { ...state, rule: null as never } : state;
  },
  async update({ plan }) {
    return { rule: plan.rule.map((rule) => ({ ...rule, handle: `h${rule.port}` })) };
  },
  async import(name) {
    return { name };
  },
  upgrade: ({ state }) => ({ name: state['name'] }),
  version: 1,
});

let running: InProcessProvider;
beforeAll(async () => {
  const provider = defineProvider({
    schema: defineSchema({ attributes: { retry: attr.block.list({ times: attr.integer({ required: true }) }) } }),
    resources: { test_firewall: firewall },
    configure: ({ retry }) => retry,
  });
  running = await serveInProcess(provider, { address: 'example.com/test/test' });
  expect(await running.client.configure({})).toEqual([]);
});
afterAll(() => running.close());

test('they stand beside the attributes for core', async () => {
  const { block } = (await running.client.schemas()).resourceSchemas['test_firewall']!;
  expect(block!.attributes.map(({ name }) => name)).toEqual(['name']);
  expect(block!.blockTypes.map(({ typeName, nesting }) => [typeName, nesting])).toEqual([
    ['rule', 2],
    ['login', 1],
    ['timeouts', 1],
  ]);
  const [rule] = block!.blockTypes;
  expect(rule!.block).toMatchObject({ description: 'What passes.' });
  expect(rule!.block!.blockTypes.map(({ typeName, nesting }) => [typeName, nesting])).toEqual([['match', 3]]);
});

test('their life: defaults, computed values, and none is an empty list', async () => {
  const { client } = running;
  const config = { name: 'a', rule: [{ port: 80 }, { port: 443, mode: 'tls', match: [{ prefix: '/' }] }] };
  const plan = await client.plan('test_firewall', config);
  expect(plan.diagnostics).toEqual([]);
  expect(plan.planned).toMatchObject({
    rule: [
      { port: 80, mode: 'tcp', handle: UNKNOWN, match: [] },
      { port: 443, mode: 'tls', handle: UNKNOWN, match: [{ prefix: '/' }] },
    ],
    login: null,
  });
  const stored = await client.apply('test_firewall', plan);
  expect(stored.diagnostics).toEqual([]);
  expect(stored.state).toMatchObject({ rule: [{ handle: 'h80' }, { handle: 'h443' }] });
  const again = await client.plan('test_firewall', config, stored);
  expect(again.planned).toEqual(stored.state);
  const fewer = await client.plan('test_firewall', { name: 'a', login: { user: 'x' } }, stored);
  expect(fewer.planned).toMatchObject({ rule: [], login: { user: 'x' } });
  expect(fewer.replaces).toEqual(['login']);
});

test('null becomes none wherever code returns it: read, import, upgrade', async () => {
  const { client } = running;
  const imported = await client.import('test_firewall', 'emptied');
  expect(imported.state).toEqual({ name: 'emptied', rule: [], login: null, timeouts: null });
  expect((await client.read('test_firewall', imported)).state).toMatchObject({ rule: [] });
  const upgraded = await client.upgrade('test_firewall', 0, { name: 'a' });
  expect(upgraded.state).toMatchObject({ name: 'a', rule: [] });
});

test('an error leads into the block', async () => {
  const { client } = running;
  const said = await client.validateResource('test_firewall', {
    name: 'a',
    rule: [{ port: 1 }, { port: null }],
    login: { user: null },
    timeouts: { create: 'soon' },
  });
  expect(said.map(({ at, detail }) => [at?.join('.'), detail?.includes('At ')])).toEqual([
    ['rule.1.port', false],
    ['login.user', false],
    ['timeouts.create', false],
  ]);
  const many = await client.validateResource('test_firewall', {
    name: 'a',
    rule: [{ port: 1 }, { port: 2 }, { port: 3 }],
  });
  expect(many).toMatchObject([{ summary: 'Invalid value for rule', at: ['rule'] }]);
});

test.each([
  [
    'a block in an attribute',
    attr.nested.single({ b: attr.block.list({}) }, { optional: true }),
    'a.b: attributes hold no blocks',
  ],
  [
    'a map',
    { nested: 'map', block: true, optional: true, attributes: {} } as const,
    'a: there are no maps of blocks: take a list or a set',
  ],
  [
    'a required one',
    { nested: 'list', block: true, required: true, attributes: {} } as const,
    'a: a block is not required, computed, sensitive or write-only, and has no default',
  ],
])('%s is refused', (_what, a, fault) => {
  expect(checkSchema({ attributes: { a } }, 'resource')).toEqual([fault]);
});
