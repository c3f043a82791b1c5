import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** `npm test` finds one and names it. */
const BINARY = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';

/** A directory with a configuration, in which the real Terraform (or OpenTofu) runs. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'tf-'));
  readonly directory = join(this.root, 'work');
  readonly data = join(this.root, 'data');

  constructor(readonly env: NodeJS.ProcessEnv = {}) {
    mkdirSync(this.directory);
    mkdirSync(this.data);
    this.file('cli.tfrc', 'disable_checkpoint = true\n', this.root);
  }

  file(name: string, text: string, directory = this.directory): void {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, name), text);
  }

  /** Writes main.tf: the given blocks, with the provider declared and configured. */
  configure(blocks: string): void {
    this.file(
      'main.tf',
      `terraform {
        required_providers {
          store = { source = "example.com/test/store", version = "1.0.0" }
        }
      }
      provider "store" { directory = ${JSON.stringify(this.data)} }
      ${blocks}`,
    );
  }

  /** Starts Terraform; `meanwhile` runs beside it and may send it a signal. */
  terraform(args: readonly string[], meanwhile?: (signal: (name: NodeJS.Signals) => void) => Promise<void>) {
    const child = spawn(BINARY, [...args], {
      cwd: this.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TF_IN_AUTOMATION: '1',
        TF_CLI_ARGS: '-no-color',
        TF_CLI_CONFIG_FILE: join(this.root, 'cli.tfrc'),
        CHECKPOINT_DISABLE: '1',
        ...this.env,
      },
    });
    let output = '';
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    return new Promise<Outcome>((resolve, reject) => {
      child.once('error', reject);
      meanwhile?.((name) => child.kill(name)).catch(reject);
      child.once('close', (code) => resolve({ code, output }));
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
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

/** Lays the provider into a mirror and lets Terraform install from there alone. */
export function useMirror(workspace: Workspace): void {
  const mirror = join(workspace.root, 'mirror');
  const binary = join(mirror, 'example.com/test/store/1.0.0', PLATFORM, 'terraform-provider-store_v1.0.0');
  mkdirSync(dirname(binary), { recursive: true });
  buildProvider(binary);
  const installation = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
  workspace.file('cli.tfrc', `disable_checkpoint = true\n${installation}`, workspace.root);
}
