import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pages } from './pages.js';

const TARGET = join(__dirname, '../../../../docs/reference');
const FOLDERS = ['.', 'resources', 'data-sources'];

/** Writes the reference docs; with `--check` only says whether they are fresh. */
async function main(): Promise<void> {
  const wanted = pages();
  const stale: string[] = [];
  for (const [path, text] of wanted) {
    if ((await readFile(join(TARGET, path), 'utf8').catch(() => '')) !== text) stale.push(path);
  }
  const extra = (await existing()).filter((path) => !wanted.has(path));
  if (process.argv.includes('--check')) {
    const wrong = [...stale, ...extra];
    if (wrong.length === 0) return;
    throw new Error(
      `docs/reference is stale (${wrong.join(', ')}): run \`npm run docs -w packages/terraform-provider\``,
    );
  }
  for (const path of stale) {
    await mkdir(dirname(join(TARGET, path)), { recursive: true });
    await writeFile(join(TARGET, path), wanted.get(path) ?? '');
  }
  for (const path of extra) await rm(join(TARGET, path));
}

async function existing(): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(join(TARGET, folder)).catch(() => []);
      return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
    }),
  );
  return lists.flat();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
