import type { Json } from '../src/index.js';
import { Dynamic, isUnknown, type ObjectValue, type Type, type Value } from '../src/index.js';

/** What nobody knows before apply, and of no type at that. */
const LATER = ['$', '{jsondecode(timestamp())}'].join('');

/** A value as a configuration in JSON says it. Terraform makes the types of dynamics itself: arrays are tuples there, objects objects. */
export function configuration(type: Type, value: Value): Json {
  if (isUnknown(value)) return LATER;
  return expression(written(type, value));
}

/** The value as plain JSON, without the types of dynamics. */
export function written(type: Type, value: Value): Json {
  if (value instanceof Dynamic) return written(value.type, value.value);
  if (isUnknown(value)) return value as never;
  if (value === null || typeof type === 'string') return value as Json;
  if (type[0] === 'map' || type[0] === 'object') {
    const entries = Object.entries(value as ObjectValue);
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, written(type[0] === 'map' ? type[1] : type[1][key]!, inner)]),
    );
  }
  return (value as Value[]).map((inner, index) => written(type[0] === 'tuple' ? type[1][index]! : type[1], inner));
}

/** Texts are templates there. */
function expression(json: Json): Json {
  if (isUnknown(json)) return LATER;
  if (typeof json === 'string') return json.replace(/[$%]\{/g, (mark) => `${mark[0]}${mark}`);
  if (Array.isArray(json)) return json.map(expression);
  if (typeof json !== 'object' || json === null || Object.getPrototypeOf(json) !== Object.prototype) return json;
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [expression(key) as string, expression(inner)]));
}
