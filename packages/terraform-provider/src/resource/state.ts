import type { AnyKind, Attribute } from '@hansa/sdk';
import { type ObjectValue, type Schema, type Value, whollyKnown } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import { isNothing, type ModelValues, toTerraform } from '../values/index.js';
import { attributesOf, isSaid } from './spec.js';

/** The SDK's state as Terraform stores it. */
export function stateOf(kind: AnyKind, schema: Schema, cloud: Value, state: Readonly<ModelValues>): ObjectValue {
  const values = { ...state };
  for (const [name, { decides, default: absent }] of Object.entries(attributesOf(kind))) {
    // What no cloud gives back stands as if not set, so that core lets the plan keep it (see imported.ts).
    values[name] ??= absent;
    // No cloud knows by which words a value was chosen. Where nobody said (an import), the value itself is as good a word.
    if (decides && isText(schema, name)) values[name] ??= state[decides];
  }
  return { cloud, ...toTerraform(attributesOf(kind), values) };
}

/** The state after a change: where the plan spoke for what the user left open, the plan's words stand. */
export function settledState(kind: AnyKind, state: ObjectValue, config: ObjectValue, plan: ObjectValue): ObjectValue {
  const settled = { ...state };
  for (const [name, attribute] of Object.entries(attributesOf(kind))) {
    const key = toSnake(name);
    if (keepsPlan(attribute, config[key], plan[key], state[key])) settled[key] = plan[key] ?? null;
  }
  return settled;
}

function keepsPlan(attribute: Attribute, said: Value = null, planned: Value = null, now: Value = null): boolean {
  if (attribute.writeOnly || !whollyKnown(planned)) return false;
  if (isNothing(planned) && isNothing(now)) return true;
  // What is pinned is what the plan said, also that it is not known.
  return attribute.pinned === true || (attribute.role === 'either' && !isSaid(said));
}

function isText(schema: Schema, name: string): boolean {
  const attribute = schema.attributes[toSnake(name)];
  return attribute !== undefined && 'type' in attribute && attribute.type === 'string';
}
