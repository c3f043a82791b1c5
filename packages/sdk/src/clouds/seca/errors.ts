import { CloudError, type ErrorCode } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import type { WireProblem } from './wire.js';

/** What a status means. 412 is what the published suite wants for every constraint, and 422 what the specification says (read 2026-11). */
const MEANINGS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  423: 'locked',
  429: 'rate-limited',
};

/** The attribute of the model that a field of a spec carries. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '/spec/skuRef': 'size',
  '/spec/sizeGB': 'sizeGib',
  '/spec/sourceImageRef': 'image',
  '/spec/zone': 'region',
  '/spec/userData': 'userData',
  '/spec/sshKeys': 'sshKeyIds',
  '/spec/cidr': 'ipRange',
  '/spec/rules': 'rules',
  '/spec/version': 'version',
  '/labels': 'labels',
};

/** What a refused request means. */
export function refusal({ status, headers, body }: HttpResponse, request: HttpRequest): CloudError {
  const { type, title, detail, sources } = (typeof body === 'object' && body !== null ? body : {}) as WireProblem;
  const word = type?.split('/').at(-1);
  const code = meaningOf(status, word);
  const message = detail ?? title ?? `${request.method} ${request.path} was refused with ${status}`;
  const seconds = Number(headers['retry-after']);
  const blamed = Object.entries(ATTRIBUTES).find(([field]) => sources?.[0]?.pointer?.startsWith(field))?.[1];
  return new CloudError(code, {
    message: message.replace(/\.$/, ''),
    ...(blamed && code === 'invalid' ? { attribute: [blamed] } : {}),
    // Where a 429 says that nothing was done, the same request may pass later; of a 5xx nobody knows.
    ...(code === 'rate-limited' ? { retryable: true } : {}),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    vendor: { status, message, ...(word ? { code: word } : {}) },
  });
}

function meaningOf(status: number, word: string | undefined): ErrorCode {
  const known = MEANINGS[status];
  if (known) return known;
  if (status >= 500) return 'unavailable';
  return status === 412 && word === 'precondition-failed' ? 'conflict' : 'invalid';
}
