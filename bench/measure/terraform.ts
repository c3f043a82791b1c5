import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Skipped } from '../scenario.js';
import { watchPeak } from './memory.js';

let binary = 'terraform';

/** Finds it as the demo does. @throws Skipped where neither Terraform nor OpenTofu is there, nor to be had */
export function needsTerraform(): void {
  const find = join(__dirname, '../../scripts/terraform/find.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [find], { encoding: 'utf8' });
  if (status !== 0) throw new Skipped(stderr.trim());
  binary = stdout.trim();
}

export interface Measured {
  wallS: number;
  /** Largest memory of a provider's process, MiB. */
  peakMib: number | null;
}

/** A folder with a configuration in which the real Terraform runs. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'hansa-bench-'));
  private readonly env: NodeJS.ProcessEnv;

  constructor(env: Readonly<Record<string, string>>) {
    mkdirSync(join(this.path, 'home'));
    const configFile = env['TF_CLI_CONFIG_FILE'] ?? join(this.path, 'cli.tfrc');
    if (!env['TF_CLI_CONFIG_FILE']) writeFileSync(configFile, '');
    this.env = {
      ...process.env,
      HOME: join(this.path, 'home'),
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
      ...env,
      TF_CLI_CONFIG_FILE: configFile,
    };
  }

  write(hcl: string): void {
    writeFileSync(join(this.path, 'main.tf'), hcl);
  }

  /** Runs to the end. @throws Error with what Terraform said, where it fails */
  async run(...args: string[]): Promise<Measured> {
    const startedAt = performance.now();
    const child = spawn(binary, [...args, '-no-color', '-input=false'], {
      cwd: this.path,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const peak = watchPeak(child.pid ?? 0, 'terraform-provider-hansa');
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-5000)));
    const [code] = (await once(child, 'close')) as [number];
    const measured = { wallS: (performance.now() - startedAt) / 1000, peakMib: peak() };
    if (code !== 0) throw new Error(`${binary} ${args.join(' ')} ended with ${code}:\n${output}`);
    return measured;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
