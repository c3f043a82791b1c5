const UNITS_MS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };
/** What a Node timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;

/** Milliseconds from `grpc-timeout` (up to eight digits and a unit); undefined where there is none or it is no timeout. */
export function parseTimeout(header: string | string[] | undefined): number | undefined {
  const match = typeof header === 'string' ? /^(\d{1,8})([HMSmun])$/.exec(header) : null;
  if (!match) return undefined;
  return Math.min(LONGEST_MS, Math.ceil(Number(match[1]) * UNITS_MS[match[2]!]!));
}
