// Two spellings, both with microseconds, as recorded in 2026-07: the instance API's Python and the newer APIs' Go.

/** `2026-07-30T12:55:26.540000+00:00` */
export function instanceDate(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}

/** `2026-07-30T12:55:26.540000Z` */
export function date(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
