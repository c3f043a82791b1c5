import type { Reply } from '../core/http.js';

/** A refusal in the vendor's form: `{ httpStatus, messages: [{ errorCode, message }] }` (Cloud API v6 description, Error, 2023-02). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  reply(): Reply {
    return refusal(this.status, this.errorCode, this.message, this.headers);
  }
}

export function refusal(
  status: number,
  errorCode: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers, body: { httpStatus: status, messages: [{ errorCode, message }] } };
}

/** The vendor's words for bare statuses, where they are known; else the status's own. */
const BARE: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['300', 'Unable to parse the request body'],
  401: ['315', 'Unauthorized'],
  403: ['310', 'Insufficient privileges'],
  404: ['309', 'Resource does not exist'],
  405: ['307', 'Method not allowed'],
  423: ['323', 'The virtual data center is locked by another provisioning'],
  429: ['329', 'Request rate limit exceeded'],
  500: ['500', 'An unexpected error occurred'],
  503: ['503', 'Service is in maintenance'],
};

/** The body of a bare status. */
export function bare(status: number): Reply {
  const [code, message] = BARE[status] ?? [String(status), 'The request was refused'];
  return refusal(status, code, message);
}

export const notFound = (): Refusal => new Refusal(404, '309', 'Resource does not exist');
/** @param at as the vendor writes places in a body: `properties.cores` */
export const invalid = (at: string, message: string): Refusal => new Refusal(422, '100', `[(root).${at}] ${message}`);
export const inUse = (message: string): Refusal => new Refusal(422, '150', `[VDC-5-150] ${message}`);
export const overLimit = (what: string, limit: number): Refusal =>
  new Refusal(422, '200', `[VDC-7-200] The contract's resource limit for ${what} (${limit}) would be exceeded`);
