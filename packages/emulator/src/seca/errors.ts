import type { Reply } from '../core/http.js';

/** SECA's types of errors by their statuses (go-sdk `pkg/spec/schema/errors.go`, read 2026-11). */
const TYPES: Readonly<Record<number, readonly [type: string, title: string]>> = {
  400: ['invalid-request', 'Bad Request'],
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['resource-not-found', 'Not Found'],
  409: ['resource-conflict', 'Conflict'],
  412: ['precondition-failed', 'Precondition Failed'],
  500: ['internal-server-error', 'Internal Server Error'],
};

/** What a handler throws to refuse. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly pointer = '',
    /** The type, where it is not that of the status. */
    readonly type?: string,
  ) {
    super(detail);
  }
}

/** A field that cannot be so. The specification wants 422; the published client and conformance suite know 412 alone. */
export const wrong = (pointer: string, detail: string) => new Refusal(412, detail, pointer, 'validation-error');
/** What stands there does not allow it. */
export const unmet = (detail: string) => new Refusal(412, detail);
export const missing = (what: string) => new Refusal(404, `${what} does not exist`);

/** The body of a refusal at that path. What stands before the API (429, 502) answers without one. */
export function refusedAt(instance: string, { status, message, pointer, type }: Refusal): Reply {
  const known = TYPES[status];
  if (!known) return { status };
  const sources = pointer ? [{ pointer, parameter: '' }] : [];
  const word = type ?? known[0];
  const body = {
    type: `http://secapi.cloud/errors/${word}`,
    title: known[1],
    status,
    detail: message,
    instance,
    sources,
  };
  return { status, body };
}
