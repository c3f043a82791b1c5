import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allClaims } from '@hansa/sdk/claims';
import { page } from './markdown.js';

const ROOT = join(__dirname, '../../../../..');
const PATH = 'docs/claims.md';

/** Writes the page of what is known of each cloud; with `--check` only says whether it is fresh. */
async function main(): Promise<void> {
  const wanted = page(await allClaims());
  if ((await readFile(join(ROOT, PATH), 'utf8').catch(() => '')) === wanted) return;
  if (process.argv.includes('--check')) throw new Error(`${PATH} is stale: run \`npm run generate\``);
  await writeFile(join(ROOT, PATH), wanted);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
