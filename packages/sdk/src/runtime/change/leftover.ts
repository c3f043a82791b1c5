import { CloudError } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { placeName } from '../../places/index.js';
import type { Account } from '../account.js';
import type { Cell, Observed, Want } from '../driver/cell.js';
import type { Claim } from './claim.js';
import { changeRule } from './disruption.js';
import { sameValue } from './equal.js';
import { takeMarkOff } from './mark.js';
import { isUnfinished, keepsMark, OWNER_LABEL, ownedLabels, UNFINISHED_LABEL, userLabels } from './owner.js';
import { globalId } from './reference.js';

/** What an interrupted create left; `fits` when it can become what is wanted. */
export interface Leftover {
  seen: Observed<AnyKind>;
  fits: boolean;
}

/**
 * What an interrupted create of the same owner, place and name left. A finished thing of that name is refused, with the command
 * that imports it.
 *
 * @param how `sure` asks past every list that is still warm; `claim` is the name's, which knows what an earlier run finished but for the mark
 */
export async function findLeftover(
  account: Account,
  cell: Cell,
  want: Want<AnyKind>,
  { sure, claim }: { sure: boolean; claim: Claim },
): Promise<Leftover | undefined> {
  const place = want.place ? placeName(want.place, cell.scope) : undefined;
  const { name } = want as unknown as { name: string };
  const reader = account.reader(cell);
  const ours = (one: Observed<AnyKind> | undefined) =>
    one?.name === name &&
    one.labels[OWNER_LABEL] === account.owner &&
    (place === undefined || one.place === place || standsNowhere(one));
  let seen: Observed<AnyKind> | undefined;
  for (const one of (await reader.ofOwner(place, sure)).values()) {
    // The list may be older than the end of what it shows (a thing that was just replaced): only what is still there counts.
    if (!seen && ours(one)) seen = await reader.readNow(one.id);
    if (!ours(seen)) seen = undefined;
  }
  if (!seen) return undefined;
  if (isUnfinished(seen.labels) && claim.wasRecorded(seen.id)) {
    await takeMarkOff(account, cell, seen, ownedLabels(userLabels(seen.labels), account.owner));
    claim.finished(seen.id);
  } else if (isUnfinished(seen.labels)) {
    const fits = seen.status !== 'failed' && madeAlike(seen, want) && couldBecome(cell, seen, want);
    // Where the mark never comes off it does not say that nobody needs the thing: then it is not ours to throw away.
    if (fits || !keepsMark(cell)) return { seen, fits };
  }
  const id = globalId(account.id, seen.id);
  throw new CloudError('already-exists', {
    cloud: account.id,
    kind: cell.kind.name,
    attribute: ['name'],
    message: `"${name}" is there already, made by the owner "${account.owner}"`,
    next: [`terraform import hansa_${cell.kind.name}.<name> ${id}`, 'or choose another name', 'or another owner'],
  });
}

/** What failed before it had found a place may not tell where it was to stand (Nova): it is of use in no place. */
function standsNowhere({ place, status, labels }: Observed<AnyKind>): boolean {
  return place === undefined && status === 'failed' && isUnfinished(labels);
}

/** Whether it was made with the same of what cannot be read back. */
function madeAlike(seen: Observed<AnyKind>, want: Want<AnyKind>): boolean {
  return seen.labels[UNFINISHED_LABEL] === want.labels[UNFINISHED_LABEL];
}

/** Whether nothing that only a new one could have differs. */
function couldBecome(cell: Cell, seen: Observed<AnyKind>, want: Want<AnyKind>): boolean {
  const attributes = cell.kind.attributes as Attributes;
  const [have, wish] = [seen as Record<string, unknown>, want as unknown as Record<string, unknown>];
  return Object.entries(attributes).every(([name, attribute]) => {
    if (attribute.role === 'computed' || attribute.unreadable || name === 'region') return true;
    if (changeRule(cell, name) !== 'replace' || wish[name] == null || have[name] == null) return true;
    if (attribute.decides)
      return (
        have[attribute.decides] == null ||
        have[attribute.decides] === (wish[attribute.decides] as { id: string } | null)?.id
      );
    return sameValue(attribute, wish[name], have[name]);
  });
}
