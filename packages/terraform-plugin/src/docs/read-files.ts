import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_LIMIT_BYTES } from './layout.js';
import type { Files } from './template.js';

/**
 * The texts of a folder as `makePages` takes them, under `root/`. What tools leave there (`.terraform`, `node_modules`) is passed by, and
 * whatever is larger than a page may be.
 *
 * @example
 * makePages(schema, new Map([...(await readFiles('examples', 'docs/examples')), ...(await readFiles('templates', 'templates'))]));
 */
export async function readFiles(root: string, directory: string): Promise<Files> {
  const files = new Map<string, string>();
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory())
      for (const [name, text] of await readFiles(`${root}/${entry.name}`, path)) files.set(name, text);
    else if ((await stat(path)).size <= PAGE_LIMIT_BYTES)
      files.set(`${root}/${entry.name}`, (await readFile(path, 'utf8')).replaceAll('\r\n', '\n'));
  }
  return files;
}
