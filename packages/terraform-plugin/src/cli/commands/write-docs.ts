import { existsSync } from 'node:fs';
import { type Files, keepPages, makePages, type ProviderSchema, readFiles } from '../../docs/index.js';

export interface DocsOptions {
  readonly schema: ProviderSchema;
  readonly out: string;
  /** Where they are; what is not named and not there is left out. */
  readonly examples?: string;
  readonly templates?: string;
  readonly check: boolean;
}

/** Writes a provider's pages, or with `check` tells what is stale. */
export async function writeDocs({ schema, out, check, ...options }: DocsOptions) {
  const files = new Map([...(await folder('examples', options)), ...(await folder('templates', options))]);
  const { written, removed, ...kept } = await keepPages(out, makePages(schema, files), { check });
  const at = (paths: readonly string[]) => paths.map((path) => `${out}/${path}`);
  const notes = at(kept.tooLarge).map((path) => `${path} is larger than 500 kB: a registry cuts it off`);
  const stale = written.length + removed.length > 0;
  return {
    code: check && stale ? 1 : 0,
    json: {
      directory: out,
      pages: kept.pages,
      ...(check ? { stale: written } : { written }),
      removed,
      tooLarge: kept.tooLarge,
    },
    lines: [
      ...at(written).map((path) => (check ? `stale: ${path}` : path)),
      ...at(removed).map((path) => (check ? `left over: ${path}` : `removed ${path}`)),
      ...(stale ? [] : [`${out} is as the provider says: ${kept.pages.length} pages`]),
    ],
    notes: check && stale ? [...notes, 'run the same without --check'] : notes,
  };
}

async function folder(name: 'examples' | 'templates', options: Partial<Record<typeof name, string>>): Promise<Files> {
  const given = options[name];
  if (given === undefined && !existsSync(name)) return new Map();
  return readFiles(name, given ?? name).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`--${name}: ${cause.message}`, { cause });
  });
}
