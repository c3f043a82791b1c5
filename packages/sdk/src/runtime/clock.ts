import { onAbort } from './on-abort.js';

/** Time as the runtime sees it, so that tests and benchmarks can run hours in a second. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        keep();
        resolve();
      }, ms);
      const keep = onAbort(signal, () => {
        clearTimeout(timer);
        reject(signal?.reason);
      });
    }),
};

/**
 * A clock on which sleeping takes next to no time: it jumps ahead to the end of what is slept, and stands still otherwise. Give the
 * same one to an emulator, and a minute of waiting passes in a millisecond, however slow the machine is.
 *
 * @example
 * const clock = jumpingClock(0);
 * await clock.sleep(60_000); // at once
 * clock.now(); // 60000
 */
export function jumpingClock(startMs = Date.now()): Clock {
  let now = startMs;
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const end = now + ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      now = Math.max(now, end);
    },
  };
}
