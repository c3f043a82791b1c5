import { type CloudRecord, holdsFor, SERVICES } from '@hansa/sdk/claims';
import { factOf, unitsOf } from './place.js';

/** The claims of its cloud that speak of this kind at this place, by their number. */
export function claimsFor(kind: string, place: string | null, record: CloudRecord | undefined): number[] {
  const service = kind.replaceAll('_', '-');
  // What is no service (an SSH key) has no claim that speaks of it.
  if (!record || !(SERVICES as readonly string[]).includes(service)) return [];
  const fact = place === null ? undefined : factOf(place, record);
  const units = [...(place === null ? [] : unitsOf(place)), ...(fact ? [fact.region] : [])];
  return record.claims.flatMap((claim, i) => {
    const { regions } = claim.scope;
    return holdsFor(claim, service, regions && units.find((unit) => regions.includes(unit))) ? [i] : [];
  });
}
