import type { CloudRecord, PlaceFact } from '@hansa/sdk/claims';
import type { Facts } from '../input/resource.js';
import { evidenceOf } from './cloud.js';
import type { ResourceReport } from './schema.js';

/** The place of what stands at none in particular, as the SDK says it. */
export const EVERYWHERE = 'global';

/** Where a resource stands, by what is known of the cloud's places. */
export function placeOf(facts: Facts, record: CloudRecord | undefined): ResourceReport['place'] {
  const id = standsIn(facts);
  const fact = id === null ? undefined : factOf(id, record?.places ?? []);
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

/** Whether a place is of a region: `fr-par-1` is of `fr-par`. Vendors write the same in both cases. */
export function liesIn(place: string, region: string): boolean {
  const [inner, outer] = [place.toLowerCase(), region.toLowerCase()];
  return inner === outer || inner.startsWith(`${outer}-`);
}

/** The narrowest region around a place that is known. */
export function factOf(id: string, places: readonly PlaceFact[]): PlaceFact | undefined {
  const around = places.filter(({ region }) => liesIn(id, region));
  return around.sort((a, b) => b.region.length - a.region.length)[0];
}
