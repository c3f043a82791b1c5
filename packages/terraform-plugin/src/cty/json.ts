import type { Misfit } from './conform.js';
import { Decimal, parseNumber } from './decimal.js';
import { Dynamic } from './dynamic.js';
import type { Json } from './json-text.js';
import { put } from './put.js';
import { parseType, type Type } from './type.js';
import { isUnknown } from './unknown.js';
import type { NumberValue, ObjectValue, Value } from './value.js';

/**
 * Reshapes stored JSON for {@link conform}: dynamics become {@link Dynamic}, attributes that the schema no longer has
 * fall away, and simple values convert where core itself would (`"5"` to 5, 5 to `"5"`). What is reshaped is the JSON itself: it is
 * read for this alone, and nearly all of it is in shape already.
 */
export function fromJson(type: Type, json: Json | undefined, report: (misfit: Misfit) => void): Value {
  if (json === null || json === undefined) return null;
  if (typeof type === 'string') return simple(type, json, report);
  if (typeof json !== 'object' || json instanceof Decimal) return json as Value;
  if (Array.isArray(json)) {
    const typeAt = (index: number): Type => (type[0] === 'tuple' ? (type[1][index] ?? 'dynamic') : (type[1] as Type));
    const elements = json as Value[];
    if (type[0] !== 'map' && type[0] !== 'object')
      json.forEach((inner, index) => {
        elements[index] = fromJson(typeAt(index), inner, report);
      });
    return elements;
  }
  if (type[0] !== 'map' && type[0] !== 'object') return json as Value;
  const object = json as ObjectValue;
  for (const key of Object.keys(json)) {
    const inner = type[0] === 'map' ? type[1] : Object.hasOwn(type[1], key) ? type[1][key] : undefined;
    if (inner === undefined) delete object[key];
    else put(object, key, fromJson(inner, json[key], report));
  }
  return object;
}

function simple(type: 'string' | 'number' | 'bool' | 'dynamic', json: Json, report: (misfit: Misfit) => void): Value {
  if (type === 'dynamic') return dynamic(json, report);
  if (type === 'number' && typeof json === 'string') return parseNumber(json) ?? json;
  if (type === 'bool' && (json === 'true' || json === 'false')) return json === 'true';
  if (type === 'string' && (typeof json === 'number' || typeof json === 'bigint' || typeof json === 'boolean')) {
    return String(json);
  }
  if (type === 'string' && json instanceof Decimal) return json.toString();
  return json as Value;
}

/** Core stores a dynamic as `{ "value": …, "type": … }`. */
function dynamic(json: Json, report: (misfit: Misfit) => void): Value {
  if (typeof json === 'object' && json !== null && !Array.isArray(json) && !(json instanceof Decimal)) {
    try {
      const type = parseType(json['type']);
      return new Dynamic(type, fromJson(type, json['value'], report));
    } catch {
      // told below
    }
  }
  report({ at: [], message: 'holds a dynamic value without its type' });
  return null;
}

/** The JSON form of a known value, as core stores it. Throws on unknowns, which have none. */
export function toJson(type: Type, value: Value): Json {
  if (value === null) return null;
  if (isUnknown(value)) throw new TypeError('an unknown value has no JSON form');
  if (type === 'dynamic') {
    const { type: own, value: inner } = value as Dynamic;
    return { value: toJson(own, inner), type: own as Json };
  }
  if (typeof type === 'string') return value as string | boolean | NumberValue;
  if (type[0] === 'list' || type[0] === 'set') return (value as Value[]).map((inner) => toJson(type[1], inner));
  if (type[0] === 'tuple') return type[1].map((inner, index) => toJson(inner, (value as Value[])[index]!));
  const json: { [key: string]: Json } = {};
  for (const [key, inner] of Object.entries(value as ObjectValue)) {
    put(json, key, toJson(type[0] === 'map' ? type[1] : type[1][key]!, inner));
  }
  return json;
}
