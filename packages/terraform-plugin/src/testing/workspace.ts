import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { layMirror, type MirrorOptions } from '../packaging/mirror.js';
import { coreBinary } from './core.js';
import { type Events, readEvents } from './events.js';
import { outputsOf, resourcesOf, type StoredResource, withoutResources } from './state-file.js';

/** How a command ended, and all that it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * A directory with a configuration, in which the real Terraform or OpenTofu runs, without a word from the user's own settings. The program
 * is `TERRAFORM_BINARY_NAME`, else `terraform` from PATH, else `tofu` from there.
 *
 * @example
 * const workspace = new Workspace(running.environment); // of serveInProcess
 * workspace.write('resource "notes_note" "a" { name = "a" }');
 * await workspace.apply();
 * await workspace.expectNoChanges();
 * workspace.remove();
 */
export class Workspace {
  /** Everything of this workspace is below it. */
  readonly root = mkdtempSync(join(tmpdir(), 'tf-'));
  readonly directory = join(this.root, 'work');
  readonly #stateFile = join(this.directory, 'terraform.tfstate');
  /** The CLI configuration that Terraform is given; of one workspace, others may use it too. */
  cliConfig = join(this.root, 'cli.tfrc');

  constructor(
    readonly env: NodeJS.ProcessEnv = {},
    readonly binary = coreBinary(),
  ) {
    mkdirSync(this.directory);
    writeFileSync(this.cliConfig, 'disable_checkpoint = true\n');
  }

  /** Has Terraform start this program as the provider, without an installation (`dev_overrides`). */
  override(address: string, program: string): void {
    const folder = join(this.root, 'bin');
    mkdirSync(folder, { recursive: true });
    const target = join(folder, `terraform-provider-${address.split('/').at(-1)}`);
    // Windows starts nothing without this ending, and lets few users make links.
    if (process.platform === 'win32') copyFileSync(program, `${target}.exe`);
    else symlinkSync(resolve(program), target);
    const overrides = `dev_overrides {\n    ${JSON.stringify(address)} = ${JSON.stringify(folder)}\n  }`;
    writeFileSync(this.cliConfig, `disable_checkpoint = true\nprovider_installation {\n  ${overrides}\n}\n`);
  }

  /** Has `init` install this program as the provider, from a mirror, as users do. */
  async install(provider: Omit<MirrorOptions, 'directory'>): Promise<void> {
    this.cliConfig = (await layMirror({ ...provider, directory: join(this.root, 'mirror') })).configFile;
  }

  /** Writes a file of the configuration. */
  file(name: string, text: string): void {
    const path = join(this.directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Writes `main.tf`. */
  write(hcl: string): void {
    this.file('main.tf', hcl);
  }

  /** Runs a command to its end, however that is. `onStart` gets the process, to signal it. */
  run(args: readonly string[], onStart?: (child: ChildProcess) => void): Promise<Outcome> {
    const child = spawn(this.binary, [...args], {
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
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
      onStart?.(child);
    });
  }

  /** Runs a command that must end well; its output. */
  async ok(...args: string[]): Promise<string> {
    const { code, output } = await this.run(args);
    if (code !== 0) throw new Error(`${this.binary} ${args.join(' ')} ended with ${code}:\n${output}`);
    return output;
  }

  init = () => this.ok('init', '-input=false');
  apply = (...more: string[]) => this.ok('apply', '-auto-approve', '-input=false', ...more);
  destroy = (...more: string[]) => this.ok('destroy', '-auto-approve', '-input=false', ...more);
  import = (address: string, id: string) => this.ok('import', '-input=false', address, id);

  /** Fails where a plan would change anything, with what it would. */
  async expectNoChanges(): Promise<void> {
    const { code, output } = await this.run(['plan', '-detailed-exitcode', '-input=false']);
    if (code !== 0) throw new Error(`the plan is not empty (${code}):\n${output}`);
  }

  /** The same in its machine-readable form (`-json`). */
  async events(args: readonly string[]): Promise<Outcome & Events> {
    const [command = '', ...more] = args;
    const outcome = await this.run([command, '-json', ...more]);
    return { ...outcome, ...readEvents(outcome.output) };
  }

  /** Every resource of the state. */
  resources(): StoredResource[] {
    return existsSync(this.#stateFile) ? resourcesOf(this.state()) : [];
  }

  /** Values of the outputs in the state, by name. */
  outputs(): { [name: string]: unknown } {
    return existsSync(this.#stateFile) ? outputsOf(this.state()) : {};
  }

  /** The state file as it stands. */
  state(): string {
    return readFileSync(this.#stateFile, 'utf8');
  }

  /** Takes over another's state file, without the resources that `keep` refuses. */
  writeState(text: string, keep: (address: string) => boolean = () => true): void {
    writeFileSync(this.#stateFile, withoutResources(text, keep));
  }

  forgetState(): void {
    rmSync(this.#stateFile, { force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
