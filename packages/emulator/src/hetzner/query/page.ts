import type { CloudRequest, Reply } from '../../core/http.js';
import { invalidInput } from '../errors.js';

const DEFAULT_PER_PAGE = 25;
const MAX_PER_PAGE = 50; // docs.hetzner.cloud, section Pagination, read 2026-11

/** One page of a list, with `meta.pagination` and the Link header. Only the items of the page are shown by `view`. */
export function page<T>(request: CloudRequest, root: string, items: readonly T[], view: (item: T) => unknown): Reply {
  const number = positive(request, 'page', 1, Number.MAX_SAFE_INTEGER);
  const perPage = positive(request, 'per_page', DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const pagination = {
    page: number,
    per_page: perPage,
    previous_page: number > 1 ? number - 1 : null,
    next_page: number < last ? number + 1 : null,
    last_page: last,
    total_entries: items.length,
  };
  const link = (['previous_page', 'next_page', 'last_page'] as const)
    .filter((rel) => pagination[rel] !== null)
    .map((rel) => `<${at(request.url, pagination[rel]!)}>; rel="${RELATION[rel]}"`);
  return {
    status: 200,
    headers: { Link: link.join(', ') },
    body: { [root]: items.slice((number - 1) * perPage, number * perPage).map(view), meta: { pagination } },
  };
}

const RELATION = { previous_page: 'prev', next_page: 'next', last_page: 'last' } as const;

function at(url: URL, number: number): string {
  const there = new URL(url);
  there.searchParams.set('page', String(number));
  return there.href;
}

function positive(request: CloudRequest, name: string, fallback: number, max: number): number {
  const text = request.query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > max) {
    throw invalidInput({
      [name]: max === MAX_PER_PAGE ? `must be between 1 and ${max}` : 'must be a positive integer',
    });
  }
  return value;
}
