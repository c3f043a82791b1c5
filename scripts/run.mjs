// Shared by the scripts that a person starts: runs a command, shows what it is doing, and tells why it failed.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './inside.cjs';

/** The repository's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A program of an installed package. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** Runs a command with its output passed through; ends this process with its code when it fails. */
export function run(command, args = [], options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs a command quietly with a line that says what and how long; shows its output only when it fails. */
export async function step(title, command, args = [], options = {}) {
  const startedAt = Date.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${title} …`);
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${live ? '\r' : ''}  ${code === 0 ? '✔' : '✖'} ${title} (${seconds} s)\n`);
  if (code === 0) return output;
  process.stderr.write(output);
  process.exit(code ?? 1);
}
