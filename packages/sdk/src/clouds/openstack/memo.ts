import type { Clock } from '../../runtime/clock.js';

/** Asks at most once in `keepMs` and shares the answer; a failure is not kept. */
export function memo<T>(clock: Clock, keepMs: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (known && clock.now() - known.at < keepMs) return known.answer;
    const mine = { at: clock.now(), answer: ask() };
    known = mine;
    mine.answer.catch(() => {
      if (known === mine) known = undefined;
    });
    return mine.answer;
  };
}
