import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CloudError } from '../../errors/index.js';
import { type Mistake, mistakesError, pathText } from './mistake.js';
import { Overlay } from './schema.js';

/** An overlay with where each of its parts stands, so that what is found later can still name the line. */
export interface ReadOverlay {
  file: string;
  overlay: Overlay;
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * Reads a user's file of claims, YAML or JSON.
 *
 * @throws CloudError `not-found` where it cannot be read, `invalid` with every mistake in it
 */
export async function readOverlay(file: string): Promise<ReadOverlay> {
  return parseOverlay(await textOf(file), file);
}

/** The same, of a text. */
export async function parseOverlay(text: string, file: string): Promise<ReadOverlay> {
  const { isMap, isNode, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  // JSON is YAML too. Dates stay text: YAML 1.2 knows none.
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    throw mistakesError(
      document.errors.map((error) => ({
        file,
        line: error.linePos?.[0].line,
        path: '',
        message: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
        next: 'write it as YAML 1.2 or JSON',
      })),
    );
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const [parent, last] = [document.getIn(path.slice(0, length - 1), true), path[length - 1]];
      // What is wrong begins where its key stands, not where its value does.
      const key = isMap(parent)
        ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key
        : null;
      const node = isScalar(key) ? key : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const { data, error } = Overlay.safeParse(plain(document, file) ?? {}, { reportInput: true });
  if (error) throw mistakesError(error.issues.flatMap((issue) => mistakesOf(issue, file, lineOf)));
  return { file, overlay: data, lineOf };
}

type LineOf = ReadOverlay['lineOf'];

/** What a document says, its aliases resolved: few lines of them can stand for more than any memory holds. */
function plain(document: { toJS(): unknown }, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw mistakesError([{ file, path: '', message, next: 'write out what the aliases stand for' }]);
  }
}

function mistakesOf(issue: z.core.$ZodIssue, file: string, lineOf: LineOf): Mistake[] {
  const at = (path: readonly PropertyKey[], message: string, next: string): Mistake => ({
    file,
    line: lineOf(path),
    path: pathText(path),
    message,
    next,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      at([...issue.path, key], 'there is no such key', 'docs/sovereignty.md lists the keys of a file of claims'),
    );
  if (issue.code === 'invalid_key')
    return [at(issue.path, issue.issues[0]?.message ?? issue.message, 'write the id of a cloud')];
  if (issue.input === undefined && issue.path.length > 0)
    return [at(issue.path, 'it is missing', 'give it; docs/sovereignty.md says what each key means')];
  if (issue.code === 'invalid_value')
    return [
      at(issue.path, `${JSON.stringify(issue.input)} is none of its values`, `use one of ${issue.values.join(', ')}`),
    ];
  return [at(issue.path, issue.message, 'docs/sovereignty.md says what each key means')];
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CloudError('not-found', {
      message: `the file of claims ${file} cannot be read`,
      next: ['name a file that exists and that you may read'],
      cause,
    });
  }
}
