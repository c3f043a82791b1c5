import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { CloudError, redact } from '../../errors/index.js';
import type { HetznerConfig } from './config.js';

const DEFAULT_ENDPOINT = 'https://api.hetzner.cloud/v1';

type Env = Readonly<Record<string, string | undefined>>;

/** What is used of hcloud's `cli.toml` (github.com/hetznercloud/cli, read 2026-11). */
const Preferences = z.object({ endpoint: z.string().optional() }).optional();
const CliToml = z.object({
  active_context: z.string().optional(),
  preferences: Preferences,
  contexts: z.array(z.object({ name: z.string(), token: z.string(), preferences: Preferences })).default([]),
});

export interface Credentials {
  token: string;
  endpoint: string;
}

/**
 * Token and endpoint, where the `hcloud` command finds them: settings, `HCLOUD_TOKEN`, then the active context of `cli.toml`.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken `cli.toml`.
 * @example
 * await findCredentials({}, { HCLOUD_TOKEN: token }); // { token, endpoint: 'https://api.hetzner.cloud/v1' }
 */
export async function findCredentials(config: HetznerConfig, env: Env): Promise<Credentials> {
  // A context named in our settings is meant more than a token that happens to be in the environment.
  const fromEnv = config.context === undefined ? env['HCLOUD_TOKEN'] : undefined;
  const given = config.token?.trim() || fromEnv?.trim();
  const endpoint = config.endpoint || env['HCLOUD_ENDPOINT'];
  const path = env['HCLOUD_CONFIG'] || defaultPath(env);
  // As hcloud does it, the file may name an endpoint for a token from the environment; one from our settings stands alone.
  const file = given && (endpoint || config.token) ? undefined : await readCliToml(path);
  const name = config.context ?? (env['HCLOUD_CONTEXT'] || file?.active_context);
  const context = file?.contexts.find((one) => one.name === name);
  const token = given || context?.token.trim();
  if (!token) throw nowhere(config, path, name, file?.contexts.map((one) => one.name) ?? null);
  redact(token);
  const preferred = context?.preferences?.endpoint ?? file?.preferences?.endpoint;
  return { token, endpoint: endpoint || preferred || DEFAULT_ENDPOINT };
}

function defaultPath(env: Env): string {
  if (process.platform === 'win32' && env['APPDATA']) return join(env['APPDATA'], 'hcloud', 'cli.toml');
  return join(env['HOME'] ?? homedir(), '.config', 'hcloud', 'cli.toml');
}

async function readCliToml(path: string): Promise<z.infer<typeof CliToml> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw broken(path, `cannot be read (${code})`);
  }
  // Loaded here alone: most runs have their token from elsewhere.
  const { parse, TomlError } = await import('smol-toml');
  try {
    return CliToml.parse(parse(text));
  } catch (error) {
    // The parser's own message quotes the line, and with it perhaps the token: it must not travel on.
    throw broken(path, error instanceof TomlError ? `is no TOML at line ${error.line}` : 'is not as hcloud writes it');
  }
}

function broken(path: string, how: string): CloudError {
  return new CloudError('invalid', {
    message: `${path} ${how}`,
    next: ['mend it with `hcloud context create`', 'or give the token by HCLOUD_TOKEN'],
  });
}

function nowhere(config: HetznerConfig, path: string, name: string | undefined, known: string[] | null): CloudError {
  const contexts = known?.length ? `it has ${known.join(', ')}` : 'it has none';
  const wanted = name === undefined ? 'no active context' : `no context "${name}" with a token`;
  const file = known === null ? `${path} (not there)` : `${path} (${wanted}; ${contexts})`;
  const looked = ['token in the settings', ...(config.context === undefined ? ['HCLOUD_TOKEN'] : []), file];
  return new CloudError('unauthenticated', {
    message: `no API token found; looked at ${looked.join(', ')}`,
    attribute: [config.context === undefined ? 'token' : 'context'],
    next: [
      'make a Read & Write token in console.hetzner.com, project, Security, API tokens',
      'then export HCLOUD_TOKEN, or run `hcloud context create`',
    ],
  });
}
