import { z } from 'zod';
import { terraformType } from './terraform-type.js';

test.each([
  [z.string().min(1).optional(), { type: 'string' }],
  [z.enum(['a', 'b']), { type: 'string' }],
  [z.url(), { type: 'string' }],
  [z.number(), { type: 'number' }],
  [z.number().int().positive(), { type: 'number', integer: true }],
  [z.union([z.literal(4), z.literal(6)]), { type: 'number', integer: true }],
  [z.boolean().optional(), { type: 'bool' }],
  [z.array(z.string()), { type: ['list', 'string'] }],
  [z.record(z.string(), z.union([z.literal(''), z.string().regex(/a/)])), { type: ['map', 'string'] }],
])('the type of a zod type %#', (type, expected) => {
  expect(terraformType(type)).toEqual(expected);
});

test.each([[z.union([z.string(), z.number()])], [z.array(z.array(z.string()))], [z.unknown()]])(
  'what has no plain type is refused %#',
  (type) => {
    expect(() => terraformType(type)).toThrow(TypeError);
  },
);
