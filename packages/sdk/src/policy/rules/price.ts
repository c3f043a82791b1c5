import type { SettledPolicy } from '../settle.js';
import type { Rule } from './rule.js';

/** One resource costs no more than the policy lets it. */
export const price: Rule = ({ policy, candidate }) => {
  const limit = policy.price?.perResource;
  if (!policy.price || limit === undefined || candidate.price === null) return [];
  const { currency } = policy.price;
  const worth = priceInPolicy(policy, candidate.price);
  const next = ['use something smaller or cheaper', 'or raise price.per_resource'];
  if (worth === null) {
    const { perMonth, currency: other } = candidate.price;
    const because =
      perMonth === null
        ? 'what it costs a month is not known'
        : `it costs ${money(perMonth, other ?? '')} a month, and what that is in ${currency} is not said`;
    return [
      {
        verdict: 'unknown',
        because,
        evidence: [],
        next: perMonth === null ? ['use something whose price is told'] : [`say what ${other} is worth: price.rates`],
      },
    ];
  }
  if (worth <= limit)
    return [
      {
        verdict: 'met',
        because: `it costs ${money(worth, currency)} a month, at most ${money(limit, currency)}`,
        evidence: [],
        next: [],
      },
    ];
  return [
    {
      verdict: 'not-met',
      because: `it costs ${money(worth, currency)} a month, more than ${money(limit, currency)}`,
      evidence: [],
      next,
    },
  ];
};

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
