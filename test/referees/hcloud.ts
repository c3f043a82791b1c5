import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * The vendor's own command line, of Debian's package hcloud-cli (1.30.3 in Debian 12); where it cannot be fetched, the reason.
 */
export function findHcloud(): { program: string } | { reason: string } {
  const tool = join(__dirname, '../../scripts/debian-tool.mjs');
  try {
    const words = [tool, 'hcloud-cli', 'usr/bin/hcloud'];
    return { program: execFileSync(process.execPath, words, { encoding: 'utf8', stdio: 'pipe' }).trim() };
  } catch (error) {
    return { reason: String((error as { stderr?: string }).stderr ?? error).trim() };
  }
}

/** Runs hcloud against an emulator; its output, or an error with all it said. */
export function hcloudAt(program: string, env: Readonly<Record<string, string>>) {
  const hcloud = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      // No home: a configuration of the person who runs the tests must not matter.
      const child = spawn(program, words, { env: { HOME: '/nonexistent', ...env } });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(output) : reject(new Error(`hcloud ${words.join(' ')}: ${output}`)),
      );
    });
  /** The same with `-o json`, parsed. */
  const json = async <T = Json>(...words: string[]): Promise<T> =>
    JSON.parse(await hcloud(...words, '-o', 'json')) as T;
  return { hcloud, json };
}

export interface Json {
  // biome-ignore lint/suspicious/noExplicitAny: the vendor's own shapes
  [name: string]: any;
}
