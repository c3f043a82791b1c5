import { isObject } from '../openapi/json.js';

/** The types that the vendor's client knows (@scaleway/sdk-client 1.3.3, its error parser), and those its Instance API adds. */
const TYPES = new Set(
  [
    'already_exists denied_authentication expired internal invalid_arguments locked not_found out_of_stock',
    'permissions_denied precondition_failed quotas_exceeded too_many_requests transient_state',
    'invalid_request_error unknown_resource',
  ].flatMap((line) => line.split(' ')),
);

/** What is wrong with a refusal: the description has none, so this goes by what the vendor's client parses. */
export function refusalProblems(status: number, body: unknown): string[] {
  // A gateway in front of the API answers in text or not at all (seen with 404, 429 and from 501 on, 2026-07).
  if (body === undefined) return [404, 429].includes(status) || status > 500 ? [] : [`a refusal without a body`];
  if (!isObject(body)) return status > 500 ? [] : ['a refusal that is no object'];
  const { type, message } = body;
  if (typeof message !== 'string') return ['a refusal without a message'];
  return typeof type === 'string' && TYPES.has(type) ? [] : [`a refusal of the type ${JSON.stringify(type)}`];
}
