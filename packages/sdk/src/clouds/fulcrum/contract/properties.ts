import type { AnyKind, Attributes } from '../../../kinds/model/index.js';
import { POWER, UNSET } from './names.js';

type Values = Readonly<Record<string, unknown>>;

/** Attributes of a kind that are ordered as properties: all that can be set but power. */
export function ordered({ attributes }: AnyKind): string[] {
  return Object.entries(attributes as Attributes).flatMap(([name, { role }]) =>
    role === 'computed' || name === POWER ? [] : [name],
  );
}

/** Properties as they are ordered: what is nothing is named in `unset`, since the core keeps what was there before. */
export function toProperties(given: Values, before: Values = {}): Record<string, unknown> {
  const said = Object.entries(given);
  const properties = Object.fromEntries(said.filter(([, value]) => value !== null && value !== undefined));
  const old = (before[UNSET] ?? []) as string[];
  const nothing = said.filter(([name]) => !(name in properties)).map(([name]) => name);
  const unset = [...old.filter((name) => !(name in given)), ...nothing.filter((name) => name in before)];
  const same = unset.length === old.length && unset.every((name) => old.includes(name));
  return same ? properties : { ...properties, [UNSET]: unset };
}

/** The specification that properties mean: what a kind has and can be set, without what counts as not given. */
export function fromProperties(kind: AnyKind, properties: Values): Record<string, unknown> {
  const unset = (properties[UNSET] ?? []) as string[];
  const names = ordered(kind).filter((name) => properties[name] != null && !unset.includes(name));
  return Object.fromEntries(names.map((name) => [name, properties[name]]));
}
