import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOUD_IDS, driverOf } from '@hansa/sdk';
import { gather } from './gather.js';
import { overview, type Proof, page } from './markdown.js';

const ROOT = join(__dirname, '../../../../..');
const BEGIN = '<!-- capabilities: written by `npm run generate` -->';
const END = '<!-- /capabilities -->';

/** Writes the capability table into docs and README; with `--check` only says whether they are fresh. */
async function main(): Promise<void> {
  const clouds = await gather(CLOUD_IDS.map((id) => [id, {}]));
  const proofs = await proved();
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  const wanted = {
    'README.md': `${before}${BEGIN}\n${overview(clouds, proofs)}\n${END}${after}`,
    'docs/capabilities.md': page(clouds, proofs),
  };
  const stale: string[] = [];
  for (const [path, text] of Object.entries(wanted))
    if ((await readFile(join(ROOT, path), 'utf8').catch(() => '')) !== text) stale.push(path);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) throw new Error(`${stale.join(' and ')} are stale: run \`npm run generate\``);
    return;
  }
  for (const path of stale) await writeFile(join(ROOT, path), wanted[path as keyof typeof wanted]);
}

/** What the tests hold each cloud to; a proof whose test is gone is none. */
async function proved(): Promise<Proof[]> {
  const file = 'test/referees/proofs.json';
  const { proofs } = JSON.parse(await readFile(join(ROOT, file), 'utf8')) as { proofs: Proof[] };
  for (const { test, cloud } of proofs) {
    await readFile(join(ROOT, test)).catch(() => {
      throw new Error(`${file} names ${test} for ${cloud}, and there is no such test`);
    });
    if (!driverOf(cloud)) throw new Error(`${file} names the cloud ${cloud}, and there is none`);
  }
  return proofs;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
