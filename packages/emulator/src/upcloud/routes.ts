import type { CloudRequest, Reply, Route } from '../core/http.js';

type Handle = (request: CloudRequest) => Reply;

/** A path of the API's version 1.3, with and without the slash at its end: UpCloud takes both, and its own client sends both. */
function both(method: string, path: string, handle: Handle): Route[] {
  return [`/1.3${path}`, `/1.3${path}/`].map((one) => ({ method, path: one, handle }));
}

export const get = (path: string, handle: Handle): Route[] => both('GET', path, handle);
/** What is the same for every account, and at any time. */
export const fixed = (path: string, make: () => Reply): Route[] =>
  get(path, make).map((route) => ({ ...route, fixed: true }));
export const post = (path: string, handle: Handle): Route[] => both('POST', path, handle);
export const put = (path: string, handle: Handle): Route[] => both('PUT', path, handle);
export const patch = (path: string, handle: Handle): Route[] => both('PATCH', path, handle);
export const remove = (path: string, handle: Handle): Route[] => both('DELETE', path, handle);

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const accepted = (body: unknown): Reply => ({ status: 202, body });
export const gone: Reply = { status: 204 };

/** A list below its two roots: `{servers: {server: […]}}`. */
export const listed = (many: string, one: string, items: readonly unknown[]): Reply => ok({ [many]: { [one]: items } });
