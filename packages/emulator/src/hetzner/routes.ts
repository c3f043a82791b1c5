import type { CloudRequest, Reply, Route } from '../core/http.js';
import type { Action } from './actions.js';
import type { World } from './world.js';

type Handle = (request: CloudRequest) => Reply;

export const get = (path: string, handle: Handle): Route => ({ method: 'GET', path, handle });
export const post = (path: string, handle: Handle): Route => ({ method: 'POST', path, handle });
export const put = (path: string, handle: Handle): Route => ({ method: 'PUT', path, handle });
export const remove = (path: string, handle: Handle): Route => ({ method: 'DELETE', path, handle });

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const gone: Reply = { status: 204 };

/** `201 {action}`: how the API answers a request that starts one. */
export function started(world: World, action: Action): Reply {
  return created({ action: world.show(action) });
}
