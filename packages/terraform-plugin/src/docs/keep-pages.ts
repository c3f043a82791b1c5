import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DiagnosticError } from '../framework/diagnostics.js';
import { LAYOUT, PAGE_LIMIT_BYTES, SORTS } from './layout.js';
import type { Pages } from './make-pages.js';
import { isGenerated } from './page.js';

/** What was done, or with `check` would have been: paths below the folder. */
export interface Kept {
  readonly pages: readonly string[];
  readonly written: readonly string[];
  /** Of what is not there any more. */
  readonly removed: readonly string[];
  /** Larger than a registry shows. */
  readonly tooLarge: readonly string[];
}

/**
 * Brings a folder to these pages: writes what differs and removes pages of what is gone. Pages that somebody wrote by hand stay.
 *
 * @throws DiagnosticError, before anything is written, where a page by hand is in the way
 */
export async function keepPages(directory: string, pages: Pages, { check = false } = {}): Promise<Kept> {
  const there = new Map(await Promise.all([...pages.keys()].map(async (path) => [path, await read(path)] as const)));
  const written = [...pages].filter(([path, text]) => there.get(path) !== text).map(([path]) => path);
  const removed = await leftOver(directory, pages);
  const tooLarge = [...pages].filter(([, text]) => Buffer.byteLength(text) > PAGE_LIMIT_BYTES).map(([path]) => path);
  const kept = { pages: [...pages.keys()], written, removed, tooLarge };
  if (check) return kept;
  const byHand = written.filter((path) => {
    const text = there.get(path);
    return text !== undefined && !path.startsWith('guides/') && !isGenerated(text);
  });
  if (byHand.length > 0) {
    throw new DiagnosticError(`${byHand.map((path) => join(directory, path)).join(', ')}: written by hand, so kept`, {
      detail: 'Move it to the templates (templates/<the same path>), or remove it.',
    });
  }
  for (const path of written) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), pages.get(path) ?? '');
  }
  for (const path of removed) await rm(join(directory, path));
  return kept;

  function read(path: string): Promise<string | undefined> {
    return readFile(join(directory, path), 'utf8').catch(nothing);
  }
}

/** Pages that were made for what is not there any more. */
async function leftOver(directory: string, pages: Pages): Promise<string[]> {
  const folders = SORTS.map((sort) => LAYOUT[sort].folder);
  const found = folders.map(async (folder) => {
    const names = (await readdir(join(directory, folder)).catch(nothing)) ?? [];
    const paths = names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
    const gone = paths.filter((path) => !pages.has(path));
    const ours = await Promise.all(
      gone.map(async (path) => isGenerated(await readFile(join(directory, path), 'utf8'))),
    );
    return gone.filter((_, index) => ours[index]);
  });
  return (await Promise.all(found)).flat().sort();
}

function nothing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
