import { CloudError, isCloudError } from '../errors/index.js';
import type { Spot } from '../places/index.js';

/** A place that had none left, and what it said. */
export interface Passed<S> {
  spot: S;
  error: CloudError;
}

/**
 * Makes something at the first spot that has it: where one is sold out, or the account's quota there is used up, the next is tried. Any
 * other failure ends it, and so does one that left something behind.
 *
 * @param onMove told each time that it goes on to another spot
 * @param begun the id of what an interrupted run has begun at a spot, which is finished before anything is made elsewhere
 * @throws CloudError that of the last spot, with what every one before it said
 * @example
 * const { candidates } = await hansa.place({ size: 'SCS-2V-4', countries: ['DE'] });
 * const { made, spot } = await atFirst(candidates[0] ?? [], async ({ cloud, region }) => `${cloud} ${region}`);
 * made === `${spot.cloud} ${spot.region}`; // true
 */
export async function atFirst<S extends Spot, T>(
  spots: readonly S[],
  make: (spot: S) => Promise<T>,
  onMove: (passed: Passed<S>, next: S) => void = () => {},
  begun: (spot: S) => Promise<string | undefined> = async () => undefined,
): Promise<{ made: T; spot: S; passed: Passed<S>[] }> {
  const passed: Passed<S>[] = [];
  const ids = await Promise.all(spots.map(begun));
  const there = ids.findIndex((id) => id !== undefined);
  const order = there < 0 ? spots : [spots[there] as S, ...spots.filter((_, i) => i !== there)];
  for (const [i, spot] of order.entries()) {
    try {
      return { made: await make(spot), spot, passed };
    } catch (error) {
      const next = order[i + 1];
      if (!isCloudError(error, 'out-of-stock', 'quota-exceeded')) throw error;
      const id = error.details.id ?? (i === 0 && there >= 0 ? await begun(spot) : undefined);
      // What has an id stands there, and is not to be made a second time elsewhere.
      if (id !== undefined) throw error.with({ id });
      if (!next) throw withPassed(error, passed);
      passed.push({ spot, error });
      onMove({ spot, error }, next);
    }
  }
  throw new TypeError('atFirst: no spot to make anything at');
}

function withPassed(error: CloudError, passed: readonly Passed<Spot>[]): CloudError {
  if (passed.length === 0) return error;
  const before = passed.map(({ spot, error: { details } }) => `${spot.cloud} ${spot.region}: ${details.message}`);
  const message = `${error.details.message}; before that, ${before.join('; ')}`;
  return new CloudError(error.code, { ...error.details, message, cause: error.cause });
}
