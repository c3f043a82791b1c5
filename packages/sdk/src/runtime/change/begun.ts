import { covers } from '../../places/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import { isUnfinished, keepsMark, OWNER_LABEL } from './owner.js';
import { globalId } from './reference.js';
import type { Values } from './state.js';

/**
 * The id of what an interrupted create of the same owner, name and region left here, and nobody in this process is at work on; undefined
 * where there is none. For who may make the thing elsewhere as well: what is begun is finished first.
 */
export async function findBegun(account: Account, cell: Cell, spec: Readonly<Values>): Promise<string | undefined> {
  // Where the mark never comes off it does not say that nobody needs the thing.
  if (cell.stateOnly || keepsMark(cell)) return undefined;
  const { name, region } = spec;
  const places = 'region' in cell.kind.attributes ? await account.loadPlaces() : [];
  const all = await account.reader(cell).ofOwner(undefined, false);
  const isHeld = ([key, id]: [string, string | undefined], seen: string) =>
    id === seen || (id === undefined && key.startsWith(`${cell.kind.name} `) && key.endsWith(` ${String(name)}`));
  for (const one of all.values()) {
    const there =
      typeof region !== 'string' || one.place === undefined || covers(places, cell.scope, region, one.place);
    const ours = one.name === name && one.labels[OWNER_LABEL] === account.owner && isUnfinished(one.labels);
    if (!ours || !there || [...account.taken].some((held) => isHeld(held, one.id))) continue;
    // The list may be older than the end of what it shows.
    const now = await account.reader(cell).readNow(one.id);
    if (now && isUnfinished(now.labels)) return globalId(account.id, one.id);
  }
  return undefined;
}
