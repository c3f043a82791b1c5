import { CloudError } from './cloud-error.js';
import type { ErrorCode } from './codes.js';

/** One thing found wrong (or worth a warning) in a specification before anything is done. */
export interface Issue {
  severity: 'error' | 'warning';
  code: ErrorCode;
  /** Path of the attribute in the model, camelCase; empty when no single attribute is to blame. */
  attribute: readonly (string | number)[];
  message: string;
  next?: readonly string[];
}

/**
 * Shorthand for an error {@link Issue} at one attribute.
 *
 * @example
 * issue('invalid', 'size', 'no size', ['give size']).attribute; // ['size']
 */
export function issue(
  code: ErrorCode,
  attribute: string | readonly (string | number)[],
  message: string,
  next?: readonly string[],
): Issue {
  const path = typeof attribute === 'string' ? (attribute ? [attribute] : []) : attribute;
  return { severity: 'error', code, attribute: path, message, ...(next?.length ? { next } : {}) };
}

/**
 * The issues as one error: the first leads, the others follow in its message.
 *
 * @example
 * issuesError([issue('invalid', 'size', 'no size')], { cloud: 'hetzner', kind: 'server' }).code; // 'invalid'
 */
export function issuesError(issues: readonly Issue[], where: { cloud?: string; kind?: string }): CloudError {
  const [first, ...more] = issues.filter((i) => i.severity === 'error');
  if (!first) throw new TypeError('issuesError: no error among the issues');
  const rest = more.map((i) => `; ${i.attribute.join('.')}: ${i.message}`).join('');
  return new CloudError(first.code, {
    ...where,
    attribute: first.attribute,
    message: `${first.attribute.length ? `${first.attribute.join('.')}: ` : ''}${first.message}${rest}`,
    next: first.next,
  });
}
