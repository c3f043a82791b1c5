import type { Evidence } from '../../claims/index.js';
import type { SettledPolicy } from '../settle.js';
import type { Rule } from './rule.js';

/** One resource costs no more than the policy lets it. */
export const price: Rule = ({ policy, candidate }) => {
  const found = candidate.price && judgePrice(policy, candidate.price);
  return found ? [found] : [];
};

const NOTHING: readonly string[] = [];
const NO_EVIDENCE: readonly Evidence[] = [];
const DEAR: readonly string[] = ['use something smaller or cheaper', 'or raise price.per_resource'];

/**
 * What is said of the price of one resource, exceptions aside; undefined where the policy sets no limit for it.
 *
 * @param worth the price in the policy's currency, for who knows it already
 * @example
 * judgePrice({ price: { currency: 'EUR', perResource: 10 } }, { perMonth: 12, currency: 'EUR' })?.verdict; // 'not-met'
 */
export function judgePrice(
  policy: Pick<SettledPolicy, 'price'>,
  told: { perMonth: number | null; currency: string | null },
  worth: number | null = priceInPolicy(policy, told),
): ReturnType<Rule>[number] | undefined {
  const limit = policy.price?.perResource;
  if (!policy.price || limit === undefined) return undefined;
  const { currency } = policy.price;
  if (worth === null) return { verdict: 'unknown', evidence: NO_EVIDENCE, ...untold(told, currency) };
  const isMet = worth <= limit;
  const because = `it costs ${money(worth, currency)} a month, ${isMet ? 'at most' : 'more than'} ${money(limit, currency)}`;
  return { verdict: isMet ? 'met' : 'not-met', because, evidence: NO_EVIDENCE, next: isMet ? NOTHING : DEAR };
}

function untold(
  { perMonth, currency: other }: { perMonth: number | null; currency: string | null },
  currency: string,
): { because: string; next: string[] } {
  if (perMonth === null)
    return { because: 'what it costs a month is not known', next: ['use something whose price is told'] };
  const because = `it costs ${money(perMonth, other ?? '')} a month, and what that is in ${currency} is not said`;
  return { because, next: [`say what ${other} is worth: price.rates`] };
}

/**
 * A price in the policy's currency; null where it, or what its currency is worth, is not known.
 *
 * @example
 * priceInPolicy({ price: { currency: 'EUR', rates: { CHF: 1.1 } } }, { perMonth: 10, currency: 'CHF' }); // 11
 */
export function priceInPolicy(
  { price: limits }: Pick<SettledPolicy, 'price'>,
  { perMonth, currency }: { perMonth: number | null; currency: string | null },
): number | null {
  if (perMonth === null || currency === null || !limits) return null;
  if (currency === limits.currency) return perMonth;
  const rate = limits.rates && Object.hasOwn(limits.rates, currency) ? limits.rates[currency] : undefined;
  return rate === undefined ? null : perMonth * rate;
}

/**
 * An amount as people read it.
 *
 * @example
 * money(12.3, 'EUR'); // '12.30 EUR'
 */
export function money(amount: number, currency: string): string {
  return currency ? `${amount.toFixed(2)} ${currency}` : amount.toFixed(2);
}
