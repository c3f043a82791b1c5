import type { Unknown } from '../cty/unknown.js';
import type { NumberValue } from '../cty/value.js';
import { defineAction } from './action.js';
import { defineDataSource } from './data-source.js';
import { defineEphemeralResource } from './ephemeral-resource.js';
import { type ArgumentsOf, defineFunction } from './function.js';
import { defineListResource } from './list-resource.js';
import { same } from './same-type.fixture.js';
import { attr, defineSchema } from './schema/builders.js';

interface Client {
  readonly url: string;
}
const schema = defineSchema({
  attributes: {
    name: attr.string({ required: true }),
    size: attr.integer({ default: 10 }),
    note: attr.string({ optional: true }),
    made: attr.string({ computed: true }),
    ports: attr.nested.list({ port: attr.integer({ required: true }) }, { optional: true }),
  },
});

test('the arguments of a function have the types of its parameters', () => {
  type Arguments = ArgumentsOf<
    [
      { name: 'text'; type: 'string' },
      { name: 'maybe'; type: 'number'; nullable: true },
      { name: 'any'; type: readonly ['list', 'string']; unknowns: true },
    ],
    { name: 'more'; type: 'bool' }
  >;
  same<Arguments, [string, NumberValue | null, (string | Unknown)[] | Unknown, ...boolean[]]>(true);
  defineFunction({
    parameters: [{ name: 'first', type: ['object', { a: 'string' }] }],
    returns: 'string',
    run: ([first]) => {
      same<typeof first, { a: string | null }>(true);
      // @ts-expect-error a number is no string
      const wrong: string = first;
      return String(wrong);
    },
  });
  // @ts-expect-error what it returns must be of the type that it says
  defineFunction({ parameters: [], returns: 'number', run: () => 'four' });
});

test('what is looked up or opened gets its defaults, known', () => {
  const check = (config: { name: string; size: number; note: string | null; ports: { port: number }[] | null }) =>
    config;
  defineDataSource<Client>()({
    schema,
    async read(config, { client }) {
      same<typeof config.size, number>(true);
      same<typeof client.url, string>(true);
      check(config);
      return { made: client.url };
    },
  });
  defineEphemeralResource<Client>()({
    schema,
    // @ts-expect-error there is no attribute `maed` to give
    async open(config, { renewAt }) {
      same<typeof config.note, string | null>(true);
      renewAt(new Date());
      return { maed: 'x' };
    },
  });
});

test('what is listed or invoked gets what was written', () => {
  const input = defineSchema({ attributes: { label: attr.string({ optional: true }) } });
  defineListResource<Client>()({
    schema: input,
    async *list({ label }, { limit }) {
      same<typeof label, string | null>(true);
      same<typeof limit, number>(true);
      yield { identity: { label }, displayName: label ?? 'all' };
    },
  });
  defineAction<Client>()({
    schema: input,
    plan: ({ label }) => same<typeof label, string | null | Unknown>(true),
    async invoke({ label }, { progress }) {
      same<typeof label, string | null>(true);
      await progress(String(label));
    },
  });
});

test('a default is of the type of its attribute', () => {
  expect(attr.string({ default: 'x' })).toEqual({ type: 'string', default: 'x' });
  expect(attr.number({ default: 1n })).toEqual({ type: 'number', default: 1n });
  // @ts-expect-error a text is no number
  attr.integer({ default: '1' });
  // @ts-expect-error a text is no truth value
  attr.bool({ default: 'true' });
});
