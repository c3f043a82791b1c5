import type { Attribute, Attributes } from '@hansa/sdk';
import type { ObjectValue, Value } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import type { ModelValues } from './to-model.js';

/** The model's values in Terraform's names; every attribute is there, null where the model has nothing. */
export function toTerraform(attributes: Attributes, values: Readonly<ModelValues>): ObjectValue {
  const entries = Object.entries(attributes).map(([name, attribute]): [string, Value] => [
    toSnake(name),
    attribute.writeOnly ? null : attributeToTerraform(attribute, values[name]),
  ]);
  return Object.fromEntries(entries);
}

/** One attribute's value. */
export function attributeToTerraform({ fields }: Attribute, value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (fields && Array.isArray(value)) return value.map((element) => toTerraform(fields, element as ModelValues));
  return value as Value;
}
