const SHORTEST_MS = 500;
const LONGEST_MS = 2_000;
/** After three minutes nobody misses five seconds. */
const PATIENT_AFTER_MS = 180_000;
const PATIENT_MS = 5_000;

/**
 * How long until the next look at something that has been going on for `ageMs`.
 *
 * Never later than 2 s in the first three minutes, so nothing is reported much too late; sparse at the beginning of what is
 * known to take long. The estimate only thins the early polls and is never trusted for the end (a pure estimate that is
 * twice too long costs its whole length).
 *
 * @example
 * pollAfterMs(0, 60_000); // 2000: a server that takes a minute is not asked twice a second
 * pollAfterMs(0);         // 500
 */
export function pollAfterMs(ageMs: number, expectMs = 0): number {
  if (ageMs >= PATIENT_AFTER_MS) return PATIENT_MS;
  const byAge = ageMs * 0.15;
  const byEstimate = ageMs < expectMs / 2 ? expectMs / 10 : 0;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, byAge, byEstimate));
}
