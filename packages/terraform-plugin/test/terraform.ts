import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, compileProgram } from '../src/packaging/index.js';
import { Workspace } from '../src/testing/index.js';

/** A workspace of the store provider. */
export class StoreWorkspace extends Workspace {
  readonly data = join(this.root, 'data');

  constructor(env: NodeJS.ProcessEnv = {}, binary?: string) {
    super(env, binary);
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
export function buildProvider(outfile: string, name = 'store'): Promise<void> {
  return buildProgram({ entry: join(__dirname, name, 'main.ts'), outfile, conditions: ['source'] });
}

/** The same as one file that needs no Node. */
export async function compileProvider(target: string, name = 'store'): Promise<void> {
  await compileProgram({ entry: join(__dirname, name, 'main.ts'), outfile: target, conditions: ['source'] });
}

/** Bundles the provider and lets `init` install it. */
export async function install(workspace: Workspace): Promise<void> {
  const executable = join(workspace.root, 'terraform-provider-store');
  await buildProvider(executable);
  await workspace.install({ address: 'example.com/test/store', version: '1.0.0', executable });
}
