import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOUD_IDS, DRIVERS, KINDS, PROFILES } from '@hansa/sdk';
import type { Generated } from '../schema/generated.js';
import { dataSourceSchema, resourceSchema } from './kind-schema.js';
import { placementSchema } from './placement-schema.js';
import { driverSettings, providerSchema } from './provider-schema.js';

const TARGET = join(__dirname, '../schema/schema.gen.json');

/** Writes the schemas that follow from the SDK's kinds and drivers; with `--check` only says whether they are fresh. */
async function main(): Promise<void> {
  const clouds = await Promise.all(Object.values(DRIVERS).map((load) => load()));
  const profiles = await Promise.all(Object.values(PROFILES).map((load) => load()));
  const generated: Generated = {
    provider: providerSchema(clouds, profiles),
    placement: placementSchema(),
    drivers: driverSettings([...clouds, ...profiles]),
    kinds: Object.fromEntries(
      KINDS.map((kind) => [
        kind.name,
        { resource: resourceSchema(kind, CLOUD_IDS), dataSource: dataSourceSchema(kind, CLOUD_IDS) },
      ]),
    ),
  };
  const text = `${JSON.stringify(generated, null, 1)}\n`;
  if ((await readFile(TARGET, 'utf8').catch(() => '')) === text) return;
  if (process.argv.includes('--check')) {
    throw new Error('schema.gen.json is not what the kinds say: run `npm run generate -w packages/terraform-provider`');
  }
  await writeFile(TARGET, text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
