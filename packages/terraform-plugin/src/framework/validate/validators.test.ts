import {
  anyOf,
  atLeastOneOf,
  attr,
  between,
  conflicting,
  Decimal,
  defineDataSource,
  defineFunction,
  defineProvider,
  defineSchema,
  each,
  exactlyOneOf,
  keys,
  lengthBetween,
  noneOf,
  oneOf,
  pattern,
  requiredTogether,
  requires,
  rules,
  sizeBetween,
  UNKNOWN,
  unique,
} from '../../index.js';
import { serveInProcess } from '../../testing/in-process.js';

const looked = defineDataSource()({
  schema: defineSchema({
    attributes: {
      size: attr.number({ optional: true, validators: [between(0.1, 10)] }),
      mode: attr.string({ optional: true, validators: [anyOf(oneOf('auto'), pattern(/^\d+$/, 'Must be digits.'))] }),
      level: attr.integer({ optional: true, validators: [oneOf(1, 2, 4), noneOf(2)] }),
      names: attr.list('string', { optional: true, validators: [each(lengthBetween(1, 3)), unique()] }),
      rights: attr.map(['list', 'string'], {
        optional: true,
        validators: [keys(pattern(/^[a-z]+$/, 'Must be lower case.')), each(sizeBetween(1, 2), each(oneOf('r', 'w')))],
      }),
      ports: attr.nested.list(
        { port: attr.integer({ required: true }), note: attr.string({ optional: true }) },
        { optional: true, validators: [unique(({ port }) => port)] },
      ),
      login: attr.nested.single(
        { user: attr.string({ optional: true }), password: attr.string({ optional: true }) },
        { optional: true },
      ),
    },
  }),
  validate: rules(
    conflicting('size', 'level'),
    requires(['login', 'user'], ['login', 'password']),
    requiredTogether('names', 'rights'),
  ),
  read: async () => ({}),
});

const strict = defineDataSource()({
  schema: defineSchema({
    attributes: {
      a: attr.string({ optional: true }),
      b: attr.string({ optional: true }),
      c: attr.string({ optional: true }),
    },
  }),
  validate: rules(exactlyOneOf('a', 'b'), atLeastOneOf('b', 'c')),
  read: async () => ({}),
});

const wrong = defineDataSource()({
  schema: strict.schema,
  validate: rules(requires('a', 'd')),
  read: async () => ({}),
});

const short = defineFunction({
  parameters: [
    { name: 'text', type: 'string', nullable: true },
    { name: 'most', type: 'number', integer: true },
  ],
  variadic: { name: 'more', type: ['list', 'string'] },
  returns: 'string',
  // The compiler knows that it is a number.
  run: ([text, most]) => (text ?? '').slice(0, most),
});

const provider = defineProvider({
  schema: defineSchema({ attributes: {} }),
  resources: {},
  dataSources: { test_looked: looked, test_strict: strict, test_wrong: wrong },
  functions: { short },
  configure: () => null,
});

async function said(typeName: string, config: object): Promise<[string, string | undefined][]> {
  const running = await serveInProcess(provider, { address: 'example.com/test/test' });
  try {
    const found = await running.client.validateDataSource(typeName, config as never);
    return found.map(({ summary, detail, at }) => [`${summary}: ${detail}`, at?.join('.')]);
  } finally {
    await running.close();
  }
}

test.each<[object, [string, string | undefined][]]>([
  [{ size: Decimal.of(25n, -1) }, []],
  [{ size: 10n }, []],
  [{ size: Decimal.of(105n, -1) }, [['Invalid value for size: Must be from 0.1 to 10.', 'size']]],
  [{ mode: '12' }, []],
  [{ mode: 'x' }, [['Invalid value for mode: Must be one of "auto". Or: Must be digits.', 'mode']]],
  [{ level: 4 }, []],
  [{ level: 3 }, [['Invalid value for level: Must be one of 1, 2, 4.', 'level']]],
  [{ level: 2 }, [['Invalid value for level: Must not be 2.', 'level']]],
  [
    { names: ['a', 'abcd', 'a'], rights: {} },
    [
      ['Invalid value for names: names[1]: Must be 1 to 3 characters long, not 4.', 'names.1'],
      ['Invalid value for names: names[2]: Says the same as element 0.', 'names.2'],
    ],
  ],
  [
    { names: [], rights: { A: ['r'], b: [], c: ['r', 'z'] } },
    [
      ['Invalid value for rights: rights.A: The key: Must be lower case.', 'rights.A'],
      ['Invalid value for rights: rights.b: Must have 1 to 2 elements, not 0.', 'rights.b'],
      // Core takes no longer path.
      ['Invalid value for rights: rights.c[1]: Must be one of "r", "w".', 'rights.c'],
    ],
  ],
  [
    { ports: [{ port: 1, note: 'a' }, { port: 2 }, { port: 1 }] },
    [['Invalid value for ports: ports[2]: Says the same as element 0.', 'ports.2']],
  ],
  [{ size: 1, level: 1 }, [['size and level exclude each other: At most one of size or level can be given.', 'level']]],
  [{ size: 1, level: UNKNOWN }, []],
  [{ names: ['a'] }, [['names needs rights: Give rights too, or none of names and rights.', 'names']]],
  [{ names: ['a'], rights: UNKNOWN }, []],
  [{ login: { user: 'a', password: 'b' } }, []],
  [{ login: { password: 'b' } }, []],
  [{ login: { user: 'a', password: UNKNOWN } }, []],
  [
    { login: { user: 'a' } },
    [['login.user needs login.password: Give login.password too, or leave login.user out.', 'login']],
  ],
])('%#', async (config, expected) => {
  expect(await said('test_looked', config)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ a: '1', c: '1' }, []],
  [{ b: '1' }, []],
  [{ a: '1', b: '1' }, ['a and b exclude each other: At most one of a or b can be given.']],
  [{ c: '1' }, ['One of a or b is needed: None of them is given.']],
  [{ a: UNKNOWN, c: '1' }, []],
  [{}, ['One of a or b is needed: None of them is given.', 'One of b or c is needed: None of them is given.']],
])('one of several: %#', async (config, expected) => {
  expect((await said('test_strict', config)).map(([text]) => text)).toEqual(expected);
});

test('a rule that names what is not there says so', async () => {
  expect((await said('test_wrong', { a: '1' }))[0]![0]).toMatch(/^A rule names d, which is not in the schema/);
});

test.each<[unknown[], string | undefined, number | undefined]>([
  [['hello', 2], undefined, undefined],
  [[null, 2], undefined, undefined],
  [['a', 1.5], 'a whole number is needed', 1],
  [['a', 1, ['x']], undefined, undefined],
  [['a', 1, [null]], 'an element is null', 2],
])('arguments %#', async (args, text, argument) => {
  const running = await serveInProcess(provider, { address: 'example.com/test/test' });
  try {
    const called = running.client.call('short', ...(args as never[]));
    if (text === undefined) await called;
    else await expect(called).rejects.toMatchObject({ message: expect.stringContaining(text), argument });
  } finally {
    await running.close();
  }
});
