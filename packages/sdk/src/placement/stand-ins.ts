import type { Choice } from './placement.js';

/** How many places to go to next one choice has: who needs more changes what is asked. */
const MOST = 10;

/** What may stand in for a choice. */
export interface Reach {
  /** What a choice counts as in each respect in which instances are to be apart. */
  likeness(choice: Choice): readonly unknown[];
  worth(choice: Choice): number | null;
  /** What one instance may cost beyond its choice; null where that is no matter. */
  headroom: number | null;
}

/**
 * For each choice, where its instance may be made, the best first: there, and at those alternatives that count as the same in every respect
 * that was asked for, and cost no more than the headroom beyond it. So however many move, they stay as far apart, and within the total.
 */
export function standIns(choices: readonly Choice[], alternatives: readonly Choice[], reach: Reach): Choice[][] {
  const found = new Map([...new Set(choices)].map((choice) => [choice, standInsFor(choice, alternatives, reach)]));
  return choices.map((choice) => found.get(choice) as Choice[]);
}

function standInsFor(choice: Choice, alternatives: readonly Choice[], { likeness, worth, headroom }: Reach): Choice[] {
  const own = likeness(choice);
  const found = [choice];
  const most = headroom === null ? null : (worth(choice) ?? Number.NEGATIVE_INFINITY) + headroom;
  for (const one of alternatives) {
    if (found.length > MOST) break;
    if (most !== null && (worth(one) ?? Number.POSITIVE_INFINITY) > most) continue;
    const other = likeness(one);
    if (own.every((value, i) => value === other[i])) found.push(one);
  }
  return found;
}
