import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram } from '@hansa/terraform-plugin/packaging';

const ROOT = join(__dirname, '../../..');
const CACHE = join(ROOT, '.cache/test-provider');
const OLD_MS = 24 * 3_600_000;

/**
 * The provider as one program, bundled from the sources as they are now (not from their build: a test stands on no other step). One that was
 * bundled from the same sources is taken again: it takes seconds, and every test with a real Terraform wants it.
 */
export function builtProvider(): Promise<string> {
  built ??= build();
  return built;
}

/** By this process, whose tests may run side by side. */
let built: Promise<string> | undefined;

async function build(): Promise<string> {
  const directory = join(CACHE, fingerprint());
  const executable = join(directory, 'terraform-provider-hansa');
  if (await isThere(executable)) return executable;
  await forgetOld();
  await mkdir(directory, { recursive: true });
  const making = join(directory, `making-${process.pid}`);
  await buildProgram({ entry: join(__dirname, '../src/main.ts'), outfile: making, conditions: ['source'] });
  // Whole or not at all: others look for it at the same time.
  await rename(making, executable);
  return executable;
}

/** Of all that goes into the bundle: what changed since has another time or size. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of readdirSync(join(ROOT, 'packages')).sort()) addTree(hash, join(ROOT, 'packages', name, 'src'));
  addFile(hash, join(ROOT, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

function addTree(hash: ReturnType<typeof createHash>, directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) addTree(hash, path);
    else addFile(hash, path);
  }
}

function addFile(hash: ReturnType<typeof createHash>, path: string): void {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path} ${size} ${mtimeMs}\n`);
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(CACHE).catch(() => [])) {
    const path = join(CACHE, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > OLD_MS) await rm(path, { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
