import { type CloudError, isCloudError } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, CellContext, Observed, Want } from '../driver/cell.js';
import type { Claim } from './claim.js';
import { destroy } from './delete.js';
import { sameValue } from './equal.js';
import { findLeftover, type Leftover } from './leftover.js';
import { OWNER_LABEL } from './owner.js';
import { persist } from './persist.js';
import { globalId } from './reference.js';

/**
 * When to look, ms after a create whose outcome is not known. A list may lag behind what was just made: to look once and make another
 * one would make two. Our choice: no cloud says how long; seconds are what is seen.
 */
const LOOKS_MS = [0, 1_000, 2_000, 3_000, 4_000];

/** The id of the thing: of a leftover, or of a new one. After a lost reply it looks, with patience, before it makes another. */
export async function make(
  account: Account,
  cell: Cell,
  want: Want<AnyKind>,
  ctx: CellContext<AnyKind>,
  claim: Claim,
): Promise<string> {
  let unsure = false;
  return persist(account.clock, ctx.signal, async () => {
    const leftover = await (unsure
      ? patientLook(account, cell, want, ctx, claim)
      : findLeftover(account, cell, want, { sure: false, claim }));
    if (leftover?.fits) return leftover.seen.id;
    if (leftover) await destroy(account, cell, { id: globalId(account.id, leftover.seen.id), signal: ctx.signal });
    try {
      return await cell.create(account.api, want, ctx);
    } catch (error) {
      if (!isCloudError(error)) throw error;
      if (error.code !== 'already-exists') {
        unsure ||= error.details.ambiguous === true;
        throw error;
      }
      // The name is taken: by what a lost request has made after all, or by somebody else.
      const ours = unsure ? await patientLook(account, cell, want, ctx, claim) : undefined;
      if (ours?.fits) return ours.seen.id;
      throw await withImport(error, account, cell, want);
    }
  });
}

async function patientLook(
  account: Account,
  cell: Cell,
  want: Want<AnyKind>,
  { signal }: CellContext<AnyKind>,
  claim: Claim,
): Promise<Leftover | undefined> {
  for (const ms of LOOKS_MS) {
    if (ms > 0) await account.clock.sleep(ms, signal);
    const leftover = await findLeftover(account, cell, want, { sure: true, claim });
    if (leftover) return leftover;
  }
  return undefined;
}

/** The vendor's "already exists" with the command that imports what stands in the way, where it can be found. */
async function withImport(error: CloudError, account: Account, cell: Cell, want: Want<AnyKind>): Promise<CloudError> {
  const all = await cell.list(account.api, {}).catch((failed: unknown) => {
    if (isCloudError(failed)) return [];
    throw failed;
  });
  const there = all.find((one) => one.name === want.name) ?? all.find((one) => isSameThing(cell, one, want));
  if (!there) return error;
  const id = globalId(account.id, there.id);
  const owner = there.labels[OWNER_LABEL];
  return error.with({
    next: [
      `it is ${id}${owner ? `, made by the owner "${owner}"` : ''}: terraform import hansa_${cell.kind.name}.<name> ${id}`,
      ...(error.details.next ?? ['or choose another name']),
    ],
  });
}

/** Whether something by which a kind is told apart besides its name (a public key) is the same. */
function isSameThing(cell: Cell, one: Observed<AnyKind>, want: Want<AnyKind>): boolean {
  const [have, wish] = [one as Record<string, unknown>, want as unknown as Record<string, unknown>];
  return Object.entries(cell.kind.attributes as Attributes).some(
    ([name, attribute]) =>
      attribute.role === 'required' && attribute.same && name in have && sameValue(attribute, wish[name], have[name]),
  );
}
