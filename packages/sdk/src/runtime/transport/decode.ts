import { CloudError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse, Link } from './http.js';

/** Turns JSON bodies into values. A body that was cut short, or that a proxy swallowed, counts as a lost reply, not as an answer. */
export const decode: Link = (next) => async (request) => {
  const response = await next(request);
  if (isHollow(response, request)) throw noAnswer(response, request, 'is empty');
  if (typeof response.body !== 'string') return response;
  const type = response.headers['content-type'] ?? '';
  if (!type.includes('json') && !/^\s*[[{]/.test(response.body)) return response;
  try {
    return { ...response, body: JSON.parse(response.body) as unknown };
  } catch {
    if (response.status >= 400) return response;
    // The parser's own error quotes the body, and with it perhaps a secret: it does not travel on as the cause.
    throw noAnswer(response, request, 'is no whole JSON');
  }
};

/** Read as it stands it would say that nothing is there: a thing would fall out of the state, a list would be empty. Text may be empty. */
function isHollow({ status, body, headers }: HttpResponse, { method }: HttpRequest): boolean {
  const text = (headers['content-type'] ?? '').startsWith('text/plain');
  return method === 'GET' && status >= 200 && status < 300 && body === undefined && !text;
}

function noAnswer({ status }: HttpResponse, { method, path }: HttpRequest, what: string): CloudError {
  return new CloudError('unavailable', {
    message: `the answer to ${method} ${path.split('?')[0]} ${what}`,
    vendor: { status },
    ambiguous: true,
    retryable: true,
    next: ['run again: nothing is lost'],
  });
}
