import { attr, defineProvider, defineResource, defineSchema, timeouts } from '../index.js';
import { serveInProcess } from '../testing/in-process.js';
import { isDuration, millisecondsOf } from './duration.js';

test.each([
  ['1h30m', 5_400_000],
  ['45s', 45_000],
  ['1.5h', 5_400_000],
  ['300ms', 300],
  ['9999h', 2 ** 31 - 1],
])('%s', (text, milliseconds) => {
  expect(isDuration(text)).toBe(true);
  expect(millisecondsOf(text)).toBe(milliseconds);
});

test.each(['', '5', 'm', '5 m', '5x', '-5m', '0s', '1h 30m'])('"%s" is no duration', (text) => {
  expect(isDuration(text)).toBe(false);
});

test('a default that is none is told to the author', () => {
  expect(() => timeouts({ create: '20' })).toThrow('The default of timeouts.create is no duration: "20"');
});

const limits = timeouts({ create: '20ms', delete: '5m' });
const signals: AbortSignal[] = [];
const slow = defineResource()({
  schema: defineSchema({
    attributes: {
      name: attr.string({ required: true }),
      id: attr.string({ computed: true }),
      timeouts: limits.attribute,
    },
  }),
  create: ({ plan }, { signal, saved }) =>
    limits.within('create', plan.timeouts, signal, async (within) => {
      signals.push(within);
      saved({ id: '1' });
      if (plan.name === 'quick') return { id: '1' };
      if (plan.name === 'failing') throw new Error('it broke');
      // Heeds no signal.
      return new Promise(() => {});
    }),
  read: async (state) => state,
  delete: (state, { signal }) => limits.within('delete', state.timeouts, signal, async () => {}),
});
const provider = defineProvider({
  schema: defineSchema({ attributes: {} }),
  resources: { test_slow: slow },
  configure: () => null,
});

async function create(config: { name: string; timeouts?: { create?: string; delete?: string } }) {
  const { client, close } = await serveInProcess(provider, { address: 'example.com/test/test' });
  try {
    await client.configure({});
    const refused = await client.validateResource('test_slow', config);
    if (refused.length > 0) return refused[0];
    const { state, diagnostics } = await client.apply('test_slow', await client.plan('test_slow', config));
    return { state, said: diagnostics[0]?.summary, at: diagnostics[0]?.at };
  } finally {
    await close();
  }
}

test('what takes too long ends with an error that names the limit, and keeps what was saved', async () => {
  expect(await create({ name: 'stuck' })).toEqual({
    state: { name: 'stuck', id: '1', timeouts: null },
    said: 'It took longer than 20ms, which is the limit for create',
    at: ['timeouts'],
  });
  expect(signals.at(-1)!.aborted).toBe(true);
});

test('the user says how long', async () => {
  expect(await create({ name: 'stuck', timeouts: { create: '1ms' } })).toMatchObject({
    said: 'It took longer than 1ms, which is the limit for create',
  });
  expect(await create({ name: 'stuck', timeouts: { create: 'soon' } })).toMatchObject({
    summary: 'Invalid value for create',
    detail: expect.stringContaining('Must be a duration, as in "30s" or "1h30m".'),
  });
});

test('within the limit it is as without', async () => {
  const quick = { name: 'quick', timeouts: { create: '10m' } };
  expect(await create(quick)).toMatchObject({ state: { id: '1', timeouts: { create: '10m' } }, said: undefined });
  expect(await create({ ...quick, name: 'failing' })).toMatchObject({ said: 'it broke' });
  expect(signals.at(-1)!.aborted).toBe(false);
});
