import { isCloudError } from '@hansa/sdk';

/** Where in a request the trouble is: a JSON pointer into the body, or the name of a parameter. */
export interface ProblemSource {
  pointer: string;
  parameter: string;
}

/** SECA's kinds of errors, with the status and the title of each (pkg/spec/schema/errors.go of the go-sdk, read 2026-11). */
const TYPES = {
  'invalid-request': [400, 'Invalid request'],
  unauthorized: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  'resource-not-found': [404, 'Resource not found'],
  'resource-conflict': [409, 'Resource conflict'],
  'precondition-failed': [412, 'Precondition failed'],
  // The specification has 422 for this; its client and its conformance suite know 412 alone (conformance bb6f5fb, read 2026-11).
  'validation-error': [412, 'Validation error'],
  'internal-server-error': [500, 'Internal server error'],
} as const;

export type ProblemType = keyof typeof TYPES;

/** A request that is refused: what SECA answers in the place of a resource. */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    detail: string,
    readonly sources: readonly ProblemSource[] = [],
  ) {
    super(detail);
  }

  get status() {
    return TYPES[this.type][0];
  }

  /** @param instance path of the request */
  body(instance: string): object {
    const [status, title] = TYPES[this.type];
    return {
      type: `http://secapi.cloud/errors/${this.type}`,
      title,
      status,
      detail: this.message,
      instance,
      sources: this.sources,
    };
  }
}

/** A refusal for what stands at `pointer` of the body (`/spec/zone`). */
export function invalid(pointer: string, detail: string): Problem {
  return new Problem('validation-error', detail, [{ pointer, parameter: '' }]);
}

/** Refused because of what stands there now. */
export function unmet(detail: string): Problem {
  return new Problem('precondition-failed', detail);
}

export function absent(what: string): Problem {
  return new Problem('resource-not-found', `there is no ${what}`);
}

/** What a person is told of a failure at the cloud: its message and what to do next. A defect of ours is not told in detail. */
export function explain(error: unknown): { reason: string; message: string } {
  if (!isCloudError(error)) return { reason: 'InternalError', message: 'the gateway failed; its log says more' };
  const { message, next } = error.details;
  const reason = error.code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
  return { reason, message: [message, ...(next ?? []).map((one) => `next: ${one}`)].join('; ') };
}
