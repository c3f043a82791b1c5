import type { CloudRecord } from '../claims/index.js';
import { type Candidate, type SettledPolicy, serviceNamed, toldPlace } from '../policy/index.js';
import type { Ruled } from '../runtime/rules.js';

/** A thing of the model as rules see it. `placed` says whether it is known where it stands. */
export function candidateOf(
  { cloud, kind, spec, place, price }: Ruled,
  policy: SettledPolicy,
  record: CloudRecord | undefined,
): { candidate: Candidate; placed: boolean } {
  const service = serviceNamed(kind.name);
  const { region } = spec;
  const told = place === undefined && typeof region === 'string' ? toldPlace(region, record) : undefined;
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
