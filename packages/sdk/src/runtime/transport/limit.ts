import { type CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import type { RateLimits } from '../driver/cloud.js';
import { onAbort } from '../on-abort.js';
import type { Link } from './http.js';

/** A vendor that sends everyone away for longer than this, ms, is told to the person rather than waited for in silence. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Keeps to the cloud's limits for one account: so many requests at once, a token bucket where the vendor publishes a rate,
 * and a pause for everyone when the vendor says 429 to one. What the vendor's answers say is left is believed over our own count: other
 * programs use the account too, and a 429 may have had another reason. After a refusal fewer go at once, and more again as they get
 * through: a crowd that waits together must not come back together. On the runtime's clock, so that hours can be tested in a second.
 */
export function limit(clock: Clock, { concurrency, rate }: RateLimits): Link {
  const turns = new Turns(concurrency);
  let tokens = rate?.burst ?? 0;
  let filledAt = clock.now();
  let paused: { until: number; by: CloudError } | undefined;

  /** Milliseconds until one more request may go; takes its token when that is now. */
  const owed = (): number => {
    const now = clock.now();
    if (paused && paused.until > now + LONGEST_PAUSE_MS) throw paused.by;
    if (paused && paused.until > now) return paused.until - now;
    if (!rate) return 0;
    tokens = Math.min(rate.burst, tokens + ((now - filledAt) / 1000) * rate.perSecond);
    filledAt = now;
    if (tokens < 1) return ((1 - tokens) / rate.perSecond) * 1000;
    tokens -= 1;
    return 0;
  };

  /** Those under way may not be counted in an answer yet. */
  const believe = (left: number | undefined): void => {
    if (!rate || left === undefined) return;
    tokens = Math.max(0, Math.min(rate.burst, left - (turns.running - 1)));
    filledAt = clock.now();
  };

  return (next) => async (request) => {
    await turns.take(request.signal);
    try {
      for (let ms = owed(); ms > 0; ms = owed()) await clock.sleep(Math.ceil(ms), request.signal);
      const response = await next(request);
      believe(rate?.remaining?.(response.headers));
      turns.widen();
      return response;
    } catch (error) {
      if (isCloudError(error, 'rate-limited') && error !== paused?.by) {
        const until = clock.now() + (error.details.retryAfterMs ?? 1000);
        if (until > (paused?.until ?? 0)) paused = { until, by: error };
        tokens = 0;
        turns.narrow();
      }
      throw error;
    } finally {
      turns.give();
    }
  };
}

/** So many turns at once; who comes later gets the turn of who came first to its end. */
class Turns {
  private readonly waiting = new Set<() => void>();
  running = 0;
  /** How many may run now; a fraction is on its way to one more. */
  private now: number;

  constructor(private readonly most: number) {
    this.now = most;
  }

  /** Half as many from now on, one at least. */
  narrow(): void {
    this.now = Math.max(1, Math.floor(this.now / 2));
  }

  /** One more when as many as run at once have got through. */
  widen(): void {
    this.now = Math.min(this.most, this.now + 1 / Math.floor(this.now));
  }

  take(signal?: AbortSignal): Promise<void> | void {
    signal?.throwIfAborted();
    if (this.running < Math.floor(this.now)) {
      this.running += 1;
      return;
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        keep();
        resolve();
      };
      const keep = onAbort(signal, () => {
        this.waiting.delete(go);
        reject(signal?.reason);
      });
      this.waiting.add(go);
    });
  }

  give(): void {
    this.running -= 1;
    for (const heir of this.waiting) {
      if (this.running >= Math.floor(this.now)) return;
      this.waiting.delete(heir);
      this.running += 1;
      heir();
    }
  }
}
