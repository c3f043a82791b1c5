/** Where the emulator reads the time; milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** A clock that stands still until told: tests and benchmarks share one with the code under test. */
export interface ManualClock extends Clock {
  /** Moves time forward by `ms` milliseconds. */
  advance(ms: number): void;
}

/**
 * A clock that runs `scale` times as fast as the machine's, from `startAt` (ms since 1970, default now).
 *
 * @example
 * const clock = runningClock({ scale: 60 }); // a minute of the cloud passes in a second
 */
export function runningClock({ scale = 1, startAt = Date.now() }: { scale?: number; startAt?: number } = {}): Clock {
  if (!(scale > 0 && Number.isFinite(scale)))
    throw new RangeError(`clock scale must be a positive number, got ${scale}`);
  // performance.now() does not jump when somebody sets the machine's clock.
  const origin = performance.now();
  return { now: () => Math.floor(startAt + (performance.now() - origin) * scale) };
}

/**
 * A clock that only `advance` moves.
 *
 * @example
 * const clock = manualClock(Date.UTC(2026, 10, 1));
 * clock.advance(1500);
 */
export function manualClock(startAt: number = Date.now()): ManualClock {
  let now = startAt;
  return {
    now: () => now,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock cannot go back: advance(${ms})`);
      now += ms;
    },
  };
}
