import type { Amount, Report, ResourceReport, Sum } from './schema.js';

/** Adds up what is known, currency by currency, and names what is not. */
export function costOf(resources: readonly ResourceReport[]): Report['cost'] {
  return {
    totals: sums(resources),
    byCloud: groups(resources, ({ cloud }) => cloud ?? 'not known yet').flatMap(([cloud, list]) =>
      sums(list).map((sum) => ({ ...sum, cloud })),
    ),
    byCountry: groups(resources, ({ place }) => place.country ?? '').flatMap(([country, list]) =>
      sums(list).map((sum) => ({ ...sum, country: country || null })),
    ),
    unknown: addresses(resources, 'unknown'),
    unpriced: addresses(resources, 'unpriced'),
  };
}

function sums(resources: readonly ResourceReport[]): Sum[] {
  const amounts = resources.flatMap(({ cost }) => [cost.now, cost.planned]);
  const currencies = [...new Set(amounts.flatMap(({ currency }) => currency ?? []))].sort();
  return currencies.map((currency) => {
    const now = added(
      resources.map(({ cost }) => cost.now),
      currency,
    );
    const planned = added(
      resources.map(({ cost }) => cost.planned),
      currency,
    );
    return { currency, now, planned, difference: rounded(planned - now) };
  });
}

function added(amounts: readonly Amount[], currency: string): number {
  return rounded(amounts.reduce((sum, one) => sum + (one.currency === currency ? (one.perMonth ?? 0) : 0), 0));
}

/** Without what binary fractions add: no price list has more than six decimals. */
function rounded(price: number): number {
  return Number(price.toFixed(6));
}

function groups<T>(list: readonly T[], by: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of list) {
    const group = found.get(by(one));
    if (group) group.push(one);
    else found.set(by(one), [one]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addresses(resources: readonly ResourceReport[], state: Amount['state']): string[] {
  return resources
    .filter(({ cost }) => cost.now.state === state || cost.planned.state === state)
    .map(({ address }) => address);
}
