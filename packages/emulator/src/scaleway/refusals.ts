import type { CloudRequest, Reply } from '../core/http.js';
import {
  deniedAuthentication,
  invalidArguments,
  notFound,
  permissionsDenied,
  preconditionFailed,
  transientState,
} from './errors.js';
import { resourceOf } from './resource-names.js';

/** The vendor's reply for a bare status: a path or method it does not have, broken JSON, a fault on command. */
export function refusal(status: number, { path, method }: CloudRequest): Reply {
  const { resource, id } = resourceOf(path);
  switch (status) {
    case 400:
      return invalidArguments({ argument_name: 'body', reason: 'format', help_message: 'not valid JSON' }).reply();
    case 401:
      return deniedAuthentication('not_found').reply();
    case 403:
      return permissionsDenied(resource, method === 'GET' ? 'read' : 'write').reply();
    case 404:
      return notFound(resource, id).reply();
    case 409:
      return transientState(resource, id, 'unknown').reply();
    case 412:
      return preconditionFailed('unknown_precondition', '').reply();
    case 429:
      // Recorded 2026-07: no body and no Retry-After, this header alone.
      return { status, headers: { 'X-Envoy-Ratelimited': 'true' } };
    case 500:
      return { status, body: { type: 'internal', message: 'internal error' } };
    default:
      return { status, headers: { 'Content-Type': 'text/plain' }, body: TEXTS[status] ?? `error ${status}` };
  }
}

/** What the gateway in front says when nobody behind it answers (Envoy's own words). */
const TEXTS: Record<number, string> = {
  502: 'upstream connect error or disconnect/reset before headers',
  503: 'no healthy upstream',
  504: 'upstream request timeout',
};
