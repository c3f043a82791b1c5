import type { CloudRequest, Reply } from '../core/http.js';
import { internal, malformed } from './errors.js';
import { isUuid, ok } from './routes.js';

const RESERVED = ['page', 'pageSize', 'sort'];
const MOST = 100;

/** Whether a row has one of the values. */
interface Filter<T> {
  (row: T, values: readonly string[]): boolean;
  /** @throws Refusal for values that are none */
  check?(values: readonly string[]): void;
}

export interface Listing<T> {
  /** Whether a row has one of the values that a filter names. */
  filters: Readonly<Record<string, Filter<T>>>;
  /** What to sort by; nothing comes last, as in PostgreSQL. */
  sorts: Readonly<Record<string, (row: T) => string | number | undefined>>;
  view(row: T): unknown;
}

/** A page of `rows`, as `?page=&pageSize=&sort=±field&<filter>=` asks for it. @throws Refusal for pages, filters and orders there are not */
export function paged<T>({ query }: CloudRequest, rows: readonly T[], listing: Listing<T>): Reply {
  const [page, pageSize] = [numberOf(query, 'page', 1), numberOf(query, 'pageSize', 10)];
  if (pageSize > MOST) throw malformed(`pageSize parameter must not exceed ${MOST}, got: ${pageSize}`);
  let found = [...rows];
  for (const field of new Set(query.keys())) {
    if (RESERVED.includes(field)) continue;
    const filter = listing.filters[field];
    // What the database layer refuses is no fault of the caller's to the core: 500.
    if (!filter) throw internal(`cannot filter by field ${field}`);
    const values = query.getAll(field);
    // Values are read before rows are.
    if (filter.check) filter.check(values);
    found = found.filter((row) => filter(row, values));
  }
  const sort = query.get('sort') ?? '';
  if (sort) {
    // A plus that nobody escaped arrives as a space.
    const [, sign, field = ''] = /^([-+ ]?)(.*)$/.exec(sort) ?? [];
    const by = listing.sorts[field];
    // The core's words forget which.
    if (!by) throw internal('cannot sort by field ');
    const order = sign === '-' ? -1 : 1;
    const rank = new Map(rows.map((row, i) => [row, i]));
    const place = (row: T) => rank.get(row) ?? 0;
    found.sort((a, b) => order * (compare(by(a), by(b)) || compare(place(a), place(b))));
  }
  const totalPages = Math.ceil(found.length / pageSize);
  return ok({
    items: found.slice((page - 1) * pageSize, page * pageSize).map(listing.view),
    totalItems: found.length,
    totalPages,
    currentPage: page,
    hasNext: page < totalPages,
    hasPrev: page > 1,
  });
}

type Rank = string | number | undefined;

function compare(a: Rank, b: Rank): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows whose field is one of the ids. @throws Refusal 500 for what is none: to the core that is no fault of the caller's */
export function byId<T>(of: (row: T) => string | undefined): Filter<T> {
  return checking(of, (one) => (isUuid(one) ? undefined : `invalid UUID length: ${one.length}`));
}

/** Rows whose field is one of the words that there are. @throws Refusal 500 */
export function byWord<T>(of: (row: T) => string, allowed: readonly string[], what: string): Filter<T> {
  return checking(of, (one) => (allowed.includes(one) ? undefined : `invalid ${what}: ${one}`));
}

function checking<T>(of: (row: T) => string | undefined, wrong: (one: string) => string | undefined): Filter<T> {
  const filter: Filter<T> = (row, values) => values.includes(of(row) ?? '');
  filter.check = (values) => {
    const words = values.map(wrong).find((one) => one !== undefined);
    if (words !== undefined) throw internal(words);
  };
  return filter;
}

function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (!text) return otherwise;
  if (!/^[+-]?\d+$/.test(text)) throw malformed(`invalid ${name} parameter: ${text}`);
  if (Number(text) < 1) throw malformed(`${name} parameter must be greater than 0, got: ${text}`);
  return Number(text);
}

/** Whether any value stands in the text, case aside. */
export function contains(text: string, values: readonly string[]): boolean {
  const wanted = values.map((one) => one.trim().toLowerCase()).filter(Boolean);
  return wanted.length === 0 || wanted.some((one) => text.toLowerCase().includes(one));
}
