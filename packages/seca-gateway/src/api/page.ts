import { Problem } from '../model/problem.js';
import { selector } from './selector.js';

/** What a list shows of a resource, and by what it is chosen and ordered. */
export interface Listed {
  name: string;
  /** Its place among the others; without it, they come by their names. */
  place?: string;
  labels: Readonly<Record<string, string>>;
  deleted?: boolean;
  body: object;
}

/** Most that a page holds: what the go-sdk asks for (`options.go`, read 2026-11). */
const MOST = 1000;

export interface ListQuery {
  labels?: string | undefined;
  limit?: string | undefined;
  skipToken?: string | undefined;
  accept?: string | undefined;
}

/** One page of a collection in its order; the token says after what the next one begins. */
export function page(items: readonly Listed[], query: ListQuery): { items: object[]; skipToken?: string } {
  const limit = limitOf(query.limit);
  const after = placeIn(query.skipToken);
  const chosen = selector(query.labels);
  const shown = /deleted=(true|only)/.exec(query.accept ?? '')?.[1];
  const wanted = items
    .filter(({ deleted = false }) => (shown === 'only' ? deleted : shown === 'true' || !deleted))
    .filter((one) => (after === undefined || placeOf(one) > after) && chosen(one.labels))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const here = wanted.slice(0, limit);
  const last = here.at(-1);
  const more = last && wanted.length > limit ? { skipToken: Buffer.from(placeOf(last)).toString('base64url') } : {};
  return { items: here.map(({ body }) => body), ...more };
}

function placeOf({ place, name }: Listed): string {
  return place ?? name;
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return MOST;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, MOST);
  throw wrong('limit', `"${text}" is no limit; use 1 to ${MOST}`);
}

function placeIn(token: string | undefined): string | undefined {
  if (!token) return undefined;
  const place = Buffer.from(token, 'base64url').toString();
  if (place !== '' && Buffer.from(place).toString('base64url') === token) return place;
  throw wrong('skipToken', 'the token is none of this list');
}

function wrong(parameter: string, detail: string): Problem {
  return new Problem('invalid-request', detail, [{ pointer: '', parameter }]);
}
