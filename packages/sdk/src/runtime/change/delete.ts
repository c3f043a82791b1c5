import { CloudError, isCloudError } from '../../errors/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import { stoppable } from '../stop.js';
import { backoff } from '../transport/retry.js';
import { forgetRecorded } from './claim.js';
import { cellContext, DEADLINE_MS, NEVER, waitFor } from './context.js';
import { FINAL, outline } from './persist.js';
import { globalId, nativeId } from './reference.js';

/** How long to wait for what still refers to the thing to go, ms: deletes of servers and their ports end in the background. */
const BLOCKED_MS = 60_000;

type Companion = Awaited<ReturnType<NonNullable<Cell['goesWithIt']>>>[number];

/** Deletes a thing and waits until it is gone. What is gone already counts as done; what blocks it is named. */
export function destroy(account: Account, cell: Cell, request: { id: string; signal?: AbortSignal }): Promise<void> {
  return stoppable(request.signal, async () => {
    const id = nativeId(account.id, request.id, account.siblings);
    await attempts(account, cell, id, request.signal);
    await forgetRecorded(account, id);
  });
}

async function attempts(account: Account, cell: Cell, id: string, signal: AbortSignal = NEVER): Promise<void> {
  // Known from the first attempt on: at the next the thing may be gone, and what goes with it not yet.
  const company = new Map<string, Companion>();
  const ctx = cellContext(account, cell, signal);
  const reader = account.reader(cell);
  const startedAt = account.clock.now();
  for (const [name, holder] of account.taken) if (holder === id) account.taken.delete(name);
  let known: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const seen = await reader.readNow(id);
      if (seen) {
        for (const one of (await cell.goesWithIt?.(account.api, id)) ?? []) company.set(`${one.kind} ${one.id}`, one);
        await cell.delete(account.api, id, { ...ctx, seen });
        if (!cell.stateOnly) await untilGone(account, cell, id, signal);
      }
      await Promise.all([...company.values()].map((one) => seeOff(account, one, signal)));
      return;
    } catch (error) {
      if (!isCloudError(error)) throw error;
      if (FINAL.includes(error.code)) throw await told(error, account, cell, id);
      const now = await outline(() => reader.readNow(id));
      // What was refused may have been right a moment ago: a thing that moved on meanwhile is looked at again.
      const movedOn = now !== undefined && now !== known;
      known = now;
      const passing = isBlocked(error) || movedOn || error.details.ambiguous || error.details.retryable;
      if (!passing || account.clock.now() - startedAt > BLOCKED_MS) throw await told(error, account, cell, id);
      await account.clock.sleep(backoff(attempt), ctx.signal);
    } finally {
      reader.touch(id);
    }
  }
}

/** Waits until the cloud is done with what goes with a thing that is gone, and deletes it where the cloud has left it. */
async function seeOff(account: Account, { kind, id }: Companion, signal: AbortSignal): Promise<void> {
  const cell = account.cloud.cells[kind] as Cell | undefined;
  if (!cell) throw new TypeError(`${account.cloud.id} has no cell for ${kind}`);
  const { deadlineMs = DEADLINE_MS, delete: expectMs } = cell.takes ?? {};
  const wait = { signal, deadlineMs, expectMs, mayHaveFailed: true };
  const left = await waitFor(account, cell, id, (seen) => seen?.status !== 'changing', wait);
  if (left) await attempts(account, cell, id, signal);
}

/** What failed can be deleted like anything else, and may say that it failed until it is gone. */
async function untilGone(account: Account, cell: Cell, id: string, signal: AbortSignal): Promise<void> {
  const { deadlineMs = DEADLINE_MS, delete: expectMs } = cell.takes ?? {};
  await waitFor(account, cell, id, (now) => now === undefined, { signal, deadlineMs, expectMs, mayHaveFailed: true });
}

const isBlocked = (error: CloudError): boolean => error.code === 'conflict' || error.code === 'locked';

/** The error with where it happened, and with what blocks the thing where the cell can say it. */
async function told(error: CloudError, account: Account, cell: Cell, id: string): Promise<CloudError> {
  const where = { cloud: account.id, kind: cell.kind.name, id: globalId(account.id, id) };
  const blockers = isBlocked(error) ? await blockersOf(account, cell, id) : [];
  const next = blockers.length ? [`first delete or detach ${blockers.join(', ')}`] : error.details.next;
  return new CloudError(error.code, { ...error.details, ...where, next });
}

async function blockersOf(account: Account, cell: Cell, id: string): Promise<string[]> {
  try {
    return (await cell.blockers?.(account.api, id)) ?? [];
  } catch (error) {
    if (isCloudError(error)) return [];
    throw error;
  }
}
