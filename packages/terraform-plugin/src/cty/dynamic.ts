import { Decimal } from './decimal.js';
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

function inferType(value: Value): Type {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return 'number';
  if (value === null || isUnknown(value) || value instanceof Dynamic) return 'dynamic';
  if (Array.isArray(value)) return ['tuple', value.map(inferType)];
  return ['object', Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inferType(inner)]))];
}
