import type { Offer } from './offer.js';

/** How prices are compared. */
export interface PriceOrder {
  /** ISO 4217. Default: the one in which most prices are. */
  currency?: string;
  /** What one unit of another currency is worth in `currency`, as the user says; without one, its prices stay apart. */
  rates?: Readonly<Record<string, number>>;
}

/** Offers told apart by whether their prices can be compared. */
export interface ByPrice {
  /** Null where nothing has a price. */
  currency: string | null;
  /** The cheapest first; at the same price by cloud, place and size, so that the same offers always stand in the same order. */
  compared: Offer[];
  /** In other currencies, for which there is no rate. */
  apart: Offer[];
  /** Without a price a month: they may cost anything. */
  unpriced: Offer[];
}

/**
 * Offers by their price a month, within one currency: the same number means something else in another.
 *
 * @example
 * const { offers } = await hansa.offers({ clouds: ['hetzner'], size: 'cx23' });
 * const { compared, apart, unpriced } = byPrice(offers, { currency: 'EUR', rates: { CHF: 1.07 } });
 */
export function byPrice(offers: readonly Offer[], order: PriceOrder = {}): ByPrice {
  const currency = order.currency ?? commonCurrency(offers);
  const sorted: ByPrice = { currency, compared: [], apart: [], unpriced: [] };
  const worth = new Map<Offer, number>();
  for (const offer of offers) {
    const perMonth = priceIn(offer, currency, order.rates);
    if (perMonth !== null) worth.set(offer, perMonth);
    const list = perMonth !== null ? 'compared' : offer.price?.perMonth == null ? 'unpriced' : 'apart';
    sorted[list].push(offer);
  }
  sorted.compared.sort((a, b) => worth.get(a)! - worth.get(b)! || byName(a, b));
  sorted.apart.sort(byName);
  sorted.unpriced.sort(byName);
  return sorted;
}

/**
 * What an offer costs a month in `currency`, net; null where that is not known.
 *
 * @example
 * const { offers } = await hansa.offers({ clouds: ['hetzner'], size: 'cx23', region: 'fsn1' });
 * priceIn(offers[0]!, 'EUR'); // 2.99
 */
export function priceIn({ price }: Offer, currency: string | null, rates: PriceOrder['rates'] = {}): number | null {
  if (price?.perMonth == null || currency === null) return null;
  if (price.currency === currency) return price.perMonth;
  const rate = Object.hasOwn(rates, price.currency) ? rates[price.currency] : undefined;
  return rate === undefined || !(rate > 0) ? null : price.perMonth * rate;
}

/**
 * The currency in which most prices are; null where nothing has a price.
 *
 * @example
 * const { offers } = await hansa.offers({ clouds: ['hetzner'], size: 'cx23' });
 * commonCurrency(offers); // 'EUR'
 */
export function commonCurrency(offers: readonly Offer[]): string | null {
  const counts = new Map<string, number>();
  for (const { price } of offers)
    if (price?.perMonth != null) counts.set(price.currency, (counts.get(price.currency) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
  return first?.[0] ?? null;
}

const byName = (a: Offer, b: Offer) =>
  compare(a.cloud, b.cloud) ||
  compare(a.place.id, b.place.id) ||
  compare(a.size, b.size) ||
  compare(a.price?.currency ?? '', b.price?.currency ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
