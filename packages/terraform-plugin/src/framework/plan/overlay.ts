import { put } from '../../cty/put.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { isObject } from './elements.js';

/**
 * Lays what a resource returned over what was there: attributes that it left out (or gave as `undefined`) stay. This
 * reaches into nested objects: single ones, maps by key, and lists of the same length by index. Set elements are
 * taken as they come.
 */
export function overlay(attributes: Attributes, base: Value, given: unknown): unknown {
  if (!isPlainObject(given) || !isObject(base)) return given;
  const result: ObjectValue = {};
  for (const name of new Set([...Object.keys(attributes), ...Object.keys(given)])) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const there = base[name] ?? null;
    put(result, name, (value === undefined ? there : nested(attribute, there, value)) as Value);
  }
  return result;
}

function nested(attribute: Attribute | undefined, base: Value, given: unknown): unknown {
  if (attribute === undefined || !('nested' in attribute)) return given;
  const { attributes } = attribute;
  if (attribute.nested === 'single') return overlay(attributes, base, given);
  if (attribute.nested === 'list' && Array.isArray(given) && Array.isArray(base) && given.length === base.length) {
    return given.map((element, index) => overlay(attributes, base[index]!, element));
  }
  if (attribute.nested === 'map' && isPlainObject(given) && isObject(base)) {
    const map: { [key: string]: unknown } = {};
    for (const [key, element] of Object.entries(given)) {
      put(map, key, Object.hasOwn(base, key) ? overlay(attributes, base[key]!, element) : element);
    }
    return map;
  }
  return given;
}

function isPlainObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isObject(value as Value);
}
