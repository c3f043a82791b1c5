import { KINDS } from '@hansa/sdk';
import type { Facts, Resource } from '../input/resource.js';
import type { Amount } from './schema.js';

const PRICED = new Set<string>(KINDS.filter(({ attributes }) => 'pricePerMonth' in attributes).map(({ name }) => name));

/** What a resource costs as it is and as it is to be. */
export function amountsOf({ kind, before, after }: Resource): { now: Amount; planned: Amount } {
  return { now: amountOf(kind, before), planned: amountOf(kind, after) };
}

/** What a thing of a kind costs. */
export function amountOf(kind: string, facts: Facts | null): Amount {
  const without = (state: Exclude<Amount['state'], 'known'>): Amount => ({ state, perMonth: null, currency: null });
  if (!facts) return without('absent');
  if (!PRICED.has(kind)) return without('unpriced');
  const { pricePerMonth: perMonth, priceCurrency: currency } = facts;
  return perMonth === null || currency === null ? without('unknown') : { state: 'known', perMonth, currency };
}
