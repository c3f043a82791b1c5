import type { AnyKind, Attribute, Attributes, Plan } from '@hansa/sdk';
import { type ObjectValue, UNKNOWN, type Value, whollyKnown } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import { attributeToTerraform } from '../values/index.js';
import { attributesOf } from './spec.js';

/** One resource at the moment of its plan. */
export interface Planning {
  readonly kind: AnyKind;
  readonly config: ObjectValue;
  /** Null when it is to be made, also in place of one at another cloud. */
  readonly prior: ObjectValue | null;
  /** What the framework proposes: defaults are in it, and unknowns for whatever is computed. */
  readonly proposed: ObjectValue;
  readonly plan: Plan;
  /** What no cloud gives back is not known since an import. */
  readonly imported: boolean;
}

/** Every attribute as the plan has it. What means the same as before keeps its older words, so that it is no change. */
export function plannedValues(planning: Planning): ObjectValue {
  const attributes = attributesOf(planning.kind);
  const { config, prior, proposed } = planning;
  const values: ObjectValue = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const key = toSnake(name);
    const moment = { said: config[key] ?? null, had: prior?.[key] ?? null, proposed: proposed[key] ?? null };
    values[key] = plannedValue(name, attribute, moment, planning);
  }
  return values;
}

interface Moment {
  said: Value;
  had: Value;
  proposed: Value;
}

function plannedValue(name: string, attribute: Attribute, moment: Moment, planning: Planning): Value {
  const { said, had, proposed } = moment;
  const { prior, plan, imported } = planning;
  if (attribute.writeOnly) return null;
  // By itself a word that was never known is no reason to touch anything; with the next change it is taken down.
  const learns = imported && attribute.unreadable && plan.changed.length > 0;
  const changed = learns || plan.changed.includes(name);
  if (said !== null) {
    // Core takes an older value in place of the configured one only where there was one.
    if (prior && !changed && had !== null) return had;
    return attribute.fields ? withKeptFields(attribute.fields, proposed, had) : proposed;
  }
  if (attribute.role === 'required' || attribute.role === 'optional') {
    const hasDefault = attribute.default !== undefined && attribute.default !== null;
    return hasDefault && prior && !changed ? (had ?? proposed) : proposed;
  }
  return computedValue(name, attribute, had, planning);
}

/** What the user leaves to the plan or the cloud. */
function computedValue(name: string, attribute: Attribute, had: Value, { prior, plan }: Planning): Value {
  if (prior && plan.changed.length === 0) return had;
  const value = plan.values[name];
  if (value !== undefined) return attributeToTerraform(attribute, value);
  const moved = [...plan.changed, ...plan.touched];
  if (!prior || attribute.follows?.some((other) => moved.includes(other))) return UNKNOWN;
  // A planned null may never become a value, and where the kind does not say what it follows from, a cloud may fill it in.
  return had === null && !attribute.pinned && !attribute.follows ? UNKNOWN : had;
}

/** Objects that were there before (told by what the user must say of them) keep what the cloud filled in. */
function withKeptFields(fields: Attributes, proposed: Value, had: Value): Value {
  if (!Array.isArray(proposed) || !Array.isArray(had)) return proposed;
  const entries = Object.entries(fields).map(([name, { role }]) => ({ key: toSnake(name), role }));
  const keys = entries.filter(({ role }) => role === 'required').map(({ key }) => key);
  const open = entries.filter(({ role }) => role === 'either' || role === 'computed').map(({ key }) => key);
  return proposed.map((element) => {
    const now = element as ObjectValue;
    const before = (had as ObjectValue[]).find((one) => keys.every((key) => one[key] === now[key]));
    if (!before) return now;
    const kept = open.filter((key) => !whollyKnown(now[key]) && before[key] !== null);
    return { ...now, ...Object.fromEntries(kept.map((key) => [key, before[key] ?? null])) };
  });
}
