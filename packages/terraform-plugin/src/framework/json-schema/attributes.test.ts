import * as z from 'zod';
import type { Attribute, Validator } from '../schema/attribute.js';
import { attributesFromJsonSchema, typeFromJsonSchema } from './attributes.js';

const Thing = z.object({
  name: z.string().min(1).max(63).describe('Its name.'),
  size: z.number().int().default(10),
  ratio: z.number().min(0).optional(),
  color: z.enum(['red', 'blue']).nullable().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  disks: z.array(z.object({ path: z.string(), labels: z.array(z.string()).max(3) })),
  place: z.object({ zone: z.string() }).optional(),
  anything: z.unknown().optional(),
});

test("a zod model's attributes", () => {
  const attributes = attributesFromJsonSchema(z.toJSONSchema(Thing, { io: 'input' }));
  const plain = JSON.parse(JSON.stringify(attributes, (key, value) => (key === 'validators' ? value.length : value)));
  expect(plain).toEqual({
    name: { type: 'string', required: true, description: 'Its name.', validators: 1 },
    size: { type: 'number', integer: true, default: 10 },
    ratio: { type: 'number', optional: true, validators: 1 },
    color: { type: 'string', optional: true, validators: 1 },
    tags: { type: ['map', 'string'], optional: true },
    disks: {
      nested: 'list',
      required: true,
      attributes: {
        path: { type: 'string', required: true },
        labels: { type: ['list', 'string'], required: true, validators: 1 },
      },
    },
    place: { nested: 'single', optional: true, attributes: { zone: { type: 'string', required: true } } },
    anything: { type: 'dynamic', optional: true },
  });
  const said = (name: string, value: unknown) => {
    const [first] = (attributes[name]?.validators ?? []) as readonly Validator<unknown>[];
    return first?.(value, []);
  };
  expect(said('name', '')).toBe('Must be 1 to 63 characters long, not 0.');
  expect(said('ratio', -1)).toBe('Must be at least 0.');
  expect(said('color', 'green')).toBe('Must be one of "red", "blue".');
});

test('what OpenAPI says beside: read-only, write-only, deprecated, references, inheritance', () => {
  const schema = {
    $defs: {
      base: { properties: { id: { type: 'string', readOnly: true } }, required: ['id'] },
      'a/b': { type: 'integer' },
    },
    allOf: [
      { $ref: '#/$defs/base' },
      {
        type: 'object',
        required: ['userName'],
        properties: {
          userName: { $ref: '#/$defs/a~1b', description: 'A number.' },
          pass: { type: 'string', format: 'password', writeOnly: true },
          old: { type: ['boolean', 'null'], deprecated: true },
          ports: { type: 'array', uniqueItems: true, items: { enum: [1, 2] } },
        },
      },
    ],
  };
  expect(attributesFromJsonSchema(schema, { name: (text) => text.toLowerCase() })).toEqual<Record<string, Attribute>>({
    id: { type: 'string', computed: true },
    username: { type: 'number', integer: true, required: true, description: 'A number.' },
    pass: { type: 'string', optional: true, writeOnly: true, sensitive: true },
    old: { type: 'bool', optional: true, deprecated: 'It may be removed in a later version.' },
    ports: { type: ['set', 'number'], optional: true },
  });
});

test.each([
  [z.string().min(1).optional(), { type: 'string' }],
  [z.enum(['a', 'b']), { type: 'string' }],
  [z.url(), { type: 'string' }],
  [z.number(), { type: 'number' }],
  [z.number().int().positive(), { type: 'number', integer: true }],
  [z.union([z.literal(4), z.literal(6)]), { type: 'number', integer: true }],
  [z.boolean().optional(), { type: 'bool' }],
  [z.array(z.array(z.string())), { type: ['list', ['list', 'string']] }],
  [z.array(z.array(z.object({ a: z.string() }))), { type: ['list', ['list', ['object', { a: 'string' }]]] }],
  [z.record(z.string(), z.union([z.literal(''), z.string().regex(/a/)])), { type: ['map', 'string'] }],
  [z.array(z.unknown()), { type: 'dynamic' }],
])('the type of a zod type %#', (type, expected) => {
  expect(typeFromJsonSchema(z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }))).toEqual(expected);
});

test.each([
  [
    { type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { type: 'number' }] } } },
    'a: a union of different types',
  ],
  [{ type: 'object', properties: { a: { type: ['string', 'number'] } } }, 'a: {"type":["string","number"]} has no'],
  [{ type: 'object', properties: { a: { $ref: '#' } } }, 'a.a: # holds itself'],
  [{ type: 'object', properties: { a: { $ref: 'other.json' } } }, 'a: other.json leads out of the schema'],
  [{ type: 'object', properties: { a: { $ref: '#/$defs/b' } } }, 'a: #/$defs/b leads nowhere'],
  [{ properties: { a: {} }, additionalProperties: { type: 'string' } }, 'the schema: has properties and others'],
  [{ type: 'string' }, 'the schema: attributes come from an object with properties'],
])('%j is refused at its place', (schema, message) => {
  expect(() => attributesFromJsonSchema(schema)).toThrow(message);
});
