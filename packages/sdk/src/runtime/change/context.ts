import { CloudError, isCloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, CellContext } from '../driver/cell.js';
import type { Seen } from '../wait/lookups.js';
import { globalId } from './reference.js';

/** Deadline for what a cell declares none: half an hour, Terraform's usual default is 20 to 60 minutes. */
export const DEADLINE_MS = 30 * 60_000;
/** How long a thing that was just made may still be unknown to the cloud that made it, ms (eventual consistency). */
const GRACE_MS = 60_000;

/** For what nobody can stop. */
export const NEVER: AbortSignal = new AbortController().signal;

/** What a cell may ask of the runtime, bound to one account and one signal. */
export function cellContext(account: Account, cell: Cell, signal: AbortSignal): CellContext<AnyKind> {
  const deadlineMs = cell.takes?.deadlineMs ?? DEADLINE_MS;
  return {
    signal,
    operation: async ({ probe, key, expectMs }) => {
      await account.operations(probe).wait({
        key,
        expectMs,
        deadlineMs,
        signal,
        what: `${probe} ${key}`,
        judge: (result) => (isCloudError(result) ? result : result !== 'pending'),
      });
    },
    until: (id, done = isReady, expectMs) => waitFor(account, cell, id, done, { signal, deadlineMs, expectMs }),
    untilOther: async (kind, id, done) => {
      const other = account.cloud.cells[kind] as Cell | undefined;
      if (!other) throw new TypeError(`${account.cloud.id} has no cell for ${kind}`);
      await waitFor(account, other, id, done, { signal, deadlineMs });
    },
  };
}

const isReady = (seen: Seen | undefined): boolean => seen?.status === 'ready';

/** Waits for one thing; what fails (unless it may have failed before) or stays away is an error, unless `done` takes it. */
export function waitFor(
  account: Account,
  cell: Cell,
  id: string,
  done: (seen: Seen | undefined) => boolean,
  options: { signal: AbortSignal; deadlineMs: number; expectMs?: number; mayHaveFailed?: boolean },
): Promise<Seen | undefined> {
  const startedAt = account.clock.now();
  const where = { cloud: account.id, kind: cell.kind.name, id: globalId(account.id, id) };
  account.reader(cell).touch(id);
  return account.things(cell).wait({
    ...options,
    key: id,
    now: true,
    what: `${cell.kind.name.replace('_', ' ')} ${where.id}`,
    judge: (seen) => {
      if (done(seen)) return true;
      if (seen?.status === 'failed' && !options.mayHaveFailed) {
        return new CloudError('unavailable', {
          ...where,
          message: `the cloud says "${seen.statusText ?? 'failed'}"`,
          next: ['run again: it is replaced', "look at it in the cloud's own console"],
        });
      }
      if (!seen && account.clock.now() - startedAt > GRACE_MS) {
        return new CloudError('not-found', {
          ...where,
          message: 'it vanished while it was waited for',
          next: ['run again: it is made anew'],
        });
      }
      return false;
    },
  });
}
