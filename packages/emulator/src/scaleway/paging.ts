import type { CloudRequest, Reply } from '../core/http.js';
import { invalidArguments } from './errors.js';

/** Both generations take at most 100 a page (the vendor's API descriptions, 2026-06). */
const MOST = 100;
/** As Link headers of the instance API show, recorded 2026-07. */
const INSTANCE_DEFAULT = 50;
/** What the newer APIs take by default is not recorded. */
const DEFAULT = 50;

interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly number: number;
  readonly size: number;
}

function cut<T>({ query }: CloudRequest, sizeName: string, fallback: number, all: readonly T[]): Page<T> {
  const number = natural(query, 'page', 1);
  const size = natural(query, sizeName, fallback, MOST);
  return { items: all.slice((number - 1) * size, number * size), total: all.length, number, size };
}

function natural(query: URLSearchParams, name: string, fallback: number, most = Number.MAX_SAFE_INTEGER): number {
  const given = query.get(name);
  if (given === null || given === '') return fallback;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  const help_message = most === MOST ? `must be between 1 and ${most}` : 'must be at least 1';
  throw invalidArguments({ argument_name: name, reason: 'constraint', help_message });
}

/** A page of the newer APIs: `{ things: […], total_count }`. */
export function page<T>(request: CloudRequest, key: string, all: readonly T[], show: (item: T) => unknown): Reply {
  const { items, total } = cut(request, 'page_size', DEFAULT, all);
  return { status: 200, body: { [key]: items.map(show), total_count: total } };
}

/** A page of the instance API: the total and the neighbours stand in headers. */
export function instancePage<T>(
  request: CloudRequest,
  key: string,
  all: readonly T[],
  show: (item: T) => unknown,
): Reply {
  const cutOut = cut(request, 'per_page', INSTANCE_DEFAULT, all);
  return { status: 200, headers: headers(request, cutOut), body: { [key]: cutOut.items.map(show) } };
}

/** The same for the product lists, which are maps by name. */
export function instancePageOfMap(
  request: CloudRequest,
  key: string,
  all: readonly (readonly [string, unknown])[],
): Reply {
  const cutOut = cut(request, 'per_page', INSTANCE_DEFAULT, all);
  return { status: 200, headers: headers(request, cutOut), body: { [key]: Object.fromEntries(cutOut.items) } };
}

function headers({ path, query }: CloudRequest, { total, number, size }: Page<unknown>): Record<string, string> {
  const last = Math.ceil(total / size);
  const rest = [...query].filter(([name]) => name !== 'page' && name !== 'per_page');
  // The vendor leaves a trailing & where nothing follows, and names the path below the zone.
  const tail = new URLSearchParams(rest).toString();
  const below = path.replace(/^\/instance\/v1\/zones\/[^/]+/, '');
  const link = (page: number, rel: string) => `<${below}?page=${page}&per_page=${size}&${tail}>; rel="${rel}"`;
  const links = [
    ...(number > 1 ? [link(1, 'first'), link(number - 1, 'previous')] : []),
    ...(number < last ? [link(number + 1, 'next')] : []),
    link(last, 'last'),
  ];
  return { 'X-Total-Count': String(total), Link: links.join(',') };
}
