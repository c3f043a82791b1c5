import type { SettledPolicy } from '../settle.js';
import type { Rule } from './rule.js';

/** One resource costs no more than the policy lets it. */
export const price: Rule = ({ policy, candidate }) => {
  const found = candidate.price && judgePrice(policy, candidate.price);
  return found ? [found] : [];
};

const DEAR = ['use something smaller or cheaper', 'or raise price.per_resource'];

/**
 * What is said of the price of one resource, exceptions aside; undefined where the policy sets no limit for it.
 *
 * @example
 * judgePrice({ price: { currency: 'EUR', perResource: 10 } }, { perMonth: 12, currency: 'EUR' })?.verdict; // 'not-met'
 */
export function judgePrice(
  policy: Pick<SettledPolicy, 'price'>,
  told: { perMonth: number | null; currency: string | null },
): ReturnType<Rule>[number] | undefined {
  const limit = policy.price?.perResource;
  if (!policy.price || limit === undefined) return undefined;
  const { currency } = policy.price;
  const worth = priceInPolicy(policy, told);
  if (worth === null) return { verdict: 'unknown', evidence: [], ...untold(told, currency) };
  const costs = `it costs ${money(worth, currency)} a month`;
  if (worth <= limit)
    return { verdict: 'met', because: `${costs}, at most ${money(limit, currency)}`, evidence: [], next: [] };
  return { verdict: 'not-met', because: `${costs}, more than ${money(limit, currency)}`, evidence: [], next: DEAR };
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
  return `${amount.toFixed(2)} ${currency}`.trim();
}
