import type { Issue } from '../errors/index.js';
import { atFirst, type Passed } from '../placement/at-first.js';
import type { Spot } from '../places/index.js';
import type { Created } from '../runtime/change/create.js';
import type { CallOptions } from '../runtime/collection.js';
import { type AtSpots, spotsError } from './plan.js';
import { missingReferences, referencesAt } from './references.js';
import { cloudsOf, spotName, wordsOf } from './spot.js';

export interface BeginOptions<S> extends CallOptions {
  /** Values that a plan has promised wherever it will stand. */
  chosen?: Readonly<Record<string, unknown>>;
  /** Told the id as soon as there is one. */
  onCreated?(id: string, spot: S): void;
  /** Told each time that it goes on to another spot. */
  onMove?(passed: Passed<S>, next: S): void;
}

export interface BegunAt<S> extends Created {
  spot: S;
  passed: readonly Passed<S>[];
}

/**
 * Makes a thing at the first spot that has it. What an interrupted run has begun at one of them is finished there, and before anything is
 * made it is known that the specification is meant for all of them.
 */
export async function beginAtSpots<S extends Spot>(
  at: Omit<AtSpots, 'spots'> & { spots: readonly S[] },
  { chosen, onCreated, onMove, signal }: BeginOptions<S>,
): Promise<BegunAt<S>> {
  const { kind, spots, spec, clouds, collection } = at;
  const wrong = spotsError(kind, missing(at));
  if (wrong) throw wrong;
  const specAt = (spot: S) => ({
    ...referencesAt(kind.attributes, spec, spot.cloud, clouds),
    ...wordsOf(spot),
  });
  const make = (spot: S) =>
    collection(spot.cloud).begin({
      ...{ spec: specAt(spot), leaveNothing: true, signal },
      ...(chosen && { chosen }),
      ...(onCreated && { onCreated: (id: string) => onCreated(id, spot) }),
    });
  const begun = spots.length < 2 ? undefined : (spot: S) => collection(spot.cloud).begun(specAt(spot), { signal });
  const { made, ...rest } = await atFirst(spots, make, onMove, begun);
  return { ...made, ...rest };
}

/** Said once a cloud, at the first spot there. */
function missing({ kind, spec, spots, clouds }: Omit<AtSpots, 'collection'>): Issue[] {
  return cloudsOf(spots).flatMap((cloud) => {
    const spot = spots.find((one) => one.cloud === cloud) as Spot;
    const issues = missingReferences(kind.attributes, spec, cloud, clouds);
    return issues.map((one) => ({ ...one, message: `${spotName(spot)}: ${one.message}` }));
  });
}
