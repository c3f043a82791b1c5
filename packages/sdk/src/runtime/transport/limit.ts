import { type CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import type { RateLimits } from '../driver/cloud.js';
import { onAbort } from '../on-abort.js';
import type { Link } from './http.js';

/** A vendor that sends everyone away for longer than this, ms, is told to the person rather than waited for in silence. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Keeps to the cloud's limits for one account: so many requests at once, a token bucket where the vendor publishes a rate,
 * and a pause for everyone when the vendor says 429 to one. On the runtime's clock, so that hours can be tested in a second.
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

  return (next) => async (request) => {
    await turns.take(request.signal);
    try {
      for (let ms = owed(); ms > 0; ms = owed()) await clock.sleep(Math.ceil(ms), request.signal);
      return await next(request);
    } catch (error) {
      if (isCloudError(error, 'rate-limited') && error !== paused?.by) {
        const until = clock.now() + (error.details.retryAfterMs ?? 1000);
        if (until > (paused?.until ?? 0)) paused = { until, by: error };
        tokens = 0;
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
  private running = 0;

  constructor(private readonly most: number) {}

  take(signal?: AbortSignal): Promise<void> | void {
    signal?.throwIfAborted();
    if (this.running < this.most) {
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
    const [heir] = this.waiting;
    if (!heir) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(heir);
    heir();
  }
}
