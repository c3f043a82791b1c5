import type { Reply } from '../core/http.js';

// Words and statuses as in fulcrumproject/core 499230a (2026-05-27), `pkg/api/response_error.go` and `pkg/middlewares`, read 2026-11.

const WORDS: Readonly<Record<number, string>> = {
  400: 'Invalid request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Resource not found',
  409: 'Conflict',
  500: 'Internal server error',
};

const TEXT = 'text/plain; charset=utf-8';

/** A refusal of the core: thrown by handlers, sent as `{status, error}`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What the property engine found, each at its path. */
    readonly problems?: readonly Problem[],
  ) {
    super(message);
  }

  /** Errors go out as text: the core writes the status before the type of the body. */
  reply(): Reply {
    const { status, message, problems } = this;
    const body = problems
      ? { status: 'Validation failed', valid: false, errors: problems }
      : { status: WORDS[status] ?? `status ${status}`, ...(message ? { error: message } : {}) };
    return { status, headers: { 'Content-Type': TEXT }, body: `${JSON.stringify(body)}\n` };
  }
}

export interface Problem {
  readonly path: string;
  readonly message: string;
}

const NO_ROW = 'resource not found: sql: no rows in result set';

/** What the caller got wrong, found before the core's own rules: a body, an id, a page. */
export const malformed = (message: string) => new Refusal(400, message);
/** What the core's own rules refuse. */
export const invalid = (message: string) => new Refusal(400, `invalid input: ${message}`);
export const forbidden = (message: string) => new Refusal(403, message);
/** A missing thing is a refusal of access: its owner cannot be looked up. */
export const missing = () => new Refusal(403, `cannot load resource: ${NO_ROW}`);
/** The same, where the core looks for something that the body names. */
export const missingIn = () => new Refusal(403, NO_ROW);
export const gone = () => new Refusal(404, '');
export const internal = (message: string) => new Refusal(500, message);
export const unfit = (problems: readonly Problem[]) => new Refusal(400, unfitWords(problems), problems);

/** Told in one line, where the core tells no more of it: one problem, or how many there are. */
export function unfitWords(problems: readonly Problem[]): string {
  return `validation failed: ${problems.length === 1 ? problems[0]?.message : `${problems.length} errors`}`;
}

/** Runs what checks properties where the core passes on the words alone. */
export function inOneLine<T>(act: () => T, before = ''): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal && error.problems) throw invalid(`${before}${unfitWords(error.problems)}`);
    throw error;
  }
}

/** The core's body for a bare status, such as an injected one. */
export function refused(status: number): Reply {
  if (status === 405) return { status };
  if (status === 404) return { status, headers: { 'Content-Type': TEXT }, body: '404 page not found\n' };
  return new Refusal(status, '').reply();
}
