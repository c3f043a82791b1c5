import { CloudError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import { attributeOf } from './error-fields.js';
import { meaningInWords, meaningOf } from './error-words.js';
import type { WireError } from './wire.js';

/** The CloudError that a refusal of IONOS means. */
export function refusal(response: HttpResponse, request: HttpRequest): CloudError {
  const { status, headers, body } = response;
  const { messages = [] }: WireError = typeof body === 'object' && body !== null ? body : {};
  const said = messages.map(({ message }) => message ?? '').filter(Boolean);
  const meaning = meaningOf(status, said.join(' '));
  const attribute = said.map((one) => attributeOf(request.path, one)).find(Boolean) ?? meaning.attribute;
  const wait = Number(headers['retry-after']);
  const code = messages.find(({ errorCode }) => errorCode)?.errorCode;
  return new CloudError(meaning.code, {
    message: said.map(plain).join('; ') || `${request.method} ${request.path} was refused with ${status}`,
    ...(meaning.next ? { next: meaning.next } : {}),
    ...(attribute ? { attribute } : {}),
    ...(meaning.retryable === undefined ? {} : { retryable: meaning.retryable }),
    ...(wait > 0 && (status === 429 || status === 503) ? { retryAfterMs: wait * 1000 } : {}),
    vendor: {
      ...(code ? { code } : {}),
      status,
      ...(headers['x-request-id'] ? { requestId: headers['x-request-id'] } : {}),
      ...(said.length ? { message: said.join('; ') } : {}),
    },
  });
}

/** Why a request that was accepted came to nothing. Only its message tells. */
export function failure(request: string, message: string): CloudError {
  const { code, next, attribute } = meaningInWords(message) ?? { code: 'unavailable' as const };
  const [, vendorCode] = /^\[([A-Z]+(?:-\d+)+)\]/.exec(message) ?? [];
  return new CloudError(code, {
    message: `the request failed: ${plain(message) || 'no reason is told'}`,
    next: next ?? ['run again', 'or ask IONOS support, with the id of the request'],
    ...(attribute ? { attribute } : {}),
    vendor: { requestId: request, ...(vendorCode ? { code: vendorCode } : {}), ...(message ? { message } : {}) },
  });
}

/** A message without what it begins with for machines: `[(root).properties.cores]`, `[VDC-5-100]`. */
function plain(message: string): string {
  return message
    .replace(/^(\[\(root\)[^ ]*\]|\[[A-Z]+(-\d+)+\])\s*/, '')
    .replace(/\.$/, '')
    .trim();
}
