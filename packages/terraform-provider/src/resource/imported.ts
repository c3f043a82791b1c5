import type { AnyKind } from '@hansa/sdk';
import type { ObjectValue, PrivateState } from '@hansa/terraform-plugin';
import { type ModelValues, toModel } from '../values/index.js';
import { attributesOf } from './spec.js';

/**
 * Some attributes no cloud gives back (which keys a server was made with). After an import they stand in the state as if not set,
 * and the mark says that this is no knowledge: what the configuration says of them is then no change. The first update takes the
 * configuration's word and the mark off.
 */
const KEY = 'imported';

export function markImported(privateState: PrivateState, imported: boolean): void {
  privateState.set(KEY, imported ? true : undefined);
}

export function isImported(privateState: PrivateState): boolean {
  return privateState.get(KEY) === true;
}

/**
 * The state as the model gets it to compare with. What no cloud gives back and nobody has said is known to be nothing, so that the first word
 * of it (a `user_data_version`, `native`) is a change like any later one; after an import it is left out, as not known.
 */
export function priorOf(kind: AnyKind, state: ObjectValue, privateState: PrivateState): ModelValues {
  const values = toModel(attributesOf(kind), state);
  const hidden = Object.entries(attributesOf(kind)).flatMap(([name, { unreadable }]) => (unreadable ? [name] : []));
  if (!isImported(privateState)) return { ...Object.fromEntries(hidden.map((name) => [name, null])), ...values };
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)));
}
