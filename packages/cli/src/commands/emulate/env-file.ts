import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { Failure } from '../../failure.js';

type Environment = Readonly<Record<string, string>>;

/** The environment as lines for a shell: `export KEY=value`. */
export function exportLines(env: Environment): string[] {
  return Object.entries(env).map(([key, value]) => `export ${key}=${quoted(value)}`);
}

/** Writes `KEY=value` lines that `node --env-file`, docker and `set -a; . file` read; whole, and for its owner alone. */
export function writeEnvFile(path: string, env: Environment): void {
  const draft = `${path}.${process.pid}.tmp`;
  const lines = Object.entries(env).map(([key, value]) => `${key}=${quoted(value)}\n`);
  try {
    writeFileSync(draft, lines.join(''), { mode: 0o600 });
    // The mode above counts for a new file only, and less the umask.
    chmodSync(draft, 0o600);
    renameSync(draft, path);
  } catch (error) {
    throw new Failure(`cannot write ${path}: ${(error as Error).message}`, [
      'name a file in a folder that can be written',
    ]);
  }
}

function quoted(value: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
