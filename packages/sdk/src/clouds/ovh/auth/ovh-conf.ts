import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudError } from '../../../errors/index.js';

type Env = Readonly<Record<string, string | undefined>>;
export type Section = Readonly<Record<string, string | undefined>>;

/** What `ovh.conf` says, by section. */
export interface OvhConf {
  sections: Readonly<Record<string, Section>>;
  /** The files that were looked for, those that win last. */
  looked: readonly string[];
}

/**
 * The vendor's `ovh.conf`: that of the system, of the user and of the working directory, a later one winning over an earlier one key by
 * key (github.com/ovh/go-ovh, ovh/configuration.go, read 2026-11).
 */
export async function readOvhConf(env: Env): Promise<OvhConf> {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const looked = ['/etc/ovh.conf', join(home, '.ovh.conf'), resolve('ovh.conf')];
  const sections: Record<string, Record<string, string>> = {};
  for (const path of looked) {
    for (const [name, values] of Object.entries(await sectionsOf(path))) {
      sections[name] = { ...sections[name], ...values };
    }
  }
  return { sections, looked };
}

async function sectionsOf(path: string): Promise<Record<string, Record<string, string>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw new CloudError('invalid', {
      message: `${path} cannot be read (${code ?? String(error)})`,
      next: ['check its permissions, or give the credentials in the settings'],
    });
  }
  // Loaded only where there is such a file.
  const { parse } = await import('ini');
  const parsed = Object.entries(parse(text) as Record<string, unknown>);
  return Object.fromEntries(parsed.flatMap(([name, values]) => (isSection(values) ? [[name, values] as const] : [])));
}

function isSection(values: unknown): values is Record<string, string> {
  return typeof values === 'object' && values !== null;
}
