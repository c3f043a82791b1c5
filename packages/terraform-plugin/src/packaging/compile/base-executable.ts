import { type ExecFileOptions, execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DiagnosticError } from '../../framework/diagnostics.js';
import { type Bun, installedExecutable } from './bun.js';
import type { Target } from './targets.js';

/**
 * The executable that a compiled program begins with: of the target's package where that is installed, else fetched by npm into `scratch`.
 * npm does not install packages for other platforms, but it fetches them: from the user's registry, by the user's settings, its
 * checksum verified, and out of its cache the next time.
 */
export async function baseExecutable(
  bun: Bun,
  target: Target,
  { scratch, say }: { readonly scratch: string; say(line: string): void },
): Promise<string> {
  if (target.name === bun.target.name) return bun.program;
  const installed = installedExecutable(bun, target);
  if (installed !== undefined) return installed;
  const wanted = `${target.packageName}@${bun.version}`;
  const folder = join(scratch, target.name);
  await mkdir(folder);
  say(`fetching ${wanted}`);
  try {
    // npm is a .cmd on Windows, which takes a shell: the words hold nothing that a shell would mind, and the folder is none of them.
    await run('npm', ['pack', wanted, '--prefer-offline', '--loglevel=error'], {
      env: { ...process.env, npm_config_pack_destination: folder },
      shell: process.platform === 'win32',
    });
    const [archive = ''] = await readdir(folder);
    await run('tar', ['-xzf', archive], { cwd: folder });
  } catch (cause) {
    const { stderr = '', message } = cause as Error & { stderr?: string };
    throw new DiagnosticError(`${wanted} could not be fetched: ${stderr.trim() || message}`, {
      detail: `It holds what is compiled for ${target.name.slice('bun-'.length)}. Where npm reaches no registry, unpack that package into node_modules.`,
      cause,
    });
  }
  return join(folder, 'package', target.executable);
}

const run = (program: string, args: readonly string[], options: ExecFileOptions) =>
  promisify(execFile)(program, args, { env: process.env, ...options });
