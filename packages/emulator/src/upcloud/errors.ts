import type { Reply } from '../core/http.js';

/** An error of the vendor's API: thrown by handlers, sent as `{"error": {error_code, error_message}}`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  reply(): Reply {
    return { status: this.status, body: { error: { error_code: this.code, error_message: this.message } } };
  }
}

// Codes are those of UpCloudLtd/upcloud-go-api (`error_codes.go`, read 2026-11); the messages of SERVER_INVALID and TAG_NOT_FOUND are as
// recorded in 2022, all others ours.

export const notFound = (what: string, id: string) =>
  new Refusal(404, `${what.toUpperCase().replaceAll(' ', '_')}_NOT_FOUND`, `The ${what} ${id} does not exist.`);

export const invalid = (attribute: string, message = `The attribute ${attribute} has an invalid value.`) =>
  new Refusal(400, `${attribute.toUpperCase()}_INVALID`, message);

export const missing = (attribute: string) =>
  new Refusal(
    400,
    `${attribute.toUpperCase()}_MISSING`,
    `The required attribute ${attribute} is missing from the request.`,
  );

export const conflict = (code: string, message: string) => new Refusal(409, code, message);

/** Something else is under way on it, or it has to be stopped for this. */
export const stateIllegal = (what: 'server' | 'storage', state: string) =>
  conflict(`${what.toUpperCase()}_STATE_ILLEGAL`, `The ${what} is in a state (${state}) in which this cannot be done.`);

export const limitReached = (what: string) =>
  new Refusal(403, `${what.toUpperCase()}_LIMIT_REACHED`, `The account has reached its limit of this resource.`);

const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['INVALID_REQUEST', 'The request body is not valid.'],
  401: ['AUTHENTICATION_FAILED', 'Authentication failed using the given username and password.'],
  402: ['INSUFFICIENT_CREDITS', 'There are not enough credits to perform the requested action.'],
  403: ['ACTION_FORBIDDEN', 'The action is not allowed for this account.'],
  404: ['NOT_FOUND', 'The requested resource does not exist.'],
  405: ['METHOD_NOT_ALLOWED', 'The method is not allowed for this resource.'],
  409: ['SERVER_STATE_ILLEGAL', 'The resource is in a state in which this cannot be done.'],
};

/** The older resources' body for a bare status, such as an injected one. What stands before the API (429, 502) answers without one. */
export function refused(status: number): Reply {
  const known = BY_STATUS[status];
  if (known) return new Refusal(status, ...known).reply();
  if (status === 500) return new Refusal(500, 'SERVICE_ERROR', 'The service encountered an internal error.').reply();
  return { status };
}
