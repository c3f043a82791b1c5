import type { AnyKind, Attributes } from '@hansa/sdk';
import { isUnknown, type ObjectValue, type Value, whollyKnown } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import { type ModelValues, toModel } from '../values/index.js';

/** What the user wrote, as far as it is known, and the names of what is not. */
export function written(kind: AnyKind, config: ObjectValue): { spec: ModelValues; unknown: Set<string> } {
  const open = settable(kind).filter((name) => !whollyKnown(config[toSnake(name)]));
  const known = pick(
    kind.attributes,
    settable(kind).filter((name) => !open.includes(name)),
  );
  return { spec: toModel(known, config), unknown: new Set(open) };
}

/**
 * What is to be made, as the plan promised it. The configuration that comes at apply is the file's own: what `ignore_changes` took out of
 * it stands in the plan alone, and so does that an attribute is to become nothing (null), which is not the same as left alone. What the
 * user leaves to the cloud stays the cloud's. Write-only values stand in the configuration alone.
 */
export function wanted(kind: AnyKind, config: ObjectValue, plan: ObjectValue): ModelValues {
  const attributes = attributesOf(kind);
  const [secret, stored] = split(settable(kind), (name) => attributes[name]?.writeOnly === true);
  const spoken = stored.filter((name) => attributes[name]?.role !== 'either' || isSaid(config[toSnake(name)]));
  const nothing = Object.fromEntries(spoken.map((name) => [name, null]));
  return { ...nothing, ...toModel(pick(attributes, spoken), plan), ...toModel(pick(attributes, secret), config) };
}

/** What the plan promised of its own: resolved names, prices, defaults of the cloud. */
export function promised(kind: AnyKind, config: ObjectValue, plan: ObjectValue): ModelValues {
  const attributes = attributesOf(kind);
  const decided = new Set(Object.values(attributes).map(({ decides }) => decides));
  const names = Object.keys(attributes).filter((name) => {
    const { role, pinned } = attributes[name]!;
    if (!whollyKnown(plan[toSnake(name)])) return false;
    return role === 'computed' ? pinned || decided.has(name) : role === 'either' && !isSaid(config[toSnake(name)]);
  });
  return toModel(pick(attributes, names), plan);
}

export function attributesOf(kind: AnyKind): Attributes {
  return kind.attributes as Attributes;
}

export function isSaid(value: Value | undefined): boolean {
  return value !== null && value !== undefined && !isUnknown(value);
}

function settable(kind: AnyKind): string[] {
  return Object.entries(attributesOf(kind)).flatMap(([name, { role }]) => (role === 'computed' ? [] : [name]));
}

function pick(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, attributes[name]!]));
}

function split<T>(list: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((one) => !test(one))];
}
