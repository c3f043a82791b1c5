/** What a rule says: it is met, it is not met, or nobody can tell from what is known. */
export type Verdict = 'met' | 'not-met' | 'unknown';

const ORDER: readonly Verdict[] = ['not-met', 'unknown', 'met'];

/**
 * The verdict on things that must all hold.
 *
 * @example
 * worst(['met', 'unknown']); // 'unknown'
 */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return ORDER.find((one) => verdicts.includes(one)) ?? 'met';
}

/**
 * The verdict on things of which one suffices.
 *
 * @example
 * best(['not-met', 'unknown']); // 'unknown'
 */
export function best(verdicts: readonly Verdict[]): Verdict {
  return ORDER.findLast((one) => verdicts.includes(one)) ?? 'not-met';
}

/**
 * A verdict as people read it.
 *
 * @example
 * verdictWords('not-met'); // 'not met'
 */
export function verdictWords(verdict: Verdict): string {
  return verdict === 'not-met' ? 'not met' : verdict;
}
