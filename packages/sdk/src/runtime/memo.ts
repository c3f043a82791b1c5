import type { Clock } from './clock.js';

/**
 * Answers that are asked for once and shared by all who ask within `keepMs`, the asking itself included. A failure is not kept, nor is
 * `undefined`, which says that the answer is not there yet.
 *
 * @example
 * const memo = new Memo(jumpingClock(), 60_000);
 * await memo.get('answer', async () => 42); // 42
 */
export class Memo {
  private readonly known = new Map<string, { at: number; answer: Promise<unknown> }>();

  constructor(
    private readonly clock: Clock,
    private readonly keepMs: number,
  ) {}

  /** @param keepMs otherwise than for the rest */
  get<T>(key: string, ask: () => Promise<T>, keepMs = this.keepMs): Promise<T> {
    const known = this.known.get(key);
    if (known && this.clock.now() - known.at < keepMs) return known.answer as Promise<T>;
    const mine = { at: this.clock.now(), answer: ask() };
    this.known.set(key, mine);
    const forget = () => this.known.get(key) === mine && this.known.delete(key);
    mine.answer.then((value) => value === undefined && forget(), forget);
    return mine.answer;
  }
}
