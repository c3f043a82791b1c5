import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { CloudError } from '../../errors/index.js';

/** What is used of upctl's settings (github.com/UpCloudLtd/upcloud-cli, `internal/config`, read 2026-11). Numbers are passwords too. */
const Text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? undefined);
const UpctlFile = z.object({ username: Text, password: Text, token: Text });
export type UpctlFile = z.infer<typeof UpctlFile>;

/** Where upctl keeps its settings. */
export function upctlPath(env: Readonly<Record<string, string | undefined>>): string {
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? env['USERPROFILE'] ?? homedir(), '.config');
  return join(base, 'upctl.yaml');
}

/** The file's content; undefined where there is none. @throws CloudError `invalid` for a broken one. */
export async function readUpctlFile(path: string): Promise<UpctlFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw broken(path, `cannot be read (${code})`);
  }
  try {
    return UpctlFile.parse(parse(text) ?? {});
  } catch {
    // The parser's own message quotes the line, and with it perhaps the password: it must not travel on.
    throw broken(path, 'is not as upctl reads it');
  }
}

function broken(path: string, how: string): CloudError {
  return new CloudError('invalid', {
    message: `${path} ${how}`,
    next: ['mend it: it is YAML with token, or username and password', 'or give the token by UPCLOUD_TOKEN'],
  });
}
