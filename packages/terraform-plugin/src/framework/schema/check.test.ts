import type { Type } from '../../cty/type.js';
import type { Attributes } from './attribute.js';
import { attr } from './builders.js';
import { checkSchema, type SchemaKind } from './check.js';
import { checkFunction } from './check-function.js';

const faults = (attributes: Attributes, kind: SchemaKind = 'resource') => checkSchema({ attributes }, kind);

test('a sound schema has no faults', () => {
  const inner = { port: attr.integer({ required: true }), made: attr.string({ computed: true }) };
  expect(
    faults({
      name: attr.string({ required: true }),
      note: attr.string({ default: '' }),
      any: attr.dynamic({ optional: true }),
      secret: attr.string({ optional: true, writeOnly: true }),
      ports: attr.nested.set(inner, { optional: true }),
    }),
  ).toEqual([]);
});

test.each<[string, Attributes, SchemaKind, string]>([
  [
    'a name that Terraform keeps for itself',
    { count: attr.string({ optional: true }) },
    'resource',
    'count: this name',
  ],
  ['one that a provider block keeps', { alias: attr.string({ optional: true }) }, 'provider', 'alias: this name'],
  ['a name in capitals', { userName: attr.string({ optional: true }) }, 'resource', 'userName: names are'],
  ['neither required, optional nor computed', { a: attr.string({}) }, 'resource', 'a: must be required, optional or'],
  ['required and computed', { a: attr.string({ required: true, computed: true }) }, 'resource', 'a: required excludes'],
  ['required with a default', { a: attr.string({ required: true, default: 'x' }) }, 'resource', 'a: required excludes'],
  ['a default of another type', { a: attr.bool({ default: 'x' as never }) }, 'resource', 'a: the default must be bool'],
  ['write-only and computed', { a: attr.string({ computed: true, writeOnly: true }) }, 'resource', 'a: write-only'],
  ['write-only in a data source', { a: attr.string({ optional: true, writeOnly: true }) }, 'data source', 'a: only'],
  ['kept though not computed', { a: attr.string({ optional: true, keepsPriorState: true }) }, 'resource', 'a: only'],
  ['computed in an action', { a: attr.string({ computed: true }) }, 'action', 'a: an action has no computed'],
  ['no type', { a: { type: 'text' as Type, optional: true } }, 'resource', 'a: not a type: "text"'],
  ['a list of nothing', { a: { type: ['list'] as never, optional: true } }, 'resource', 'a: not a type: undefined'],
  [
    'write-only in a set',
    { a: attr.nested.set({ b: attr.string({ optional: true, writeOnly: true }) }, { optional: true }) },
    'resource',
    'a: a set cannot hold write-only attributes',
  ],
  [
    'a dynamic somewhere in nested objects of which there may be several',
    { a: attr.nested.map({ b: attr.object({ c: 'dynamic' }, { optional: true }) }, { optional: true }) },
    'resource',
    'a: nested objects of which there may be several cannot hold dynamics',
  ],
])('%s is a fault, by name', (_what, attributes, kind, fault) => {
  expect(faults(attributes, kind)).toEqual([expect.stringContaining(fault)]);
});

test('faults are found inside, and all of them', () => {
  const inner = { X: attr.string({ optional: true }), y: attr.string({}) };
  expect(faults({ a: attr.nested.list(inner, { optional: true }) })).toEqual([
    'a.X: names are lower-case letters, digits and _',
    'a.y: must be required, optional or computed',
  ]);
});

test('a type or attributes deeper than anybody writes are told, not run into', () => {
  let type: Type = 'string';
  for (let depth = 0; depth < 10_000; depth += 1) type = ['list', type];
  expect(faults({ a: { type, optional: true } })).toEqual(['a: a type is nested more than 1000 deep']);
});

test('a function says what it takes and gives', () => {
  const text = { name: 'text', type: 'string' } as const;
  expect(checkFunction({ parameters: [text], returns: 'string', run: () => '' })).toEqual([]);
  expect(
    checkFunction({
      parameters: [text, { name: 'Text', type: 'txt' as Type }],
      variadic: text,
      returns: ['list'] as never,
      run: () => '',
    }),
  ).toEqual([
    'the parameter Text: not a type: "txt"',
    'the result: not a type: undefined',
    'the parameter "Text": names are lower-case letters, digits and _',
    'two parameters are called text',
  ]);
});
