import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseJson } from '../cty/json-text.js';
import { buildProgram } from '../packaging/build.js';
import type { ProviderSchema } from './provider-schema.js';

/** Larger than any provider's: the largest of Go's come to some 100 MB. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Asks a provider's program what it offers: a built one, or one that is bundled just for that. */
export async function readSchema(
  source: { readonly program: string } | { readonly entry: string; readonly conditions?: readonly string[] },
): Promise<ProviderSchema> {
  if ('program' in source) return ask(resolve(source.program), []);
  const folder = await mkdtemp(join(tmpdir(), 'tfplugin-docs-'));
  try {
    const outfile = join(folder, 'provider.cjs');
    await buildProgram({ ...source, entry: resolve(source.entry), outfile });
    return await ask(process.execPath, [outfile]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(program: string, args: readonly string[]): Promise<ProviderSchema> {
  const command = [...args, '--schema'];
  const { stdout } = await promisify(execFile)(program, command, { maxBuffer: MOST_BYTES, env: process.env }).catch(
    (cause: NodeJS.ErrnoException & { stderr?: string }) => {
      const why = cause.code === 'ENOENT' ? 'there is no such program' : (cause.stderr ?? cause.message).trim();
      throw new Error(`${program} does not tell its schema: ${why}`, { cause });
    },
  );
  try {
    return parseJson(stdout) as unknown as ProviderSchema;
  } catch (cause) {
    throw new Error(`${program} --schema prints no schema: is it a provider of this package?`, { cause });
  }
}
