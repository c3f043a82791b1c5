import type { CloudRecord, PlaceFact } from '@hansa/sdk/claims';
import type { Facts } from '../input/resource.js';
import { evidenceOf } from './cloud.js';
import type { ResourceReport } from './schema.js';

/** Where a resource stands, by what is known of the cloud's places. */
export function placeOf({ place, region }: Facts, record: CloudRecord | undefined): ResourceReport['place'] {
  const id = place ?? region;
  const fact = id === null ? undefined : factOf(id, record?.places ?? []);
  // A country may stand in the place of a region; then it is what the user asked for, and nobody has to prove it.
  const asked = fact === undefined && place === null && region !== null && /^[A-Z]{2}$/.test(region) ? region : null;
  return {
    id,
    country: fact?.country ?? asked,
    city: fact?.city ?? null,
    evidence: fact ? evidenceOf(fact) : null,
  };
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
