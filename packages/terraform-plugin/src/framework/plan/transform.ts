import type { Path } from '../../cty/path.js';
import { put } from '../../cty/put.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { isObject, type Moments, mapObjects } from './elements.js';

/** What becomes of an attribute: its final value, or `descend` to go on with the attributes of its nested objects. */
export type Step = (attribute: Attribute, moments: Moments, path: Path) => Value | typeof DESCEND;

export const DESCEND = Symbol('descend');

/** Makes a new object from `planned`, attribute by attribute, outer before inner. */
export function transform(attributes: Attributes, moments: Moments, step: Step, path: Path = []): Value {
  if (!isObject(moments.planned)) return moments.planned;
  const { planned } = moments;
  const config = isObject(moments.config) ? moments.config : {};
  const prior = isObject(moments.prior) ? moments.prior : {};
  const result: ObjectValue = {};
  for (const name in attributes) {
    const attribute = attributes[name]!;
    const here = [...path, name];
    const mayBe = moments.mayBe?.map((one) => (isObject(one) ? (one[name] ?? null) : null));
    const values = { config: config[name] ?? null, prior: prior[name] ?? null, planned: planned[name] ?? null, mayBe };
    const outcome = step(attribute, values, here);
    put(result, name, outcome === DESCEND ? inner(attribute, values, here, step) : outcome);
  }
  return result;
}

function inner(attribute: Attribute, values: Moments, path: Path, step: Step): Value {
  if (!('nested' in attribute)) return values.planned;
  return mapObjects(attribute, values, path, (moments, at) => transform(attribute.attributes, moments, step, at));
}
