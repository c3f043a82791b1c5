// Installs what package-lock.json says, unless it is installed already. Everything else in the repository may rely on it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, step } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Hansa needs Node 20.20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const marker = join(ROOT, 'node_modules', '.hansa-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(ROOT, 'package-lock.json')))
  .digest('hex');

export async function setup() {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  await step('install dependencies', 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  writeFileSync(marker, lock);
}

if (process.argv[1]?.endsWith('setup.mjs')) await setup();
