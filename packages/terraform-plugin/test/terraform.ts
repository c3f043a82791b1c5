import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
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

const PLATFORM = `${platform()}_${arch() === 'x64' ? 'amd64' : arch()}`;

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

/** Lays the provider into a mirror and lets Terraform install from there alone. */
export function useMirror(workspace: Workspace): void {
  const mirror = join(workspace.root, 'mirror');
  const binary = join(mirror, 'example.com/test/store/1.0.0', PLATFORM, 'terraform-provider-store_v1.0.0');
  mkdirSync(dirname(binary), { recursive: true });
  buildProvider(binary);
  const installation = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
  writeFileSync(workspace.cliConfig, `disable_checkpoint = true\n${installation}`);
}
