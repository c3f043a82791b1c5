import type { Logger } from '../goplugin/log.js';
import { type Diagnostic, DiagnosticError, type Diagnostics, PROVIDER_FAULT } from './diagnostics.js';
import type { Provider } from './provider.js';

interface Failing {
  readonly diagnose: Provider['diagnose'];
  readonly typeName: string | undefined;
  readonly diagnostics: Diagnostics;
  readonly cancelled: boolean;
  readonly log: Logger;
}

/** Turns whatever was thrown into diagnostics: the provider's own reading first, then ours. */
export async function reportFailure(error: unknown, failing: Failing): Promise<void> {
  const { diagnostics, cancelled, log } = failing;
  for (const single of flatten(error)) {
    if (single instanceof DiagnosticError || isDiagnosticError(single)) {
      diagnostics.add(single.diagnostic);
      continue;
    }
    const own = await ownReading(single, failing);
    diagnostics.add(...own);
    // A call that failed has an error, whatever its provider makes of it: without one core would take it for done.
    if (own.some(({ severity }) => severity !== 'warning')) continue;
    if (cancelled) diagnostics.error('The operation was cancelled', { detail: messageOf(single) });
    else if (isFault(single)) {
      log.error('a fault of the provider', { error: single });
      diagnostics.error(messageOf(single), { detail: `${PROVIDER_FAULT}${placeOf(single)}` });
    } else diagnostics.error(messageOf(single), { detail: causesOf(single) });
  }
}

/** A fault in reading an error must not hide the error. */
async function ownReading(error: unknown, { diagnose, typeName, log }: Failing): Promise<readonly Diagnostic[]> {
  try {
    const own = (await diagnose?.(error, { typeName })) ?? [];
    return Array.isArray(own) ? own : [own as Diagnostic];
  } catch (fault) {
    log.error('the provider could not read an error', { fault });
    return [];
  }
}

/** Packages may be there twice: an error is known by its shape. */
function isDiagnosticError(error: unknown): error is DiagnosticError {
  return error instanceof Error && error.name === 'DiagnosticError' && 'diagnostic' in error;
}

/** What the language throws. Node's own `fetch` throws a TypeError too, but says the cause. */
const FAULTS: readonly string[] = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'];

/** Whether code went wrong, and not what it does: its message says nothing to a user, and to its author little without the place. */
export function isFault(error: unknown): error is Error {
  return error instanceof Error && FAULTS.includes(error.name) && error.cause === undefined;
}

/** Where it was thrown, as far as a trace says. */
function placeOf({ stack = '' }: Error): string {
  const place = /^ {4}(at .*)$/m.exec(stack)?.[1];
  return place === undefined ? '' : `\n\nIt happened ${place}; TF_LOG=error shows the way there.`;
}

function flatten(error: unknown): unknown[] {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors.flatMap(flatten) : [error];
}

/** What an error says in one line, whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  return typeof error === 'string' ? error : 'The provider failed without saying why';
}

function causesOf(error: unknown): string {
  const causes: string[] = [];
  let cause = error instanceof Error ? error.cause : undefined;
  while (cause instanceof Error && causes.length < 5) {
    causes.push(`Caused by: ${messageOf(cause)}`);
    cause = cause.cause;
  }
  return causes.join('\n');
}
