import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { CloudError } from '../../errors/index.js';

const Text = z.string().nullish();
const Credentials = z.object({ token: Text, username: Text, password: Text });
const Profile = z.object({ name: z.string(), environment: Text, credentials: Credentials.nullish() });
const Environment = z.object({
  name: z.string(),
  products: z
    .array(z.object({ name: z.string(), endpoints: z.array(z.object({ name: z.string() })).nullish() }))
    .nullish(),
});

/** What is used of the file that `ionosctl login` writes (ionos-cloud/sdk-go-bundle, fileconfiguration, read 2026-11). */
const IonosFile = z.object({
  currentProfile: Text,
  profiles: z.array(Profile).nullish(),
  environments: z.array(Environment).nullish(),
});
export type IonosFile = z.infer<typeof IonosFile>;

/** What one profile says. */
export interface Said {
  token?: string | null | undefined;
  username?: string | null | undefined;
  password?: string | null | undefined;
  endpoint?: string | undefined;
}

/** The product of the file that stands for this API: the constant says `cloud`, the documentation `compute` (read 2026-11). */
const PRODUCTS = ['cloud', 'compute'];

/** Where IONOS's tools look: its libraries at `~/.ionos/config`, its documentation names `~/.ionos/config.yaml`. */
export function configPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  if (env['IONOS_CONFIG_FILE']) return [env['IONOS_CONFIG_FILE']];
  const folder = join(env['HOME'] ?? env['USERPROFILE'] ?? homedir(), '.ionos');
  return [join(folder, 'config'), join(folder, 'config.yaml')];
}

/** The content of the first of these files that is there; undefined where none is. */
export async function readIonosFile(paths: readonly string[]): Promise<{ path: string; file: IonosFile } | undefined> {
  for (const path of paths) {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      throw broken(path, `cannot be read (${code})`);
    }
    try {
      return { path, file: IonosFile.parse(parse(text) ?? {}) };
    } catch {
      // The parser's own message quotes the line, and with it perhaps the token: it must not travel on.
      throw broken(path, 'is not as ionosctl writes it');
    }
  }
  return undefined;
}

/** What a profile of the file says. @throws CloudError `unauthenticated` where a profile was asked for that is not there */
export function profileNamed(found: { path: string; file: IonosFile } | undefined, asked: string | undefined): Said {
  const name = asked ?? found?.file.currentProfile ?? undefined;
  const profiles = found?.file.profiles ?? [];
  const profile = profiles.find((one) => one.name === name);
  if (!profile && asked !== undefined) {
    const known = profiles.map((one) => one.name).join(', ');
    throw new CloudError('unauthenticated', {
      message: `no profile "${asked}" in ${found?.path ?? "IONOS's config file, which is not there"}`,
      attribute: ['profile'],
      next: [known ? `use one of ${known}` : 'make it with `ionosctl login`'],
    });
  }
  const environment = found?.file.environments?.find((one) => one.name === profile?.environment);
  const product = environment?.products?.find((one) => PRODUCTS.includes(one.name));
  return { ...profile?.credentials, endpoint: product?.endpoints?.[0]?.name };
}

function broken(path: string, how: string): CloudError {
  return new CloudError('invalid', {
    message: `${path} ${how}`,
    next: ['mend it with `ionosctl login`', 'or give the token by IONOS_TOKEN'],
  });
}
