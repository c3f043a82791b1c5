import { type Attributes, Decimal, isUnknown, type ObjectValue, type Value } from '@hansa/terraform-plugin';
import { toCamel } from '../names.js';

/** A value of what is data alone in the model's names: what is null is left out, and keys of maps stay the user's own. */
export function dataToModel(attributes: Attributes, value: ObjectValue): Record<string, unknown> {
  const model: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const one = value[name] ?? null;
    if (one === null || isUnknown(one)) continue;
    model[toCamel(name)] = 'nested' in attribute ? nested(attribute.attributes, one) : plain(one);
  }
  return model;
}

function nested(attributes: Attributes, value: Value): unknown {
  if (Array.isArray(value)) return value.map((one) => dataToModel(attributes, one as ObjectValue));
  return dataToModel(attributes, value as ObjectValue);
}

function plain(value: Value): unknown {
  if (typeof value === 'bigint' || value instanceof Decimal) return Number(value.toString());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
