import type { CloudRequest } from '../core/http.js';
import { deniedAuthentication, permissionsDenied } from './errors.js';
import { isUuid } from './ids.js';
import { resourceOf } from './resource-names.js';
import type { World } from './world.js';

/** Whoever asks may read the catalogue (docs.scaleway.com product catalogue, read 2026-06). */
const PUBLIC = /^\/(product-catalog|marketplace)\//;

/** @throws Refusal where the secret key is missing, malformed, unknown, or may only read. */
export function authenticate(world: World, request: CloudRequest): void {
  if (PUBLIC.test(request.path)) return;
  const token = request.headers['x-auth-token'];
  if (typeof token !== 'string' || !isUuid(token)) throw deniedAuthentication('invalid_argument');
  const { secretKey, readOnlySecretKey } = world.context.credentials;
  if (token === secretKey) return;
  if (token !== readOnlySecretKey) throw deniedAuthentication('not_found');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads) throw permissionsDenied(resourceOf(request.path).resource, 'write');
}
