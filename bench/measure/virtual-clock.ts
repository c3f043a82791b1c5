import type { Clock, Link } from '@hansa/sdk';

/** A clock of which all sleepers wake in the order of their time, and that moves only when nobody has anything else to do. */
export interface VirtualClock extends Clock {
  /** To be put next to the wire: while a request is on its way, time stands still. */
  link: Link;
}

/** Turns of the event loop without any request after which everybody is taken to be asleep. */
const QUIET_TURNS = 5;

export function virtualClock(startMs = Date.UTC(2026, 10, 1)): VirtualClock {
  let now = startMs;
  let busy = 0;
  let quiet = 0;
  let running = false;
  const sleepers: { wakeAt: number; wake(): void }[] = [];

  const turn = () => {
    quiet = busy > 0 ? 0 : quiet + 1;
    if (quiet >= QUIET_TURNS) {
      sleepers.sort((a, b) => a.wakeAt - b.wakeAt);
      const next = sleepers.shift();
      if (next) {
        now = Math.max(now, next.wakeAt);
        next.wake();
      }
      quiet = 0;
    }
    running = sleepers.length > 0;
    if (running) setImmediate(turn);
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        sleepers.push({ wakeAt: now + ms, wake: resolve });
        if (running) return;
        running = true;
        setImmediate(turn);
      }),
    link: (next) => async (request) => {
      busy += 1;
      try {
        return await next(request);
      } finally {
        busy -= 1;
        quiet = 0;
      }
    },
  };
}
