import { types } from 'node:util';
import { redactText } from './redact.js';

/** Deeper than this no cause explains anything. */
const DEEPEST = 5;

/**
 * A cause that is safe to print: message, code and stack of what was thrown, and of its causes. HTTP libraries hang the whole request
 * on their errors, headers and credentials included; none of that travels on.
 *
 * @param keep errors that are safe by themselves
 */
export function safeCause(cause: unknown, keep: (error: unknown) => boolean, depth = 0): unknown {
  if (cause === undefined || cause === null || keep(cause)) return cause;
  if (!types.isNativeError(cause)) return typeof cause === 'object' ? undefined : redactText(String(cause));
  const deeper = depth < DEEPEST ? safeCause(cause.cause, keep, depth + 1) : undefined;
  const safe = new Error(redactText(cause.message), deeper === undefined ? undefined : { cause: deeper });
  safe.name = cause.name;
  safe.stack = redactText(cause.stack ?? '');
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? Object.assign(safe, { code }) : safe;
}
