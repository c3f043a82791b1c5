import type { CloudRequest, Reply } from '../core/http.js';
import { internal, malformed } from './errors.js';
import { ok } from './routes.js';

const RESERVED = ['page', 'pageSize', 'sort'];
const MOST = 100;

export interface Listing<T> {
  /** Whether a row has one of the values that a filter names. */
  filters: Readonly<Record<string, (row: T, values: readonly string[]) => boolean>>;
  sorts: Readonly<Record<string, (row: T) => string | number>>;
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
    found = found.filter((row) => filter(row, values));
  }
  const sort = query.get('sort') ?? '';
  if (sort) {
    // A plus that nobody escaped arrives as a space.
    const [, sign, field = ''] = /^([-+ ]?)(.*)$/.exec(sort) ?? [];
    const by = listing.sorts[field];
    if (!by) throw internal(`cannot sort by field ${field}`);
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

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

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
