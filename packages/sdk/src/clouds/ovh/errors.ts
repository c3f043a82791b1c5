import { CloudError, type CloudErrorDetails, type ErrorCode } from '../../errors/index.js';
import { refusal as openstackRefusal } from '../../openstack/errors.js';
import { readQuota } from '../../openstack/quota.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import { REFUSALS, type Refusal } from './refusals.js';
import type { WireError } from './wire.js';

/** Paths of OVHcloud's own API; everything else is one of the project's OpenStack. */
const OWN = /^(https?:\/\/[^/]+(\/.*)?)?\/(cloud|auth|me|order)(\/|$)/;

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  423: 'locked',
  429: 'rate-limited',
  501: 'unsupported',
};

/**
 * The error that a refused response means. OVHcloud answers `{class, message}`, before it knows who asks `{errorCode, httpCode, message}`;
 * what its OpenStack answered it passes on as message.
 */
export function refusal(response: HttpResponse, request: HttpRequest): CloudError {
  const { status, headers, body } = response;
  if (!OWN.test(request.path)) return openstackRefusal(response, request);
  const said = read(body, status);
  const code = said.errorCode ?? said.class;
  const requestId = headers['x-ovh-queryid'];
  const vendor = { ...(code ? { code } : {}), status, message: said.message, ...(requestId ? { requestId } : {}) };
  const quota = readQuota({ type: code ?? '', message: said.message });
  if (quota) return new CloudError('quota-exceeded', { ...quota, vendor });
  const known = REFUSALS.find((one) => matches(one, said, status));
  const meaning = known?.code ?? BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  return new CloudError(meaning, {
    message: known?.says ?? sentence(said.message),
    vendor,
    ...(known?.attribute ? { attribute: known.attribute } : {}),
    ...nextOf(known, meaning, status, request),
    ...again(meaning, known, headers['retry-after']),
  });
}

function again(meaning: ErrorCode, known: Refusal | undefined, after: string | undefined): Partial<CloudErrorDetails> {
  const seconds = Number(after);
  const retryAfterMs = after && Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
  if (meaning === 'rate-limited') return { retryable: true, ...retryAfterMs };
  if (known?.retryable) return { retryable: true, ...retryAfterMs };
  return known?.lookAgain ? { ambiguous: true } : retryAfterMs;
}

function nextOf(
  known: Refusal | undefined,
  meaning: ErrorCode,
  status: number,
  { method, path }: HttpRequest,
): Pick<CloudErrorDetails, 'next'> {
  if (known?.next) return { next: known.next };
  if (meaning === 'forbidden') {
    const right = `${method} ${path.split('?')[0]}`;
    return { next: [`let the consumer key (its access rules) or the service account (its policy) do ${right}`] };
  }
  return status >= 500 ? { next: ['run again: nothing is lost', 'status-ovhcloud.com tells of incidents'] } : {};
}

function matches({ status, vendor, message }: Refusal, said: WireError, got: number): boolean {
  return (
    (status === undefined || status === got) &&
    (vendor === undefined || vendor.test(said.errorCode ?? said.class ?? '')) &&
    (message === undefined || message.test(said.message))
  );
}

function read(body: unknown, status: number): WireError {
  if (typeof body === 'object' && body !== null) {
    const { message, ...rest } = body as Partial<WireError>;
    return { ...rest, message: message || `HTTP ${status}` };
  }
  const text =
    typeof body === 'string'
      ? body
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : '';
  return { message: text.slice(0, 500) || `HTTP ${status}` };
}

function sentence(message: string): string {
  return message.trim().replace(/\.$/, '');
}
