import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DiagnosticError } from '../../framework/diagnostics.js';
import { platformOf } from '../platforms.js';
import { type Target, targetOf } from './targets.js';

/** The Bun that is installed. */
export interface Bun {
  readonly version: string;
  /** Its program for this machine, and what that is. */
  readonly program: string;
  readonly target: Target;
  /** Its package, from where those of the platforms are looked up. */
  readonly folder: string;
}

/** Throws a {@link DiagnosticError} where it is not installed. */
export function findBun(): Bun {
  const manifest = resolved('bun/package.json', [__dirname, process.cwd()]);
  if (manifest === undefined) {
    throw new DiagnosticError('compiling needs the package bun', { detail: 'npm install --save-dev bun' });
  }
  const { version } = require(manifest) as { version: string };
  const folder = dirname(manifest);
  // Its install script puts the program here, and takes it out of the platform's package. Where install scripts do not run there is but a
  // note in its place.
  const own = join(folder, 'bin/bun.exe');
  const target = targetOf(platformOf(), runsOnMusl());
  const program = isProgram(own) ? own : installedExecutable({ version, folder }, target);
  if (program !== undefined) return { version, program, target, folder };
  throw new DiagnosticError(`bun ${version} came without its program for this machine`, {
    detail: 'Install it with its optional dependencies: npm install --save-dev --include=optional bun',
  });
}

/** The executable of a target, if its package is installed, in this very version. */
export function installedExecutable(
  { version, folder }: Pick<Bun, 'version' | 'folder'>,
  { packageName, executable }: Target,
): string | undefined {
  const manifest = resolved(`${packageName}/package.json`, [folder]);
  if (manifest === undefined || (require(manifest) as { version: string }).version !== version) return undefined;
  const program = join(dirname(manifest), executable);
  return isProgram(program) ? program : undefined;
}

/** Node's own report is where it says which C library it runs with. */
function runsOnMusl(): boolean {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return process.platform === 'linux' && header?.glibcVersionRuntime === undefined;
}

function resolved(name: string, paths: string[]): string | undefined {
  try {
    return require.resolve(name, { paths });
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.size > 1_000_000;
}
