import { byPrice, type Offer, priceIn } from '@hansa/sdk';
import type { OffersOptions } from './index.js';

/** Offers in the order that was asked for, and what has to be said of it. */
export interface Ordered {
  offers: Offer[];
  notes: string[];
}

/** Keeps what costs at most `--max-price`, and sorts; what cannot be compared is told of, and never taken for cheap or dear. */
export function ordered(all: readonly Offer[], options: OffersOptions): Ordered {
  const { sort, maxPrice, rate: rates } = options;
  if (sort !== 'price' && maxPrice === undefined) return { offers: bySize(all, sort), notes: [] };
  const { currency, compared, apart, unpriced } = byPrice(all, { currency: options.currency, rates });
  if (maxPrice === undefined)
    return {
      offers: [...compared, ...apart, ...unpriced],
      notes: [...notesOf(apart, currency), ...unpricedNotes(unpriced, 'Last')],
    };
  const within = new Set(compared.filter((offer) => (priceIn(offer, currency, rates) ?? 0) <= maxPrice));
  const offers = sort === 'price' ? [...within] : bySize(all, sort).filter((offer) => within.has(offer));
  return { offers, notes: [...notesOf(apart, currency), ...unpricedNotes(unpriced, 'Left out')] };
}

function bySize(all: readonly Offer[], sort: OffersOptions['sort']): Offer[] {
  if (!sort || sort === 'price') return [...all];
  const key = sort === 'memory' ? 'memoryGib' : 'vcpus';
  return [...all].sort((a, b) => a[key] - b[key] || a.vcpus - b.vcpus);
}

function notesOf(apart: readonly Offer[], currency: string | null): string[] {
  const others = [...new Set(apart.map(({ price }) => price?.currency ?? ''))].sort();
  if (others.length === 0) return [];
  return [
    `Prices are compared in ${currency}. Those in ${others.join(', ')} stand apart (--rate ${others[0]}=… compares them).`,
  ];
}

function unpricedNotes(unpriced: readonly Offer[], what: 'Last' | 'Left out'): string[] {
  const clouds = [...new Set(unpriced.map(({ cloud }) => cloud))].sort();
  return clouds.length === 0 ? [] : [`${what}, since their price is not known: offers of ${clouds.join(', ')}.`];
}
