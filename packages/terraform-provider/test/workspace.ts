import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layMirror } from '../src/mirror/index.js';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

const BINARY = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';

/** A directory with a configuration, in which the real Terraform (or OpenTofu) runs. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'hansa-tf-'));
  readonly directory = join(this.root, 'work');
  /** The CLI configuration that Terraform is given; of one workspace, others may use it too. */
  cliConfig = join(this.root, 'cli.tfrc');

  constructor(readonly env: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.directory);
    writeFileSync(this.cliConfig, '');
  }

  /** Bundles the provider into a mirror of this workspace, as a user installs it. */
  async install(): Promise<void> {
    const executable = join(this.root, 'terraform-provider-hansa');
    execFileSync(process.execPath, [join(__dirname, '../scripts/bundle.mjs'), pathToFileURL(executable).href]);
    this.cliConfig = (await layMirror({ directory: join(this.root, 'mirror'), executable })).configFile;
  }

  /** Writes main.tf; the requirement of the provider stands in a file of its own. */
  write(hcl: string): void {
    writeFileSync(
      join(this.directory, 'versions.tf'),
      'terraform {\n  required_providers {\n    hansa = { source = "hansa/hansa" }\n  }\n}\n',
    );
    writeFileSync(join(this.directory, 'main.tf'), hcl);
  }

  /** Runs to the end, however that is. */
  run(args: readonly string[], onStart?: (pid: number) => void): Promise<Outcome> {
    const child = spawn(BINARY, [...args], {
      cwd: this.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TF_IN_AUTOMATION: '1',
        TF_CLI_ARGS: '-no-color',
        TF_CLI_CONFIG_FILE: this.cliConfig,
        CHECKPOINT_DISABLE: '1',
        ...this.env,
      },
    });
    onStart?.(child.pid ?? 0);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
    });
  }

  /** Runs and expects success; its output. */
  async ok(...args: string[]): Promise<string> {
    const { code, output } = await this.run(args);
    if (code !== 0) throw new Error(`${BINARY} ${args.join(' ')} ended with ${code}:\n${output}`);
    return output;
  }

  init = () => this.ok('init', '-input=false');
  apply = (...more: string[]) => this.ok('apply', '-auto-approve', '-input=false', ...more);
  destroy = () => this.ok('destroy', '-auto-approve', '-input=false');

  /** Fails where a plan would change anything, with what it would. */
  async expectNoChanges(): Promise<void> {
    const { code, output } = await this.run(['plan', '-detailed-exitcode', '-input=false']);
    if (code !== 0) throw new Error(`the plan is not empty (${code}):\n${output}`);
  }

  /** Every resource of the state with its id. */
  resources(): { address: string; attributes: Record<string, unknown> }[] {
    interface Instance {
      index_key?: string | number;
      attributes: Record<string, unknown>;
    }
    const state = JSON.parse(this.state()) as { resources: { type: string; name: string; instances: Instance[] }[] };
    return state.resources.flatMap(({ type, name, instances }) =>
      instances.map(({ index_key: key, attributes }) => ({
        address: `${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`,
        attributes,
      })),
    );
  }

  state(): string {
    return readFileSync(join(this.directory, 'terraform.tfstate'), 'utf8');
  }

  forgetState(): void {
    rmSync(join(this.directory, 'terraform.tfstate'), { force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
