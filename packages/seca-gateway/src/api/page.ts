import { Problem } from '../model/problem.js';
import { selector } from './selector.js';

/** What a list shows of a resource, and by what it is chosen and ordered. */
export interface Listed {
  name: string;
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

/** One page of a collection, in the order of names; the token says after which name the next one begins. */
export function page(items: readonly Listed[], query: ListQuery): { items: object[]; skipToken?: string } {
  const limit = limitOf(query.limit);
  const after = nameIn(query.skipToken);
  const chosen = selector(query.labels);
  const shown = /deleted=(true|only)/.exec(query.accept ?? '')?.[1];
  const wanted = items
    .filter(({ deleted = false }) => (shown === 'only' ? deleted : shown === 'true' || !deleted))
    .filter(({ labels, name }) => (after === undefined || name > after) && chosen(labels))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const here = wanted.slice(0, limit);
  const last = here.at(-1);
  const more = last && wanted.length > limit ? { skipToken: Buffer.from(last.name).toString('base64url') } : {};
  return { items: here.map(({ body }) => body), ...more };
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return MOST;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, MOST);
  throw wrong('limit', `"${text}" is no limit; use 1 to ${MOST}`);
}

function nameIn(token: string | undefined): string | undefined {
  if (!token) return undefined;
  const name = Buffer.from(token, 'base64url').toString();
  if (name !== '' && Buffer.from(name).toString('base64url') === token) return name;
  throw wrong('skipToken', 'the token is none of this list');
}

function wrong(parameter: string, detail: string): Problem {
  return new Problem('invalid-request', detail, [{ pointer: '', parameter }]);
}
