import * as z from 'zod';
import { SCHEME_IDS, type SchemeId, schemeOf } from './schemes.js';
import { SERVICES } from './services.js';
import { Day, type Evidence, Source } from './source.js';

/**
 * `held`: a certificate, attestation or entry in a register. `third-party-assessment`: somebody else judged it, without a certificate.
 * `self-declared`: the cloud says so of itself. `in-process`: begun, not finished. `expired`: held once.
 */
export const STATUSES = ['held', 'third-party-assessment', 'self-declared', 'in-process', 'expired'] as const;
export type Status = (typeof STATUSES)[number];

/** What a claim holds for. Absent services or regions: the source names none, it speaks of the cloud as a whole. */
export const ClaimScope = z.strictObject({
  services: z.array(z.enum(SERVICES)).nonempty().optional(),
  regions: z.array(z.string().min(1)).nonempty().optional(),
});

/** A sourced, dated statement that a cloud meets a scheme. */
export const Claim = z
  .strictObject({
    scheme: z.enum(SCHEME_IDS),
    level: z.string().min(1).optional(),
    status: z.enum(STATUSES),
    scope: ClaimScope.default({}),
    /** Who assessed it; `unknown` where the source does not say. */
    assessedBy: z.string().min(1).default('unknown'),
    /** The last day of its validity; null where the source does not say. */
    validUntil: Day.nullable().default(null),
    ...Source,
  })
  .check(({ value, issues }) => {
    const { levels, awarded, title }: ReturnType<typeof schemeOf> = schemeOf(value.scheme);
    const wrong = (path: string, message: string) =>
      issues.push({ code: 'custom', path: [path], message, input: value[path as keyof typeof value] });
    if (value.level !== undefined && !levels?.includes(value.level))
      wrong(
        'level',
        levels
          ? `"${value.level}" is no level of ${title}; use ${levels.join(', ')}`
          : `${title} has no levels; leave it out`,
      );
    if (awarded && value.status === 'self-declared')
      wrong('status', `nobody can declare ${title} of themselves; name who awarded it, or leave the claim out`);
    else if (awarded && value.status !== 'in-process' && value.assessedBy === 'unknown')
      wrong('assessedBy', `${title} is awarded by somebody; name them`);
  });

export type ClaimScope = z.output<typeof ClaimScope>;
export type Claim = z.output<typeof Claim>;

/**
 * A claim in one line, for the records of this package.
 *
 * @example
 * const page = { evidenceUrl: 'https://example.org/certificates', observedOn: '2026-11-26', confidence: 'medium' } as const;
 * claim('iso-27001', 'held', page).validUntil; // null
 */
export function claim(
  scheme: SchemeId,
  status: Status,
  evidence: Evidence,
  more: Partial<Omit<Claim, 'scheme' | 'status'>> = {},
): Claim {
  return { scheme, status, scope: {}, assessedBy: 'unknown', validUntil: null, ...evidence, ...more };
}

/**
 * The status on a day: what is held runs out after its last day.
 *
 * @example
 * statusOn({ status: 'held', validUntil: '2026-11-25' }, '2026-11-26'); // 'expired'
 */
export function statusOn({ status, validUntil }: Pick<Claim, 'status' | 'validUntil'>, day: string): Status {
  return validUntil !== null && validUntil < day ? 'expired' : status;
}

/**
 * Scheme and scope as one word: of two claims with the same, one replaces the other.
 *
 * @example
 * claimKey({ scheme: 'c5', scope: { services: ['volume', 'server'] } }); // 'c5 server,volume *'
 */
export function claimKey({ scheme, scope }: { scheme: SchemeId; scope: ClaimScope }): string {
  const list = (names: readonly string[] | undefined) => [...(names ?? ['*'])].sort().join(',');
  return `${scheme} ${list(scope.services)} ${list(scope.regions)}`;
}

/**
 * Whether a claim speaks of a service at a region; what names none speaks of all.
 *
 * @example
 * holdsFor({ scope: { services: ['server'] } }, 'volume', undefined); // false
 */
export function holdsFor(
  { scope }: Pick<Claim, 'scope'>,
  service: string | undefined,
  region: string | undefined,
): boolean {
  const among = (names: readonly string[] | undefined, name: string | undefined) =>
    names === undefined || (name !== undefined && names.includes(name));
  return among(scope.services, service) && among(scope.regions, region);
}
