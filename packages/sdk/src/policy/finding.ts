import type { Evidence } from '../claims/index.js';
import type { PolicyException, RuleId } from './model.js';
import { type Verdict, verdictWords } from './verdict.js';

/** What one rule says of a candidate, and why. */
export interface Finding {
  rule: RuleId;
  verdict: Verdict;
  /** One sentence without a full stop, for engineers and purchasing officers alike. */
  because: string;
  /** Where that is known from, the decisive first. */
  evidence: readonly Evidence[];
  /** What a person can do, each a phrase that stands alone; empty where the rule is met. */
  next: readonly string[];
  /** The user accepts it all the same, for the reason that they give. */
  exception?: PolicyException;
}

/** A page and a day, without anything else that a record holds. */
export function sourceOf({ evidenceUrl, observedOn, confidence }: Evidence): Evidence {
  return { evidenceUrl, observedOn, confidence };
}

/**
 * A finding as text: the sentence, and in brackets where it is known from and when that was read.
 *
 * @example
 * findingText({ rule: 'price', verdict: 'unknown', because: 'nobody tells its price', evidence: [], next: [] });
 */
export function findingText({ verdict, because, evidence, exception }: Finding): string {
  const sources = evidence.map(({ evidenceUrl, observedOn, confidence }) => {
    const doubt = confidence === 'low' ? ', said by a third party' : '';
    return `${evidenceUrl}, read ${observedOn}${doubt}`;
  });
  const known = sources.length > 0 ? ` [${[...new Set(sources)].join('; ')}]` : '';
  const accepted = exception
    ? `; accepted${exception.until ? ` until ${exception.until}` : ''}: ${exception.because}`
    : '';
  return `${verdictWords(verdict)}: ${because}${known}${accepted}`;
}
