import { join } from 'node:path';
import { keepPages, makePages, schemaOf } from '@hansa/terraform-plugin/docs';
import { provider } from '../provider.js';
import { files } from './files.js';

const TARGET = join(__dirname, '../../../../docs/reference');

/** Writes the reference docs; with `--check` only says whether they are fresh. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const pages = makePages(await schemaOf(provider, 'registry.terraform.io/hansa/hansa'), files());
  const { written, removed } = await keepPages(TARGET, pages, { check });
  const stale = [...written, ...removed];
  if (!check || stale.length === 0) return;
  throw new Error(`docs/reference is stale (${stale.join(', ')}): run \`npm run docs -w packages/terraform-provider\``);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
