import { type ErrorCode, isCloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import { backoff } from '../transport/retry.js';

/** How often a step of several requests is begun again after an answer was lost in the middle of it. */
const TRIES = 6;
/** Refusals that no movement of the thing explains. Limits and deadlines have been waited for already, where the request was sent. */
export const FINAL: readonly ErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'quota-exceeded',
  'out-of-stock',
  'unsupported',
  'rate-limited',
  'timeout',
];

/**
 * Runs an idempotent step again when it broke off with its outcome unknown. The step itself looks at what is there before it acts,
 * so a repetition finds what the lost request did. A refusal counts as well when `look` shows that the thing has moved on
 * meanwhile: what was refused (detach what is just being detached) was then right a moment ago and is not needed any more.
 *
 * @param before the outline of what the step began from, where it knows; without it the first refusal is always looked into again
 */
export async function persist<T>(
  clock: Clock,
  signal: AbortSignal,
  step: () => Promise<T>,
  look?: () => Promise<unknown>,
  before: () => string | undefined = () => undefined,
): Promise<T> {
  let known: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (!isCloudError(error) || attempt >= TRIES || FINAL.includes(error.code)) throw error;
      const passing = error.details.ambiguous || error.details.retryable;
      if (!passing) {
        if (!look) throw error;
        const now = await outline(look);
        if (now === undefined || now === (known ?? before())) throw error;
        known = now;
      }
      await clock.sleep(backoff(attempt), signal);
    }
  }
}

/** What a thing looks like, to be compared; undefined when that cannot be found out: the first error is the one to tell. */
export async function outline(look: () => Promise<unknown>): Promise<string | undefined> {
  try {
    return outlineOf(await look());
  } catch (error) {
    if (isCloudError(error)) return undefined;
    throw error;
  }
}

export function outlineOf(seen: unknown): string {
  return JSON.stringify(seen ?? null);
}
