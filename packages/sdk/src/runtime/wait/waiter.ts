import { CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import { onAbort } from '../on-abort.js';
import { pollAfterMs } from './schedule.js';

/** Looks up many keys at once: at most `batch` of them a call. A key that is missing from the answer stays pending. */
export interface Lookup<R> {
  batch: number;
  look(keys: readonly string[]): Promise<Map<string, R>>;
}

export interface Wish<R> {
  key: string;
  /** True ends the wait; a CloudError fails it; false asks again later. */
  judge(result: R | undefined): boolean | CloudError;
  expectMs?: number;
  deadlineMs: number;
  signal: AbortSignal;
  /** Look at once: it may be done already. */
  now?: boolean;
  /** For the message when time runs out: `server hetzner/12 to be ready`. */
  what: string;
}

interface Watch<R> extends Wish<R> {
  startedAt: number;
  dueAt: number;
  /** Ends the wait, once. */
  end(say: () => void): void;
  resolve(result: R | undefined): void;
  reject(error: unknown): void;
}

/** Waits for many things of one sort with as few requests as possible: whoever waits shares the polls of all. */
export class Waiter<R> {
  private readonly watches = new Set<Watch<R>>();
  private running = false;

  constructor(
    private readonly clock: Clock,
    private readonly lookup: Lookup<R>,
  ) {}

  wait(wish: Wish<R>): Promise<R | undefined> {
    if (wish.signal.aborted) return Promise.reject(wish.signal.reason);
    return new Promise((resolve, reject) => {
      const startedAt = this.clock.now();
      const dueAt = wish.now ? startedAt : startedAt + pollAfterMs(0, wish.expectMs);
      const end = (say: () => void) => {
        if (!this.watches.delete(watch)) return;
        keep();
        say();
      };
      const watch: Watch<R> = { ...wish, startedAt, dueAt, resolve, reject, end };
      this.watches.add(watch);
      const keep = onAbort(wish.signal, () => end(() => reject(wish.signal.reason)));
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.watches.size > 0) {
        const now = this.clock.now();
        let due = Number.POSITIVE_INFINITY;
        for (const { dueAt } of this.watches) due = Math.min(due, dueAt);
        // Not longer than a second: somebody may come meanwhile who is due sooner.
        if (due > now) await this.clock.sleep(Math.min(due - now, 1000));
        const ripe = this.ripe();
        if (ripe.length > 0) await this.poll(ripe);
      }
    } catch (error) {
      // Nothing above is known to throw; should it, nobody is left waiting for ever.
      for (const watch of this.watches) watch.end(() => watch.reject(error));
    } finally {
      this.running = false;
    }
  }

  /** Those that are due, and, where they leave room in the last batch, those that would be next anyway. */
  private ripe(): Watch<R>[] {
    const now = this.clock.now();
    const byDue = [...this.watches].sort((a, b) => a.dueAt - b.dueAt);
    const due = byDue.filter((w) => w.dueAt <= now).length;
    if (due === 0) return [];
    return byDue.slice(0, Math.ceil(due / this.lookup.batch) * this.lookup.batch);
  }

  private async poll(ripe: Watch<R>[]): Promise<void> {
    const byKey = new Map<string, Watch<R>[]>();
    for (const watch of ripe) byKey.set(watch.key, [...(byKey.get(watch.key) ?? []), watch]);
    const keys = [...byKey.keys()];
    const batches = Array.from({ length: Math.ceil(keys.length / this.lookup.batch) }, (_, i) =>
      keys.slice(i * this.lookup.batch, (i + 1) * this.lookup.batch),
    );
    await Promise.all(batches.map((batch) => this.look(batch, byKey)));
  }

  /** Looks up a batch. When the cloud refuses it, each key is asked alone, so that one bad key is the trouble of nobody else. */
  private async look(batch: readonly string[], byKey: ReadonlyMap<string, Watch<R>[]>): Promise<void> {
    const concerned = batch.flatMap((key) => byKey.get(key) ?? []);
    try {
      const results = await this.lookup.look(batch);
      for (const watch of concerned) this.settle(watch, results.get(watch.key));
    } catch (error) {
      const away = isCloudError(error) && (error.details.ambiguous || error.details.retryable);
      if (batch.length > 1 && !away) await Promise.all(batch.map((key) => this.look([key], byKey)));
      else for (const watch of concerned) watch.end(() => watch.reject(error));
    }
  }

  private settle(watch: Watch<R>, result: R | undefined): void {
    const age = this.clock.now() - watch.startedAt;
    try {
      const verdict = watch.judge(result);
      if (isCloudError(verdict)) watch.end(() => watch.reject(verdict));
      else if (verdict) watch.end(() => watch.resolve(result));
      else if (age > watch.deadlineMs) watch.end(() => watch.reject(tooLong(watch, age)));
    } catch (error) {
      watch.end(() => watch.reject(error));
    }
    watch.dueAt = this.clock.now() + pollAfterMs(age, watch.expectMs);
  }
}

function tooLong(wish: Wish<unknown>, age: number): CloudError {
  return new CloudError('timeout', {
    message: `waited ${Math.round(age / 1000)} s for ${wish.what}`,
    next: ['run again: what was begun is taken up where it stands'],
  });
}
