import { CloudError } from '../../errors/index.js';
import type { Link } from './http.js';

/** Turns JSON bodies into values. A body that was cut short counts as a lost reply, not as an answer. */
export const decode: Link = (next) => async (request) => {
  const response = await next(request);
  if (typeof response.body !== 'string') return response;
  const type = response.headers['content-type'] ?? '';
  if (!type.includes('json') && !/^\s*[[{]/.test(response.body)) return response;
  try {
    return { ...response, body: JSON.parse(response.body) as unknown };
  } catch {
    if (response.status >= 400) return response;
    // The parser's own error quotes the body, and with it perhaps a secret: it does not travel on as the cause.
    throw new CloudError('unavailable', {
      message: `the answer to ${request.method} ${request.path.split('?')[0]} is no whole JSON`,
      vendor: { status: response.status },
      ambiguous: true,
      retryable: true,
      next: ['run again: nothing is lost'],
    });
  }
};
