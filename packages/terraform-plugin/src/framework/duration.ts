/** Milliseconds of Go's units, which Terraform's users know: https://pkg.go.dev/time#ParseDuration, read 2026-11. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** The longest that a timer of Node takes: 24.8 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** Whether it is a duration as Go writes them, and more than none: `1h30m`, `45s`, `1.5h`. */
export function isDuration(text: string): boolean {
  return text !== '' && text.replace(PART, '') === '' && millisecondsOf(text) > 0;
}

export function millisecondsOf(duration: string): number {
  let sum = 0;
  for (const [, amount, unit] of duration.matchAll(PART)) sum += Number(amount) * UNITS[unit!]!;
  return Math.min(sum, LONGEST_MS);
}
