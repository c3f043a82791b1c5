import { numbersEqual, toDecimal } from './decimal.js';
import type { Dynamic } from './dynamic.js';
import { type Type, typesEqual } from './type.js';
import { isUnknown } from './unknown.js';
import type { NumberValue, ObjectValue, Value } from './value.js';

/** Exact equality of two canonical values of one type. Unknown equals unknown; sets have no order. */
export function valuesEqual(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null || isUnknown(a) || isUnknown(b)) return false;
  if (type === 'number') return numbersEqual(a as NumberValue, b as NumberValue);
  if (type === 'dynamic') {
    const [left, right] = [a as Dynamic, b as Dynamic];
    return typesEqual(left.type, right.type) && valuesEqual(left.type, left.value, right.value);
  }
  if (typeof type === 'string') return false;
  switch (type[0]) {
    case 'list': {
      const left = a as Value[];
      const right = b as Value[];
      return left.length === right.length && elementsEqual(type[1], left, right);
    }
    case 'tuple':
      return type[1].every((inner, index) => valuesEqual(inner, (a as Value[])[index]!, (b as Value[])[index]!));
    case 'set':
      return setsEqual(type[1], a as Value[], b as Value[]);
    case 'map': {
      const [left, right] = [a as ObjectValue, b as ObjectValue];
      const keys = Object.keys(left);
      return (
        keys.length === Object.keys(right).length &&
        keys.every((key) => Object.hasOwn(right, key) && valuesEqual(type[1], left[key]!, right[key]!))
      );
    }
    case 'object':
      for (const name in type[1]) {
        if (!valuesEqual(type[1][name]!, (a as ObjectValue)[name] ?? null, (b as ObjectValue)[name] ?? null)) {
          return false;
        }
      }
      return true;
  }
}

function elementsEqual(type: Type, a: readonly Value[], b: readonly Value[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (!valuesEqual(type, a[index]!, b[index]!)) return false;
  return true;
}

function setsEqual(type: Type, a: Value[], b: Value[]): boolean {
  if (a.length !== b.length) return false;
  if (elementsEqual(type, a, b)) return true;
  const left = a.map((value) => identity(type, value)).sort();
  const right = b.map((value) => identity(type, value)).sort();
  return left.every((key, index) => key === right[index]);
}

/** A text that is the same for equal values and no others: what makes two set elements one. */
export function identity(type: Type, value: Value): string {
  if (value === null) return '~';
  if (isUnknown(value)) return '?';
  if (type === 'number') return typeof value === 'number' ? String(value) : toDecimal(value as NumberValue).toString();
  if (type === 'dynamic') {
    const { type: own, value: inner } = value as Dynamic;
    return `${typeIdentity(own)}:${identity(own, inner)}`;
  }
  if (typeof type === 'string') return JSON.stringify(value);
  switch (type[0]) {
    case 'list':
      return `[${(value as Value[]).map((inner) => identity(type[1], inner)).join()}]`;
    case 'set':
      return `[${(value as Value[])
        .map((inner) => identity(type[1], inner))
        .sort()
        .join()}]`;
    case 'tuple':
      return `[${type[1].map((inner, index) => identity(inner, (value as Value[])[index]!)).join()}]`;
    case 'map':
      return keyed(value as ObjectValue, () => type[1]);
    case 'object':
      return keyed(value as ObjectValue, (name) => type[1][name]!);
  }
}

function keyed(value: ObjectValue, typeOf: (key: string) => Type): string {
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${identity(typeOf(key), value[key]!)}`).join()}}`;
}

function typeIdentity(type: Type): string {
  if (typeof type === 'string') return type;
  if (type[0] === 'tuple') return `tuple(${type[1].map(typeIdentity).join()})`;
  if (type[0] !== 'object') return `${type[0]}(${typeIdentity(type[1])})`;
  const names = Object.keys(type[1]).sort();
  return `object(${names.map((name) => `${JSON.stringify(name)}:${typeIdentity(type[1][name]!)}`).join()})`;
}
