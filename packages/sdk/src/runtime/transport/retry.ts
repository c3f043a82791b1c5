import { type CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import { type HttpRequest, isRepeatable, type Link } from './http.js';

/**
 * Give up so long after the first failure, ms. A limit or a lock passes by itself, so waiting is worth minutes; a cloud that stays away
 * for three quarters of one is told to the person, who runs again. How long the first attempt itself took (in the queue, or without an
 * answer) does not count: a single request that hangs is always repeated.
 */
const DEADLINES_MS = { 'rate-limited': 10 * 60_000, locked: 5 * 60_000, conflict: 2 * 60_000, other: 45_000 } as const;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 20_000;

/** Says that a request waits and why, so that no silence looks like a hang. */
export type OnRetry = (event: { request: HttpRequest; error: CloudError; attempt: number; waitMs: number }) => void;

/**
 * Repeats what may be repeated: refusals where the vendor says that nothing was done, and lost answers to requests that
 * do no harm twice. Waits as long as the vendor asks, else exponentially with jitter, until a deadline.
 */
export function retry(clock: Clock, onRetry?: OnRetry): Link {
  return (next) => async (request) => {
    let failedAt: number | undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(request);
      } catch (error) {
        if (!isCloudError(error) || !mayRepeat(error, request)) throw error;
        const waitMs = error.details.retryAfterMs ?? backoff(attempt);
        failedAt ??= clock.now();
        if (clock.now() + waitMs > failedAt + deadlineMs(error)) throw error;
        onRetry?.({ request, error, attempt, waitMs });
        await clock.sleep(waitMs, request.signal);
      }
    }
  };
}

function deadlineMs({ code }: CloudError): number {
  return DEADLINES_MS[code as keyof typeof DEADLINES_MS] ?? DEADLINES_MS.other;
}

function mayRepeat(error: CloudError, request: HttpRequest): boolean {
  const { ambiguous, retryable } = error.details;
  if (retryable === false) return false;
  return ambiguous ? isRepeatable(request) : retryable === true;
}

/** Full jitter over a doubling cap: many clients that failed together do not come back together. */
export function backoff(attempt: number): number {
  const cap = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return cap / 2 + (Math.random() * cap) / 2;
}
