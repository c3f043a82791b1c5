import type { Recorded } from '../exchange.js';
import { isObject } from '../openapi/json.js';

/** Codes before it is known who asks, which the vendor's own clients tell apart (github.com/ovh/python-ovh, ovh/client.py, read 2026-11). */
const WHO = [
  'FORBIDDEN',
  'INVALID_CREDENTIAL',
  'INVALID_KEY',
  'INVALID_SIGNATURE',
  'INVALID_TOKEN',
  'NOT_CREDENTIAL',
  'NOT_GRANTED_CALL',
  'QUERY_TIME_OUT',
];

/** What is wrong with a refusal: the description has none, so this goes by what the vendor's clients read. */
export function refusalProblems({ status = 0, responseBody: body, responseHeaders }: Recorded): string[] {
  const problems = responseHeaders['x-ovh-queryid'] ? [] : ['a refusal without an id (X-OVH-QUERYID)'];
  if (!isObject(body) || typeof body['message'] !== 'string') return [...problems, 'a refusal without a message'];
  const { errorCode, httpCode, class: named } = body;
  if (errorCode !== undefined) {
    if (!WHO.includes(String(errorCode))) problems.push(`a refusal with the code ${JSON.stringify(errorCode)}`);
    if (!String(httpCode).startsWith(`${status} `))
      problems.push(`a refusal with the httpCode ${JSON.stringify(httpCode)}`);
    return problems;
  }
  const side = status >= 500 ? 'Server::' : 'Client::';
  return typeof named === 'string' && named.startsWith(side)
    ? problems
    : [...problems, `a refusal of the class ${JSON.stringify(named)}`];
}
