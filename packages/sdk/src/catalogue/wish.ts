import { matchPlaces, type Place } from '../places/index.js';
import { type Architecture, fittingSizes, type NativeSize, parseScs, type SizeWish } from '../sizes/index.js';
import type { Offer } from './offer.js';

/** What is asked of offers; what is left out is left open. */
export interface OfferWish {
  /** A place (`fsn1`), a vendor's region (`fr-par`) or a country (`DE`). */
  region?: string;
  /** Places in these countries alone, ISO 3166-1 alpha-2; a place whose country is unknown is in none. */
  countries?: readonly string[];
  /** What serves as this SCS flavour, or a vendor's own type. */
  size?: string;
  /** At least so many. */
  vcpus?: number;
  /** At least so much. */
  memoryGib?: number;
  /** A root disk of at least so many GiB; a size whose disk is chosen apart can have it. */
  diskGib?: number;
  architecture?: Architecture;
  /** What does not fit as well: sizes are asked to be made to the wish's measure, and none is left out. For who chooses, and says why. */
  unfitting?: boolean;
  /** Only what can be ordered now, as far as the vendor says: neither sold out nor ending. */
  available?: boolean;
  /** At most so much a month, net. A price in another currency, or none, passes no limit. */
  maxPrice?: { perMonth: number; currency: string };
}

/** The places that a wish is about, in the cloud's own order. */
export function placesOf(all: readonly Place[], { region, countries }: OfferWish): Place[] {
  const there = region === undefined ? [...all] : matchPlaces(all, region);
  const wanted = countries && new Set(countries.map((country) => country.toUpperCase()));
  return wanted ? there.filter(({ country }) => country !== null && wanted.has(country)) : there;
}

/** What clouds that make sizes to measure are asked to make; half a wish makes none. */
export function measured({ size, vcpus, memoryGib, diskGib, architecture }: OfferWish): SizeWish {
  return {
    size: size ?? null,
    vcpus: vcpus ?? null,
    memoryGib: memoryGib ?? null,
    diskGib: diskGib ?? null,
    architecture: architecture ?? null,
  };
}

/** The sizes of one place that a wish could mean, of each architecture what fits best first. */
export function fitting(sizes: readonly NativeSize[], wish: OfferWish): readonly NativeSize[] {
  const { architecture, size } = wish;
  if (wish.unfitting) return sizes;
  const asked = sizes.filter((one) => !architecture || one.architecture === architecture);
  // Half a wish is a wish here: a list has no need to choose.
  const open = { ...measured(wish), vcpus: wish.vcpus ?? 0, memoryGib: wish.memoryGib ?? 0 };
  if (size) return fittingSizes(asked, open);
  const architectures = architecture ? [architecture] : (['x86', 'arm'] as const);
  return architectures.flatMap((one) => fittingSizes(asked, { ...open, architecture: one }));
}

/** Whether an offer passes what is asked of price and stock. Unknown stock may be there; an unknown price passes no limit. */
export function passes({ available, deprecated, price }: Offer, wish: OfferWish): boolean {
  if (wish.available && (available === false || deprecated)) return false;
  const { maxPrice } = wish;
  if (!maxPrice) return true;
  return price?.perMonth != null && price.currency === maxPrice.currency && price.perMonth <= maxPrice.perMonth;
}

/** Whether the size that is asked for is one: by the SCS grammar, or because one of these is called so. */
export function isSize({ size }: OfferWish, known: readonly NativeSize[]): boolean {
  return size === undefined || parseScs(size) !== null || known.some(({ id }) => id === size);
}
