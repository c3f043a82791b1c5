import { Decimal } from './decimal.js';
import { Dynamic } from './dynamic.js';
import type { Path } from './path.js';
import { isUnknown } from './unknown.js';
import type { Value } from './value.js';

/** Tells whether nothing in the value, however deep, is unknown. */
export function whollyKnown(value: Value | undefined): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isUnknown(value)) return false;
  if (value instanceof Decimal) return true;
  if (value instanceof Dynamic) return whollyKnown(value.value);
  if (Array.isArray(value)) return value.every(whollyKnown);
  for (const key in value) if (!whollyKnown(value[key]!)) return false;
  return true;
}

/** Where in a value something is unknown. */
export function unknownPaths(value: Value, at: Path = []): Path[] {
  if (isUnknown(value)) return [at];
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return [];
  if (value instanceof Dynamic) return unknownPaths(value.value, at);
  if (Array.isArray(value)) return value.flatMap((inner, index) => unknownPaths(inner, [...at, index]));
  return Object.entries(value).flatMap(([key, inner]) => unknownPaths(inner, [...at, key]));
}

/** Null, also where a dynamic wraps it with a type. */
export function isNull(value: Value | undefined): boolean {
  return value === null || value === undefined || (value instanceof Dynamic && value.value === null);
}
