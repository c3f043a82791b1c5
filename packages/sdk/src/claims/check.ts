import { controlFindings } from './check-control.js';
import { claimKey } from './claim.js';
import { pathText } from './overlay/mistake.js';
import { CloudRecord } from './record.js';

/** What is wrong with a record, and what to do. */
export interface Finding {
  cloud: string;
  /** `claims[0].validUntil`. */
  path: string;
  message: string;
  next: string;
}

export interface CheckOptions {
  /** The day to judge by, as `2026-11-26`. */
  today: string;
  /** How long a page that was read stays good, in months. */
  maxAgeMonths?: number;
}

/**
 * Certificates run three years with an audit each year, and reports of the C5 or SOC 2 kind cover a year and come out months after it: what
 * was read 18 months ago has had its yearly audit since, and the time to publish the outcome.
 */
export const MAX_AGE_MONTHS = 18;

/**
 * All that is wrong with records on a day: what is malformed, contradicts itself, has run out or was read too long ago.
 *
 * @example
 * checkRecords([], { today: '2026-11-26' }); // []
 */
export function checkRecords(
  records: readonly unknown[],
  { today, maxAgeMonths = MAX_AGE_MONTHS }: CheckOptions,
): Finding[] {
  return records.flatMap((record) => {
    const { data, error } = CloudRecord.safeParse(record);
    const cloud = String((record as { cloud?: unknown } | null)?.cloud ?? 'unknown');
    if (error)
      return error.issues.map(({ path, message }) => ({
        cloud,
        path: pathText(path),
        message,
        next: 'mend the record',
      }));
    return [...agedFindings(data, today, maxAgeMonths), ...ownFindings(data), ...controlFindings(data)].map(
      (finding) => ({
        cloud,
        ...finding,
      }),
    );
  });
}

export type Found = Omit<Finding, 'cloud'>;

function agedFindings(record: CloudRecord, today: string, maxAgeMonths: number): Found[] {
  const oldest = monthsBefore(today, maxAgeMonths);
  const read = datedParts(record).flatMap(({ path, observedOn }): Found[] => {
    if (observedOn > today)
      return [
        { path: `${path}.observedOn`, message: `${observedOn} is not yet`, next: 'give the day on which it was read' },
      ];
    if (observedOn >= oldest) return [];
    const message = `read ${observedOn}, more than ${maxAgeMonths} months ago`;
    return [{ path: `${path}.observedOn`, message, next: 'read the page again; withdraw what it no longer says' }];
  });
  const over = record.claims.flatMap(({ status, validUntil, scheme }, i): Found[] => {
    if (validUntil === null || validUntil >= today || status === 'expired') return [];
    const message = `${scheme} was valid until ${validUntil}, and its status is ${status}`;
    return [
      {
        path: `claims[${i}].validUntil`,
        message,
        next: 'read whether it was renewed; otherwise its status is expired',
      },
    ];
  });
  return [...read, ...over];
}

function ownFindings({ claims, places, interfaces, keys = [] }: CloudRecord): Found[] {
  const regions = new Set(places.map(({ region }) => region));
  const strange = claims.flatMap(({ scope }, i) =>
    (scope.regions ?? []).flatMap((region, j): Found[] => {
      if (regions.has(region)) return [];
      const path = `claims[${i}].scope.regions[${j}]`;
      return [{ path, message: `"${region}" is none of the cloud's places`, next: 'add the place, or mend its id' }];
    }),
  );
  return [
    ...strange,
    ...doubles('claims', claims.map(claimKey)),
    ...doubles(
      'places',
      places.map(({ region }) => region),
    ),
    ...doubles(
      'keys',
      keys.flatMap(({ services }) => services),
    ),
    ...doubles(
      'interfaces',
      interfaces.map((fact) => fact.interface),
    ),
  ];
}

function doubles(list: string, keys: readonly string[]): Found[] {
  return keys.flatMap((key, i): Found[] => {
    const first = keys.indexOf(key);
    if (first === i) return [];
    return [{ path: `${list}[${i}]`, message: `says the same as ${list}[${first}]`, next: 'keep one of them' }];
  });
}

/** Every part that carries a day of reading. */
function datedParts({
  control,
  places,
  interfaces,
  keys = [],
  claims,
}: CloudRecord): { path: string; observedOn: string }[] {
  const list = (name: string, parts: readonly { observedOn: string }[]) =>
    parts.map(({ observedOn }, i) => ({ path: `${name}[${i}]`, observedOn }));
  const entity = control && { path: 'control.contractingEntity', observedOn: control.contractingEntity.observedOn };
  return [
    ...(entity ? [entity] : []),
    ...list('control.chain', control?.chain ?? []),
    ...list('control.statements', control?.statements ?? []),
    ...list('places', places),
    ...list('interfaces', interfaces),
    ...list('keys', keys),
    ...list('claims', claims),
  ];
}

/** The day so many months before; at the end of a shorter month, its last day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
