import type { Action, Events, ShownDiagnostic } from '../events.js';
import type { Outcome } from '../workspace.js';
import type { Actions, Failure, Words } from './step.js';

/** They change nothing, and not every core tells them. */
const LOOKS: ReadonlySet<Action> = new Set(['read', 'open']);

/** Fails where what is done differs from what was expected, line by line. What is only read or opened counts where it is expected. */
export function expectActions(what: string, found: ReadonlyMap<string, Action>, expected: Actions): void {
  const counted = [...found].filter(([address, action]) => !LOOKS.has(action) || address in expected);
  const wrong = [
    ...counted
      .filter(([address, action]) => expected[address] !== action)
      .map(([address, action]) => `+ ${address}: ${action}`),
    ...Object.entries(expected)
      .filter(([address, action]) => found.get(address) !== action)
      .map(([address, action]) => `- ${address}: ${action}`),
  ];
  if (wrong.length > 0) throw new Error(`${what} is not what was expected (+ is, - should be):\n${wrong.join('\n')}`);
}

/**
 * Throws where a command did not fail, or otherwise than it should.
 *
 * @example
 * expectFailure(await workspace.events(['plan']), { says: 'No room', at: 'size = ', errors: 1 });
 */
export function expectFailure(
  { code, diagnostics, text }: Pick<Outcome, 'code'> & Events,
  fails: Words | Failure,
): void {
  if (code === 0) throw new Error('it was expected to fail, and did not');
  const { says, at, errors } = isFailure(fails) ? fails : { says: fails };
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  const failed = (how: string) => new Error(`it failed otherwise than expected (${how}):\n${text}`);
  const match = found.filter((one) => saysAll(one, says));
  if (match.length === 0) throw failed(String(says));
  if (at !== undefined && !match.some(({ snippet }) => has(snippet?.code ?? '', at))) throw failed(`at ${at}`);
  if (errors !== undefined && found.length !== errors) throw failed(`${errors} errors, not ${found.length}`);
}

export function expectWarning({ diagnostics, text }: Events, words: Words): void {
  const found = diagnostics.filter(({ severity }) => severity === 'warning');
  if (!found.some((one) => saysAll(one, words))) throw new Error(`no warning says ${words}:\n${text}`);
}

function isFailure(fails: Words | Failure): fails is Failure {
  return typeof fails === 'object' && 'says' in fails;
}

function saysAll({ summary, detail }: ShownDiagnostic, words: Words): boolean {
  const text = `${summary} ${detail}`.replace(/\s+/g, ' ');
  return [words].flat().every((one) => has(text, one as string | RegExp));
}

function has(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
