import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { covers, type Place } from '../../places/index.js';
import type { Cell, Observed } from '../driver/cell.js';
import { speaksFor } from './decides.js';
import { inOrderOf, sameValue } from './equal.js';
import { userLabels } from './owner.js';
import { globalId, mapReferences } from './reference.js';

export type Values = Record<string, unknown>;

/** What is needed to say what a thing is in the user's own words. */
export interface Telling {
  cloud: string;
  cell: Cell;
  places: readonly Place[];
  /** What was said before: the state, or at create the specification. */
  prior: Readonly<Values>;
  /** What a plan has just chosen; wins over `prior` for pinned attributes. */
  chosen?: Readonly<Values>;
}

/**
 * The state of a thing from what the cloud reports. Where the report means the same as what was said before, the older words
 * stay: `DE` for `fsn1`, `SCS-2V-4` for `cx23`, rules in the order written. So what did not change never looks changed.
 */
export function tell(seen: Observed<AnyKind>, telling: Telling): Values {
  const { cloud, cell, places, prior, chosen = {} } = telling;
  const attributes = cell.kind.attributes as Attributes;
  const reported = mapReferences(attributes, seen as Values, (id) => globalId(cloud, id));
  const state: Values = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    // What cannot be read and is not known from before (an import) stays out: a plan takes that for no change.
    if (attribute.writeOnly || (attribute.unreadable && !(name in prior))) continue;
    // Of what is the least that is wanted, a plan has just said how much that is now: what was before may be less.
    const said = attribute.atLeast ? (chosen[name] ?? prior[name]) : prior[name];
    const [before, now] = [said ?? undefined, reported[name]];
    // A price that is not known is chosen too: the one of what was before would be wrong.
    if (attribute.pinned) state[name] = name in chosen ? chosen[name] : (before ?? now);
    else if (attribute.unreadable) state[name] = before;
    else if (now === undefined) state[name] = before ?? attribute.default;
    else if (attribute.fields && Array.isArray(now) && !attribute.same)
      state[name] = inOrderOf(attribute.fields, before, now);
    else state[name] = before !== undefined && sameValue(attribute, before, now) ? before : now;
    state[name] ??= null;
  }
  for (const [name, { decides }] of Object.entries(attributes)) {
    if (!decides) continue;
    const words = chosen[name] ?? prior[name];
    if (isSaid(words) && settled(prior, chosen, reported, decides)) state[name] = words;
    // Imported, or changed behind our back: what the words would have decided stands in their place.
    else if (reported[name] === undefined && speaksFor(attributes, name)) state[name] = reported[decides] ?? null;
  }
  state['id'] = globalId(cloud, seen.id);
  state['labels'] = userLabels(seen.labels);
  if ('region' in attributes && seen.place !== undefined) {
    const said = prior['region'];
    state['region'] = typeof said === 'string' && covers(places, cell.scope, said, seen.place) ? said : seen.place;
    state['place'] = seen.place;
  }
  return state;
}

/** Whether what the words decided (`size` decides `nativeSize`) is still what the cloud has. */
function settled(prior: Readonly<Values>, chosen: Readonly<Values>, reported: Values, decided: string): boolean {
  const was = chosen[decided] ?? prior[decided];
  return !isSaid(was) || !isSaid(reported[decided]) || was === reported[decided];
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}
