import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { CloudError } from '../../errors/index.js';

const Text = z.string().optional();

/** What is used of a profile (github.com/scaleway/scaleway-sdk-go, scw/config.go, read 2026-11). */
const Profile = z.object({
  access_key: Text,
  secret_key: Text,
  default_project_id: Text,
  default_organization_id: Text,
  default_zone: Text,
  default_region: Text,
  api_url: Text,
});
export type Profile = z.infer<typeof Profile>;

/** scw's `config.yaml`: the default profile at its top level, others by name. */
const ScwFile = Profile.extend({ active_profile: Text, profiles: z.record(z.string(), Profile).nullish() });
export type ScwFile = z.infer<typeof ScwFile>;

/** Where scw keeps its settings. */
export function configPath(env: Readonly<Record<string, string | undefined>>): string {
  if (env['SCW_CONFIG_PATH']) return env['SCW_CONFIG_PATH'];
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? env['USERPROFILE'] ?? homedir(), '.config');
  return join(base, 'scw', 'config.yaml');
}

/** The file's content; undefined where there is none. */
export async function readScwFile(path: string): Promise<ScwFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw broken(path, `cannot be read (${code})`);
  }
  try {
    return ScwFile.parse(parse(text) ?? {});
  } catch {
    // The parser's own message quotes the line, and with it perhaps the key: it must not travel on.
    throw broken(path, 'is not as scw writes it');
  }
}

/** The named profile laid over the default one, as scw does it. */
export function profileNamed(
  file: ScwFile | undefined,
  name: string | undefined,
  path: string,
  asked: boolean,
): Profile {
  if (!file && !asked) return {};
  if (!name || name === 'default') return file ?? {};
  const found = file?.profiles?.[name];
  if (found) return { ...file, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)) };
  const known = Object.keys(file?.profiles ?? {});
  throw new CloudError('unauthenticated', {
    message: `no profile "${name}" in ${path}`,
    attribute: ['profile'],
    next: [known.length ? `use one of ${['default', ...known].join(', ')}` : 'make it with `scw init`'],
  });
}

function broken(path: string, how: string): CloudError {
  return new CloudError('invalid', {
    message: `${path} ${how}`,
    next: ['mend it with `scw init`', 'or give the key by SCW_SECRET_KEY and SCW_DEFAULT_PROJECT_ID'],
  });
}
