// Writes the bindings of both forks from the provider's schema; with `--check` only says whether they are fresh.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
// In the package when they are to stay there (a rename cannot cross file systems), else out of the way.
const fresh = mkdtempSync(check ? join(tmpdir(), 'hansa-bindings-') : join(home, '.bindings-'));

try {
  for (const fork of ['cdktf', 'cdktn']) {
    const [made, kept] = [join(fresh, fork), join(home, 'src', fork)];
    // The libraries ask `terraform version` when they load and complain aloud of what they do not need.
    const sources = ['--conditions=source', '--import', 'tsx'];
    execFileSync(process.execPath, [...sources, join(home, 'scripts/bindings.mjs'), fork, made], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, CHECKPOINT_DISABLE: '1', CI: 'true' },
    });
    if (same(made, kept)) continue;
    if (check)
      throw new Error(`src/${fork} is not what the schema says: run \`npm run generate -w packages/cdktf-provider\``);
    rmSync(kept, { recursive: true, force: true });
    renameSync(made, kept);
  }
} catch (error) {
  console.error(error.stderr?.toString() || error.message);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function same(a, b) {
  const [left, right] = [read(a), read(b)];
  return left.size === right.size && [...left].every(([name, text]) => right.get(name) === text);
}

function read(directory) {
  try {
    return new Map(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}
