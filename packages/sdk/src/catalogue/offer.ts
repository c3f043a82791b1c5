import type { Place } from '../places/index.js';
import type { Includes, NativeSize, Price } from '../sizes/index.js';

/** A net price a person can compare: with its source, its date, and what it holds. */
export interface OfferPrice extends Price {
  /** Vendors' prices are taken without value added tax, whose rate is the buyer's own. */
  net: true;
  includes: Includes;
}

/** A size at a place at a cloud with its price. */
export interface Offer extends Omit<NativeSize, 'id' | 'price' | 'diskOnResize'> {
  /** The id that the user gave the cloud. */
  cloud: string;
  place: Place;
  /** The vendor's own name of it, which `size` takes: `cx23`. */
  size: string;
  /** Null where nobody tells one: it is not zero. */
  price: OfferPrice | null;
  /** Who told of the offer: the cloud now, or a snapshot of then. */
  origin: 'api' | 'snapshot';
  /** What was asked, or which list it stands in. */
  source: string;
  /** ISO 8601 moment or day when it was read. */
  readAt: string;
}

/** What is not known of a price. */
export const INCLUDES_UNKNOWN: Includes = { trafficGib: null, storageGib: null, publicIpv4: null };

/**
 * A size that a cloud sells at a place, as an offer.
 *
 * @example
 * const told = { origin: 'api', source: 'GET /server_types', readAt: '2026-11-26T03:00:00Z' } as const;
 * offerOf('hetzner', places[0]!, { ...sizes[0]!, id: 'cx23' }, told).size; // 'cx23'
 */
export function offerOf(
  cloud: string,
  place: Place,
  size: NativeSize,
  told: Pick<Offer, 'origin' | 'source' | 'readAt'>,
): Offer {
  const { id, price, diskOnResize: _resize, ...rest } = size;
  return {
    cloud,
    place,
    size: id,
    ...rest,
    price: price && { ...price, net: true, includes: { ...INCLUDES_UNKNOWN, ...price.includes } },
    ...told,
  };
}
