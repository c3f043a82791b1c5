import type { Clock } from './clock.js';

/** A token bucket: `limit` requests at once, refilled by `perSecond`. */
export interface Rate {
  readonly limit: number;
  readonly perSecond: number;
}

/** What is left after a request, as rate-limit headers tell it. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the bucket is full again, ms since 1970. */
  readonly fullAt: number;
  /** Milliseconds until one more request is allowed; 0 when it is allowed now. */
  readonly waitMs: number;
}

export interface Limiter {
  take(): Allowance;
}

/** A token bucket on a clock. `rate` is asked anew at each request; `undefined` means off: everything is allowed, `vendor` is reported as full. */
export function tokenBucket(clock: Clock, vendor: Rate, rate: () => Rate | undefined): Limiter {
  let tokens = Number.POSITIVE_INFINITY;
  let at = clock.now();
  return {
    take() {
      const now = clock.now();
      const current = rate();
      if (!current) {
        tokens = Number.POSITIVE_INFINITY;
        return { allowed: true, limit: vendor.limit, remaining: vendor.limit, fullAt: now, waitMs: 0 };
      }
      const { limit, perSecond } = current;
      tokens = Math.min(limit, tokens + ((now - at) / 1000) * perSecond);
      at = now;
      const allowed = tokens >= 1;
      if (allowed) tokens -= 1;
      const missingMs = (count: number) => Math.ceil((count / perSecond) * 1000);
      return {
        allowed,
        limit,
        remaining: Math.floor(tokens),
        fullAt: now + missingMs(limit - tokens),
        waitMs: tokens >= 1 ? 0 : missingMs(1 - tokens),
      };
    },
  };
}
