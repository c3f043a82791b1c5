import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { DiagnosticError } from '@hansa/terraform-plugin';

/** What the provider's configuration comes to: the client of all its resources. */
export class Folder {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  /** The text of a file; null when there is none. */
  async read(path: string): Promise<string | null> {
    return readFile(this.at(path), 'utf8').catch(nothingThere);
  }

  /** Makes a file that was not there. Whoever made it meanwhile keeps theirs. */
  async create(path: string, text: string): Promise<void> {
    const file = this.at(path);
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new DiagnosticError(`${path} is there already`, {
        at: ['path'],
        detail: 'Import it, or choose another path.',
        cause: error,
      });
    });
    await handle.writeFile(text).finally(() => handle.close());
  }

  /** Puts other text in a file, all of it or nothing: a reader never sees half. */
  async replace(path: string, text: string): Promise<void> {
    const file = this.at(path);
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }

  async remove(path: string): Promise<void> {
    await rm(this.at(path), { force: true });
  }

  /** All files below the root, in order. */
  async paths(): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(nothingThere);
    const files = (entries ?? []).filter((entry) => entry.isFile());
    return files.map((entry) => relative(this.root, join(entry.parentPath, entry.name))).sort();
  }

  private at(path: string): string {
    const file = resolve(this.root, path);
    if (file.startsWith(`${this.root}/`)) return file;
    throw new DiagnosticError(`${path} lies outside of the folder`, { at: ['path'], detail: 'Use a path below it.' });
  }
}

export function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
