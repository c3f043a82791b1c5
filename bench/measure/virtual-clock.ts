import type { Clock, Link } from '@hansa/sdk';

/** A clock of which all sleepers wake in the order of their time, and that moves only when nobody has anything else to do. */
export interface VirtualClock extends Clock {
  /** To be put next to the wire: while a request is on its way, time stands still. */
  link: Link;
}

interface Sleeper {
  wakeAt: number;
  wake(): void;
}

/** Turns of the event loop without any request after which everybody is taken to be asleep. */
const QUIET_TURNS = 5;

export function virtualClock(startMs = Date.UTC(2026, 10, 1)): VirtualClock {
  let now = startMs;
  let busy = 0;
  let quiet = 0;
  let turning = false;
  const sleepers = new Set<Sleeper>();

  /** Looks on, unless a request is on its way: whoever gets its answer looks on then, and nothing turns meanwhile. */
  const look = () => {
    if (turning || busy > 0 || sleepers.size === 0) return;
    turning = true;
    setImmediate(turn);
  };
  const turn = () => {
    turning = false;
    if (busy > 0) return;
    quiet += 1;
    if (quiet >= QUIET_TURNS) {
      quiet = 0;
      const next = [...sleepers].reduce<Sleeper | undefined>(earlier, undefined);
      if (next) {
        now = Math.max(now, next.wakeAt);
        next.wake();
      }
    }
    look();
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const end = (say: () => void) => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
          say();
        };
        const abort = () => end(() => reject(signal?.reason));
        const sleeper: Sleeper = { wakeAt: now + ms, wake: () => end(resolve) };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort);
        look();
      }),
    link: (next) => async (request) => {
      busy += 1;
      try {
        return await next(request);
      } finally {
        busy -= 1;
        quiet = 0;
        look();
      }
    },
  };
}

/** The one that wakes sooner; of two at the same time, who went to sleep first. */
function earlier(one: Sleeper | undefined, other: Sleeper): Sleeper {
  return one === undefined || other.wakeAt < one.wakeAt ? other : one;
}
