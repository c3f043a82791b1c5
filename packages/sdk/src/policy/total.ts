import { exceptionFor } from './exceptions.js';
import type { Finding } from './finding.js';
import { money, priceInPolicy } from './rules/price.js';
import type { SettledPolicy } from './settle.js';

/** What one of several resources costs a month. */
export interface Cost {
  cloud: string;
  perMonth: number | null;
  currency: string | null;
}

/**
 * Holds all resources together against the limit of a policy; undefined where it sets none.
 *
 * @example
 * evaluateTotal(settlePolicy({ price: { currency: 'EUR', total: 10 } }), [{ cloud: 'a', perMonth: 12, currency: 'EUR' }], '2026-11-26');
 */
export function evaluateTotal(policy: SettledPolicy, costs: readonly Cost[], today: string): Finding | undefined {
  const limit = policy.price?.total;
  if (!policy.price || limit === undefined) return undefined;
  const { currency } = policy.price;
  const counted = costs.filter(({ cloud }) => !exceptionFor(policy, { rule: 'price', cloud }, today));
  const worths = counted.map((cost) => priceInPolicy(policy, cost));
  const sum = worths.reduce<number>((total, worth) => total + (worth ?? 0), 0);
  const open = worths.filter((worth) => worth === null).length;
  const all = `all resources together cost ${open > 0 ? 'at least ' : ''}${money(sum, currency)} a month`;
  const rest = open > 0 ? `, and of ${open} of ${worths.length} the price in ${currency} is not known` : '';
  const finding = { rule: 'price' as const, evidence: [] };
  if (sum > limit)
    return {
      ...finding,
      verdict: 'not-met',
      because: `${all}, more than ${money(limit, currency)}${rest}`,
      next: ['use less, or something cheaper', 'or raise price.total'],
    };
  if (open === 0) return { ...finding, verdict: 'met', because: `${all}, at most ${money(limit, currency)}`, next: [] };
  const foreign = counted.some((cost, i) => worths[i] === null && cost.perMonth !== null);
  return {
    ...finding,
    verdict: 'unknown',
    because: `${all}${rest}; ${money(limit, currency)} are allowed`,
    next: [foreign ? 'say what other currencies are worth: price.rates' : 'use something whose price is told'],
  };
}
