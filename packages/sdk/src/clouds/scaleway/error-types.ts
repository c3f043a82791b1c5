import type { CloudErrorDetails, ErrorCode } from '../../errors/index.js';
import type { HttpRequest } from '../../runtime/transport/http.js';
import type { WireError } from './errors.js';

/** What one of Scaleway's error types means in the model. */
export interface Meaning extends Pick<CloudErrorDetails, 'next' | 'attribute' | 'retryable' | 'ambiguous'> {
  code: ErrorCode;
}

const NEW_KEY =
  'check SCW_SECRET_KEY (the secret key, not the access key), or make a new API key in console.scaleway.com, IAM, API keys';
const RAISE = 'ask for a higher quota in console.scaleway.com, Organization, Quotas';
const ELSEWHERE = 'use another size or zone: `hansa offers` lists what can be ordered where';
const GRANT = 'give the API key the permission in console.scaleway.com, IAM, Policies, and check the project id';
const LATER = 'run again later: status.scaleway.com tells of disturbances';

/**
 * Every type of `@scaleway/sdk-client` 2.x (scw/errors, read 2026-11), and the older ones of the Instance API.
 * `retryable` only where nothing was done and waiting helps: a transient state, the rate limit.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  denied_authentication: { code: 'unauthenticated', next: [NEW_KEY] },
  invalid_auth: { code: 'unauthenticated', next: [NEW_KEY] },
  permissions_denied: { code: 'forbidden', next: [GRANT] },
  quotas_exceeded: { code: 'quota-exceeded', next: [RAISE, 'or delete what is no longer needed'] },
  out_of_stock: { code: 'out-of-stock', attribute: ['size'], next: [ELSEWHERE] },
  not_found: { code: 'not-found' },
  unknown_resource: { code: 'not-found' },
  expired: { code: 'not-found' },
  already_exists: { code: 'already-exists', next: ['take another name', 'or import the one that is there'] },
  transient_state: { code: 'locked', retryable: true },
  locked: { code: 'locked', next: ['ask Scaleway support: they locked it'] },
  precondition_failed: { code: 'conflict' },
  resource_still_in_use: { code: 'conflict' },
  conflict: { code: 'conflict' },
  too_many_requests: { code: 'rate-limited', retryable: true },
  invalid_arguments: { code: 'invalid' },
  invalid_request_error: { code: 'invalid' },
};

const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: { code: 'unauthenticated', next: [NEW_KEY] },
  403: { code: 'forbidden', next: [GRANT] },
  404: { code: 'not-found' },
  409: { code: 'conflict' },
  410: { code: 'not-found' },
  412: { code: 'conflict' },
  423: { code: 'locked', retryable: true },
  429: { code: 'rate-limited', retryable: true },
};

/** By type, else by status. The older Instance errors tell quota, use and wrong state in their message alone. */
export function meaningOf(status: number, body: WireError, request: HttpRequest): Meaning {
  if (status === 429) return { code: 'rate-limited', retryable: true };
  const typed = MEANINGS[body.type ?? ''];
  if (!typed && status >= 500) return { code: 'unavailable', ambiguous: true, next: [LATER] };
  const meaning = typed ?? BY_STATUS[status] ?? { code: 'invalid' as const };
  return meaning.code === 'invalid' ? (meaningInWords(body, request) ?? meaning) : meaning;
}

function meaningInWords(body: WireError, request: HttpRequest): Meaning | undefined {
  const details = (body.details ?? []).map((one) => one.help_message ?? '');
  const words = [body.message ?? '', ...details, ...Object.values(body.fields ?? {}).flat()].join(' ').toLowerCase();
  if (/quota exceeded/.test(words)) return MEANINGS['quotas_exceeded'];
  if (/out of stock/.test(words)) return MEANINGS['out_of_stock'];
  if (/\bin use\b|still attached/.test(words) && request.method === 'DELETE') return { code: 'conflict' };
  if (/(should|must) be (stopped|running|powered)/.test(words)) return { code: 'conflict' };
  return undefined;
}
