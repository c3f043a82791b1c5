import { conform } from '../../cty/conform.js';
import { Dynamic } from '../../cty/dynamic.js';
import { put } from '../../cty/put.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import { blocksFilled } from '../plan/blocks.js';
import { isObject } from '../plan/elements.js';
import { overlay } from '../plan/overlay.js';
import { DESCEND, transform } from '../plan/transform.js';
import type { CompiledSchema } from '../schema/compiled.js';

/**
 * The state to store when a call failed on its way: what was saved, laid over `base` (the plan of a create, the prior
 * state of an update). Unknowns become null, and what does not fit is dropped: half a state is better than an orphan.
 */
export function partialState(schema: CompiledSchema, base: Value, saved: unknown): Value {
  const state = conform(schema.type, overlay(schema.attributes, settled(base), saved), () => {}, false);
  const planned = blocksFilled(schema, state);
  return transform(schema.attributes, { config: null, prior: null, planned }, (attribute) =>
    attribute.writeOnly ? null : DESCEND,
  );
}

function settled(value: Value): Value {
  if (isUnknown(value)) return null;
  if (Array.isArray(value)) return value.filter((element) => !isUnknown(element)).map(settled);
  if (value instanceof Dynamic) return new Dynamic(value.type, settled(value.value));
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const object: ObjectValue = {};
  for (const [key, inner] of Object.entries(value)) put(object, key, settled(inner));
  return object;
}
