import { Decimal } from './decimal.js';
import { DEEPEST, TOO_DEEP } from './depth.js';
import type { Type } from './type.js';
import { isUnknown } from './unknown.js';
import type { Value } from './value.js';

/** A value where the schema says `dynamic`: it carries its own type. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}

  /** Takes the type from the value, as HCL does: arrays become tuples, objects become objects. */
  static of(value: Value): Dynamic {
    return new Dynamic(inferType(value), value);
  }
}

function inferType(value: Value, depth = 0): Type {
  if (depth > DEEPEST) throw new TypeError(`the value of a dynamic is ${TOO_DEEP}`);
  const inside = (inner: Value): Type => inferType(inner, depth + 1);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return 'number';
  if (value === null || isUnknown(value) || value instanceof Dynamic) return 'dynamic';
  if (Array.isArray(value)) return ['tuple', value.map(inside)];
  return ['object', Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inside(inner)]))];
}
