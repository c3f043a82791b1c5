import type { Reply } from '../core/http.js';

/**
 * HTTP status by error code: docs.hetzner.cloud, section Errors, as in the vendor's OpenAPI 3.1 file of 2026. Where the
 * vendor names a code without its status (`placement_error` and the codes of single operations) it is 422 like its kin.
 */
const STATUS: Readonly<Record<string, number>> = {
  json_error: 400,
  unauthorized: 401,
  token_readonly: 401,
  forbidden: 403,
  maintenance: 403,
  resource_limit_exceeded: 403,
  not_found: 404,
  method_not_allowed: 405,
  uniqueness_error: 409,
  conflict: 409,
  deprecated_api_endpoint: 410,
  resource_unavailable: 412,
  locked: 423,
  protected: 423,
  rate_limit_exceeded: 429,
  server_error: 500,
  bad_gateway: 502,
  unavailable: 503,
  timeout: 504,
};

/** An error of the vendor's API: thrown by handlers, sent as `{"error": {code, message, details}}`. */
export class HetznerError extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> | null = null,
    status?: number,
  ) {
    super(message);
    this.status = status ?? STATUS[code] ?? 422;
  }

  reply(): Reply {
    const { code, message, details } = this;
    return { status: this.status, body: { error: { code, message, details } } };
  }
}

export function notFound(kind: string, id: string | number): HetznerError {
  return new HetznerError('not_found', `${kind} with ID '${id}' not found`);
}

/** `fields` maps a field's name to what is wrong with it. */
export function invalidInput(fields: Readonly<Record<string, string | readonly string[]>>): HetznerError {
  const list = Object.entries(fields).map(([name, said]) => ({
    name,
    messages: typeof said === 'string' ? [said] : said,
  }));
  const names = list.map(({ name }) => `'${name}'`).join(', ');
  const message =
    list.length === 1
      ? `invalid input in field ${names}: ${list[0]!.messages.join(', ')}`
      : `invalid input in fields ${names}`;
  return new HetznerError('invalid_input', message, { fields: list });
}

export function notUnique(kind: string, field = 'name'): HetznerError {
  const message = field === 'name' ? `${kind} name is already used` : `${kind} with the same ${field} already exists`;
  return new HetznerError('uniqueness_error', message, {
    fields: [{ name: field === 'fingerprint' ? 'public_key' : field }],
  });
}

export function locked(kind: string): HetznerError {
  return new HetznerError('locked', `cannot perform operation because ${kind} is locked`);
}

export function isProtected(kind: string, what = 'deletion'): HetznerError {
  return new HetznerError('protected', `${kind} ${what} is protected`);
}

export function limitExceeded(kind: string, name = `${kind.replaceAll(' ', '_')}_limit`): HetznerError {
  return new HetznerError('resource_limit_exceeded', `${kind} limit reached`, { limits: [{ name }] });
}

/** The vendor's code for a bare status, such as an injected one. */
export function errorOfStatus(status: number): HetznerError {
  const code = Object.keys(STATUS).find((candidate) => STATUS[candidate] === status);
  return new HetznerError(
    code ?? (status < 500 ? 'invalid_input' : 'server_error'),
    MESSAGES[status] ?? 'an error occurred',
    null,
    status,
  );
}

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'invalid JSON in request body',
  401: 'unable to authenticate',
  404: 'endpoint not found',
  405: 'method not allowed',
  429: 'rate limit exceeded',
  500: 'internal server error',
  502: 'bad gateway',
  503: 'service unavailable',
  504: 'gateway timeout',
};
