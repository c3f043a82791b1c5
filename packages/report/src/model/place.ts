import { type CloudRecord, type PlaceFact, placeFactOf } from '@hansa/sdk/claims';
import type { Facts } from '../input/resource.js';
import { evidenceOf } from './cloud.js';
import type { ResourceReport } from './schema.js';

/** The place of what stands at none in particular, as the SDK says it. */
export const EVERYWHERE = 'global';

/** Where a resource stands, by what is known of the cloud's places. */
export function placeOf(facts: Facts, record: CloudRecord | undefined): ResourceReport['place'] {
  const id = standsIn(facts);
  const fact = id === null ? undefined : factOf(id, record);
  return {
    id: id ?? facts.place,
    country: fact?.country ?? countryAsked(facts),
    city: fact?.city ?? null,
    evidence: fact ? evidenceOf(fact) : null,
  };
}

/** The place, or the region as written where that is not known yet; null for what stands at none in particular. */
export function standsIn({ place, region }: Facts): string | null {
  return place === EVERYWHERE ? null : (place ?? region);
}

/** The country that stands in the place of a region, as long as that is all there is. */
export function countryAsked({ place, region }: Facts): string | null {
  return place === null && region !== null && /^[A-Z]{2}$/.test(region) ? region : null;
}

/**
 * A place and the wider units that it may lie in, the narrowest first: `fr-par-1` lies in `fr-par`. No state tells them; where a vendor
 * writes its zones small and its regions large, both forms are among them.
 */
export function unitsOf(place: string): string[] {
  const parts = place.split('-');
  const units = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
  return [...new Set(units.flatMap((unit) => [unit, unit.toUpperCase()]))];
}

/** What is known of the country of a place. */
export function factOf(place: string, record: CloudRecord | undefined): PlaceFact | undefined {
  return record && placeFactOf(record, ...unitsOf(place));
}
