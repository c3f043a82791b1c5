// Builds every package: types and CommonJS by one incremental compile, the SDK as ES modules too, the provider as one file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, ROOT, step } from './run.mjs';
import { setup } from './setup.mjs';

export async function build() {
  // First, since a dynamic import in another package is typed by it.
  await buildSdkAsEsModules();
  await step('compile packages', bin('tsc'), ['-b']);
  for (const name of ['terraform-provider', 'constructs']) {
    const { scripts = {} } = JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'));
    if (scripts.build) await step(`build ${name}`, 'npm', ['run', '--silent', 'build', '-w', `packages/${name}`]);
  }
}

/** The SDK alone, as a Node app gets it. */
export async function buildSdk() {
  await step('compile the SDK', bin('tsc'), ['-b', 'packages/sdk']);
  await buildSdkAsEsModules();
}

async function buildSdkAsEsModules() {
  await step('compile the SDK as ES modules', bin('tsc'), ['-p', 'packages/sdk/tsconfig.esm.json']);
  const esm = join(ROOT, 'packages/sdk/dist/esm');
  mkdirSync(esm, { recursive: true });
  writeFileSync(join(esm, 'package.json'), '{ "type": "module" }\n');
}

if (process.argv[1]?.endsWith('build.mjs')) {
  if (!existsSync(join(ROOT, 'node_modules'))) await setup();
  await build();
}
