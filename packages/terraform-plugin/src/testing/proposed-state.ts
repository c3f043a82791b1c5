import { valuesEqual } from '../cty/equal.js';
import { put } from '../cty/put.js';
import { isUnknown } from '../cty/unknown.js';
import type { ObjectValue, Value } from '../cty/value.js';
import { isObject } from '../framework/plan/elements.js';
import { type Schema_Attribute, Schema_Object_NestingMode } from '../protocol/schema.gen.js';
import { attributeType } from './wire-schema.js';

/**
 * What core proposes to a provider: the configuration, with prior values where it says nothing and the attribute is
 * computed. Elements are matched by index in lists, by key in maps, and in sets by all that is configured.
 */
export function proposedState(attributes: readonly Schema_Attribute[], config: Value, prior: Value): Value {
  if (!isObject(config)) return config;
  const before = isObject(prior) ? prior : {};
  const proposed: ObjectValue = {};
  for (const attribute of attributes) {
    const [wanted, was] = [config[attribute.name] ?? null, before[attribute.name] ?? null];
    put(proposed, attribute.name, proposedAttribute(attribute, wanted, was));
  }
  return proposed;
}

function proposedAttribute(attribute: Schema_Attribute, config: Value, prior: Value): Value {
  if (config === null) return attribute.computed ? prior : null;
  const { nestedType } = attribute;
  if (nestedType === undefined || isUnknown(config)) return config;
  const { attributes, nesting } = nestedType;
  if (nesting === Schema_Object_NestingMode.SINGLE) return proposedState(attributes, config, prior);
  if (nesting === Schema_Object_NestingMode.MAP) {
    const map: ObjectValue = {};
    for (const [key, element] of Object.entries(config as ObjectValue)) {
      const was = isObject(prior) && Object.hasOwn(prior, key) ? prior[key]! : null;
      put(map, key, proposedState(attributes, element, was));
    }
    return map;
  }
  const before = Array.isArray(prior) ? [...prior] : [];
  return (config as Value[]).map((element, index) => {
    if (nesting === Schema_Object_NestingMode.LIST) return proposedState(attributes, element, before[index] ?? null);
    const match = before.findIndex((candidate) => agrees(attributes, element, candidate));
    const [was = null] = match < 0 ? [] : before.splice(match, 1);
    return proposedState(attributes, element, was);
  });
}

function agrees(attributes: readonly Schema_Attribute[], config: Value, prior: Value): boolean {
  if (!isObject(config) || !isObject(prior)) return false;
  return attributes.every((attribute) => {
    const wanted = config[attribute.name] ?? null;
    if (wanted === null && attribute.computed) return true;
    return valuesEqual(attributeType(attribute), wanted, prior[attribute.name] ?? null);
  });
}
