import { Decimal } from './decimal.js';
import { Dynamic } from './dynamic.js';
import { isUnknown } from './unknown.js';
import type { Value } from './value.js';

/** Tells whether nothing in the value, however deep, is unknown. */
export function whollyKnown(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isUnknown(value)) return false;
  if (value instanceof Decimal) return true;
  if (value instanceof Dynamic) return whollyKnown(value.value);
  if (Array.isArray(value)) return value.every(whollyKnown);
  for (const key in value) if (!whollyKnown(value[key]!)) return false;
  return true;
}

/** Null, also where a dynamic wraps it with a type. */
export function isNull(value: Value | undefined): boolean {
  return value === null || value === undefined || (value instanceof Dynamic && value.value === null);
}
