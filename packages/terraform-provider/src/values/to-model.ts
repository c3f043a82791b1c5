import type { Attribute, Attributes } from '@hansa/sdk';
import { Decimal, isUnknown, type ObjectValue, type Value } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';

export type ModelValues = Record<string, unknown>;

/** Terraform's values in the model's names and types. What is null or unknown is left out, in nested objects too. */
export function toModel(attributes: Attributes, values: ObjectValue): ModelValues {
  const model: ModelValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = values[toSnake(name)] ?? null;
    if (value !== null && !isUnknown(value)) model[name] = one(attribute, value);
  }
  return model;
}

function one({ fields }: Attribute, value: Value): unknown {
  if (fields && Array.isArray(value)) return value.map((element) => toModel(fields, element as ObjectValue));
  return plain(value);
}

/** The model counts in JavaScript's numbers; what they cannot hold exactly (a size of 2^60 GiB) no cloud has either. */
function plain(value: Value): unknown {
  if (typeof value === 'bigint' || value instanceof Decimal) return Number(value.toString());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
