import { CloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, Want } from '../driver/cell.js';
import { stopSignal } from '../stop.js';
import { holdAmongRuns } from './other-runs.js';
import { forgetNote, isNoted, mayBeNoted, noteRecorded } from './recorded.js';

/** A name that one create has for itself, in this process and among the runs on this machine. */
export interface Claim {
  /** From now on the name belongs to that thing, for as long as it is there under that name. */
  hold(id: string): void;
  /** Nothing was made, or nobody was told its id: whoever asks next may take it up. */
  release(): void;
  /** Whoever asked for that thing has recorded it, though it carries the mark yet: should this process die now, no other run takes it over. */
  recorded(id: string): void;
  /** Whether an earlier run said so of it, and died before it had taken off the mark. */
  wasRecorded(id: string): boolean;
  /** The thing is finished, and carries no mark any more by which another run might take it over. */
  finished(id: string): void;
}

/** Two wishes for one name would adopt each other's thing: the second is refused. Where a cloud cannot tell its accounts apart no other run is. */
export async function claimName(account: Account, cell: Cell, want: Want<AnyKind>): Promise<Claim> {
  const { name, place } = want as unknown as { name: string; place: { id: string } | null };
  const key = `${cell.kind.name} ${place?.id ?? ''} ${name}`;
  await forgetWhatWent(account, cell, key, name);
  if (account.taken.has(key)) {
    throw new CloudError('already-exists', {
      cloud: account.id,
      kind: cell.kind.name,
      attribute: ['name'],
      message: `"${name}" was just made by this same run`,
      next: ['give the two different names'],
    });
  }
  account.taken.set(key, undefined);
  let where: string | undefined;
  let hold: Held;
  try {
    where = await account.cloud.account?.(account.api);
    hold = where === undefined ? { release() {} } : await amongRuns(account, cell, { where, key, name });
  } catch (error) {
    account.taken.delete(key);
    throw error;
  }
  const release = () => {
    account.taken.delete(key);
    account.reader(cell).forgetBursts();
    hold.release();
  };
  return {
    hold: (id) => void account.taken.set(key, id),
    release,
    recorded: (id) => where !== undefined && noteRecorded(noteKey(account, where, id)),
    wasRecorded: (id) => where !== undefined && isNoted(noteKey(account, where, id)),
    finished: (id) => {
      if (where !== undefined) forgetNote(noteKey(account, where, id));
      hold.release();
    },
  };
}

/** A thing that was recorded is gone. An id that comes again (of an emulator that began anew) is another thing. */
export async function forgetRecorded(account: Account, id: string): Promise<void> {
  if (!mayBeNoted()) return;
  const where = await account.cloud.account?.(account.api);
  if (where !== undefined) forgetNote(noteKey(account, where, id));
}

function noteKey(account: Account, where: string, id: string): string {
  return [account.cloud.id, where, id].join('\n');
}

interface Held {
  release(): void;
}

/** A run whose Terraform was killed ends within two seconds, and after the answer to what it has sent: so long, ms, another waits for it. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 250;
/** Processes that outlasted that: they are at work, and nobody waits for them a second time. */
const busy = new Set<number>();

/** Keeps other runs on this machine out. */
async function amongRuns(
  account: Account,
  cell: Cell,
  { where, key, name }: { where: string; key: string; name: string },
): Promise<Held> {
  const full = [account.cloud.id, where, account.owner, key].join('\n');
  const until = account.clock.now() + PATIENCE_MS;
  let hold = holdAmongRuns(full);
  while ('heldBy' in hold && !busy.has(hold.heldBy) && account.clock.now() < until) {
    await account.clock.sleep(LOOK_MS, stopSignal());
    hold = holdAmongRuns(full);
    // What it made meanwhile stands in no list that is still warm.
    account.reader(cell).forgetBursts();
  }
  if ('release' in hold) return hold;
  busy.add(hold.heldBy);
  throw new CloudError('conflict', {
    cloud: account.id,
    kind: cell.kind.name,
    attribute: ['name'],
    message: `"${name}" is just being made by another run of the owner "${account.owner}" (process ${hold.heldBy} on this machine)`,
    next: ['wait until that has ended, then run again', 'or give the two runs different owners and names'],
  });
}

/** A program that runs for weeks may make a thing again that somebody else deleted, or under a name that was given up. */
async function forgetWhatWent(account: Account, cell: Cell, key: string, name: string): Promise<void> {
  const holder = account.taken.get(key);
  if (holder === undefined) return;
  const seen = await account.reader(cell).readNow(holder);
  if (seen?.name === name || account.taken.get(key) !== holder) return;
  account.taken.delete(key);
  account.reader(cell).forgetBursts();
}
