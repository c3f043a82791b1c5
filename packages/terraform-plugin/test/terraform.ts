import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { compileProgram } from '../src/packaging/index.js';
import { Workspace } from '../src/testing/index.js';

/** A workspace of the store provider. */
export class StoreWorkspace extends Workspace {
  readonly data = join(this.root, 'data');

  constructor(env: NodeJS.ProcessEnv = {}) {
    super(env);
    mkdirSync(this.data);
  }

  /** Writes main.tf: the given blocks, with the provider declared and configured. */
  configure(blocks: string): void {
    this.write(`terraform {
        required_providers {
          store = { source = "example.com/test/store", version = "1.0.0" }
        }
      }
      provider "store" { directory = ${JSON.stringify(this.data)} }
      ${blocks}`);
  }
}

/** Bundles a test provider into one executable file. */
export function buildProvider(target: string, name = 'store'): void {
  buildSync({
    entryPoints: [join(__dirname, name, 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: ['source'],
    banner: { js: '#!/usr/bin/env node' },
    outfile: target,
    logLevel: 'error',
  });
  chmodSync(target, 0o755);
}

/** The same as one file that needs no Node. */
export async function compileProvider(target: string, name = 'store'): Promise<void> {
  await compileProgram({ entry: join(__dirname, name, 'main.ts'), outfile: target, conditions: ['source'] });
}

/** Bundles the provider and lets `init` install it. */
export async function install(workspace: Workspace): Promise<void> {
  const executable = join(workspace.root, 'terraform-provider-store');
  buildProvider(executable);
  await workspace.install({ address: 'example.com/test/store', version: '1.0.0', executable });
}
