import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { CloudError, redact } from '../../../errors/index.js';

type Env = Readonly<Record<string, string | undefined>>;

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? undefined);

/** What is used of an entry (docs.openstack.org/openstacksdk, user/config/configuration, read 2026-11). */
const Entry = z.object({
  auth: z
    .object({
      auth_url: text,
      username: text,
      user_id: text,
      password: text,
      user_domain_name: text,
      user_domain_id: text,
      project_name: text,
      project_id: text,
      project_domain_name: text,
      project_domain_id: text,
      domain_name: text,
      domain_id: text,
      application_credential_id: text,
      application_credential_name: text,
      application_credential_secret: text,
    })
    .nullish(),
  auth_type: text,
  profile: text,
  region_name: text,
  regions: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  interface: text,
  endpoint_type: text,
});
const File = z.object({ clouds: z.record(z.string(), Entry).nullish() });

export type CloudEntry = z.infer<typeof Entry>;

export interface CloudsYaml {
  /** The file that was found, or null; the places that were looked at. */
  path: string | null;
  looked: string[];
  clouds: Record<string, CloudEntry>;
}

/**
 * `clouds.yaml` where openstacksdk finds it, the first file that is there, with the secrets of `secure.yaml` merged in.
 *
 * @throws CloudError `invalid` when a file is no YAML or not of that form.
 */
export async function readCloudsYaml(env: Env, workingDirectory = process.cwd()): Promise<CloudsYaml> {
  const home = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? homedir(), '.config');
  const folders = [workingDirectory, join(home, 'openstack'), '/etc/openstack'];
  const candidates = (own: string | undefined, name: string) => [
    ...(own ? [own] : []),
    ...folders.flatMap((folder) => ['yaml', 'yml'].map((end) => join(folder, `${name}.${end}`))),
  ];
  const looked = candidates(env['OS_CLIENT_CONFIG_FILE'], 'clouds');
  const main = await firstOf(looked);
  if (!main) return { path: null, looked, clouds: {} };
  const secure = await firstOf(candidates(env['OS_CLIENT_SECURE_FILE'], 'secure'));
  const merged = File.safeParse(mergeDeep(main.content, secure?.content ?? {}));
  if (!merged.success) {
    const where = merged.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw broken(main.path, `is not as openstacksdk reads it, at ${where}`);
  }
  const clouds = merged.data.clouds ?? {};
  for (const { auth } of Object.values(clouds)) {
    redact(auth?.password);
    redact(auth?.application_credential_secret);
  }
  return { path: main.path, looked, clouds };
}

async function firstOf(paths: readonly string[]): Promise<{ path: string; content: unknown } | undefined> {
  for (const path of paths) {
    try {
      return { path, content: parse(path, await readFile(path, 'utf8')) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      throw code?.startsWith('E') ? broken(path, `cannot be read (${code})`) : error;
    }
  }
  return undefined;
}

function parse(path: string, content: string): unknown {
  const document = parseDocument(content, { prettyErrors: true });
  const [first] = document.errors;
  // The parser's own message quotes the line, and with it perhaps a password: only its place travels on.
  if (first) throw broken(path, `is no YAML at line ${first.linePos?.[0].line ?? '?'}`);
  return document.toJS() ?? {};
}

/** `over` laid over `base`, objects merged key by key. */
function mergeDeep(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over ?? base;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = mergeDeep(base[key], value);
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(path: string, how: string): CloudError {
  return new CloudError('invalid', {
    message: `${path} ${how}`,
    next: ['mend the file, or set OS_CLIENT_CONFIG_FILE to another'],
  });
}
