import { STATUS_CODES } from 'node:http';
import type { Reply } from '../core/http.js';

/** What a handler throws to refuse: a status and the vendor's body. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>>,
  ) {
    super(`refused with ${status}`);
  }

  reply(): Reply {
    return { status: this.status, body: this.body };
  }
}

// Bodies before it is known who asks: the codes are those that the vendor's own clients tell apart (github.com/ovh/python-ovh and
// ovh/go-ovh, read 2026-11).
const who = (status: number, errorCode: string, message: string) =>
  new Refusal(status, { errorCode, httpCode: `${status} ${STATUS_CODES[status]}`, message });

export const notCredential = () => who(403, 'NOT_CREDENTIAL', 'You must login first');
export const invalidKey = () => who(403, 'INVALID_KEY', 'Invalid application key');
export const invalidCredential = () => who(403, 'INVALID_CREDENTIAL', 'This credential is not valid');
export const invalidSignature = () => who(400, 'INVALID_SIGNATURE', 'Invalid signature');
export const outOfTime = () => who(400, 'QUERY_TIME_OUT', 'Query out of time');
export const notGranted = () => who(403, 'NOT_GRANTED_CALL', 'This call has not been granted');
export const invalidToken = () => who(401, 'INVALID_TOKEN', 'Invalid or expired token');

// Bodies of the services behind: `class` and `message` (the same clients; issues of ovh/terraform-provider-ovh, read 2026-11).
const said = (status: number, cls: string, message: string) => new Refusal(status, { class: cls, message });

export const notFound = (message: string) => said(404, 'Client::NotFound', message);
export const noSuchService = () => said(404, 'Client::NotFound', 'This service does not exist');
export const noSuchUrl = () => said(404, 'Client::NotFound', 'Got an invalid (or empty) URL');
export const badRequest = (message: string) => said(400, 'Client::BadRequest', message);
export const conflict = (message: string) => said(409, 'Client::Conflict', message);
export const forbidden = (message: string) => said(403, 'Client::Forbidden', message);
export const overQuota = (what: string) => forbidden(`Quota exceeded for ${what}`);

/** The body for a bare status: no such path, wrong method, unreadable JSON, injected faults. */
export function bare(status: number): Reply {
  if (status === 404) return noSuchUrl().reply();
  const side = status >= 500 ? 'Server' : 'Client';
  const words = STATUS_CODES[status] ?? 'Refused';
  return { status, body: { class: `${side}::${words.replace(/[^A-Za-z]/g, '')}`, message: words } };
}
