import { randomUUID } from 'node:crypto';
import { invalid } from './errors.js';

/** The first two digits of an id tell its sort, as recorded. */
const SORTS = { server: '00', storage: '01', network: '03', router: '04', serverGroup: '0b' } as const;

export function newId(sort: keyof typeof SORTS): string {
  return SORTS[sort] + randomUUID().slice(2);
}

/** The id as given. @throws Refusal `SERVER_INVALID` and the like where it is no UUID, as recorded. */
export function idOf(given: string | undefined, what: string): string {
  if (given && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given)) return given.toLowerCase();
  throw invalid(what, `The ${what} UUID is invalid.`);
}
