import { onAbort } from '../../runtime/on-abort.js';

/** One after the other, for each key: what reads, decides and writes must not be interleaved with its like. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @param signal ends the waiting; what has begun is brought to its end */
  async take<T>(key: string, signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    let done!: () => void;
    const mine = new Promise<void>((resolve) => (done = resolve));
    // Who gives up passes on at once, and those behind still wait for those in front.
    const chained = Promise.all([before, mine]);
    this.last.set(key, chained);
    try {
      await unless(signal, before);
      return await act();
    } finally {
      done();
      if (this.last.get(key) === chained) this.last.delete(key);
    }
  }
}

function unless(signal: AbortSignal | undefined, before: Promise<unknown> | undefined): Promise<unknown> | undefined {
  signal?.throwIfAborted();
  if (!before || !signal) return before;
  return new Promise((resolve, reject) => {
    const keep = onAbort(signal, () => reject(signal.reason));
    void before.then((value) => {
      keep();
      resolve(value);
    });
  });
}
