import type { Offer } from '../catalogue/index.js';
import { type Finding, judgePrice, objects, type PolicyException, type SettledPolicy } from '../policy/index.js';
import type { Reason } from './placement.js';

/** What the policy says of a price, and the reason against the offer where that keeps it from being used. */
export interface PriceSaid {
  finding: Finding;
  reason: Reason | undefined;
}

const UNPRICED = { perMonth: null, currency: null };

/** The policy's limit of a resource's price, held against offers. A type costs the same at many places: that is said once for all of them. */
export class PriceRule {
  private readonly limit: number;
  private readonly said = new Map<number, PriceSaid>();

  constructor(private readonly policy: SettledPolicy | undefined) {
    this.limit = policy?.price?.perResource ?? Number.POSITIVE_INFINITY;
  }

  /** What is said of an offer that is `worth` so much; undefined where it is plainly low enough, or there is no limit. */
  of(offer: Offer, worth: number | null, exception: PolicyException | undefined): PriceSaid | undefined {
    if (this.limit === Number.POSITIVE_INFINITY || (worth !== null && worth <= this.limit)) return undefined;
    if (worth === null || exception) return this.say(offer, worth, exception);
    const before = this.said.get(worth);
    if (before) return before;
    const said = this.say(offer, worth, undefined);
    if (said) this.said.set(worth, said);
    return said;
  }

  private say(offer: Offer, worth: number | null, exception: PolicyException | undefined): PriceSaid | undefined {
    const found = this.policy && judgePrice(this.policy, offer.price ?? UNPRICED, worth);
    if (!this.policy || !found) return undefined;
    const { verdict, because, evidence, next } = found;
    const finding: Finding = { rule: 'price', verdict, because, evidence, next };
    if (exception) finding.exception = exception;
    const isAgainst = objects(this.policy, finding);
    return { finding, reason: isAgainst ? { about: 'price', because, finding } : undefined };
  }
}
