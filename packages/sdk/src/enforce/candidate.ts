import { type CloudRecord, placeFactOf, SERVICES, type Service } from '../claims/index.js';
import type { AnyKind } from '../kinds/model/index.js';
import type { Candidate, SettledPolicy } from '../policy/index.js';
import type { Ruled } from '../runtime/rules.js';

/** A thing of the model as rules see it. `placed` says whether it is known where it stands. */
export function candidateOf(
  { cloud, kind, spec, place, price }: Ruled,
  policy: SettledPolicy,
  record: CloudRecord | undefined,
): { candidate: Candidate; placed: boolean } {
  const service = serviceOf(kind);
  const told = place === undefined ? toldPlace(spec['region'], record) : undefined;
  const known = place ? { id: place.id, country: place.country, within: Object.values(place.scopes) } : place;
  return {
    placed: place !== undefined || told !== undefined,
    candidate: {
      cloud,
      service,
      place: known ?? told ?? null,
      price: price ?? null,
      // Whoever asks for it gets it from us: nothing of that service is deleted here.
      ...(service !== null && policy.deletionProtection?.includes(service) ? { deletionProtected: true } : {}),
    },
  };
}

/** What a kind is in the words of claims; null where it is no service. */
export function serviceOf({ name }: AnyKind): Service | null {
  const word = name.replaceAll('_', '-');
  return SERVICES.find((service) => service === word) ?? null;
}

/** Where a region lies that no cloud was asked for yet: a country says it, and so may a record. */
function toldPlace(region: unknown, record: CloudRecord | undefined): Candidate['place'] | undefined {
  if (typeof region !== 'string') return undefined;
  const fact = record && placeFactOf(record, region);
  if (fact?.country) return { id: region, country: fact.country };
  return /^[A-Za-z]{2}$/.test(region) ? { id: region, country: region.toUpperCase() } : undefined;
}
