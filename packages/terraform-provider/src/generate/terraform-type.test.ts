import * as z from 'zod';
import { terraformType } from './terraform-type.js';

test('a zod type has its Terraform type', () => {
  expect(terraformType(z.array(z.string()))).toEqual({ type: ['list', 'string'] });
  expect(terraformType(z.number().int().positive())).toEqual({ type: 'number', integer: true });
});

test.each([[z.union([z.string(), z.number()])], [z.unknown()], [z.array(z.unknown())]])(
  'what has no type of its own is refused %#',
  (type) => {
    expect(() => terraformType(type)).toThrow(TypeError);
  },
);
