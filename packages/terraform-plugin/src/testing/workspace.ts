import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Json, parseJson, stringifyJson } from '../cty/json-text.js';
import { type Events, readEvents } from './events.js';

/** How a command ended, and all that it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A resource as the state has it. */
export interface StoredResource {
  /** `store_item.a`, `store_item.many[0]`, `module.m.store_item.a` */
  readonly address: string;
  /** `store_item` */
  readonly type: string;
  readonly attributes: { readonly [name: string]: unknown };
}

interface StateFile {
  readonly outputs: { readonly [name: string]: { readonly value: unknown } };
  readonly resources: readonly StateResource[];
}

interface StateResource {
  readonly module?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly StateInstance[];
}

interface StateInstance {
  readonly index_key?: string | number;
  readonly attributes: StoredResource['attributes'];
}

function addressOf({ module, type, name }: StateResource, { index_key: key }: StateInstance): string {
  return `${module ? `${module}.` : ''}${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
}

/**
 * A directory with a configuration, in which the real Terraform or OpenTofu runs, without a word from the user's own settings. The program
 * is `TERRAFORM_BINARY_NAME`, else `terraform`.
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
    readonly binary = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform',
  ) {
    mkdirSync(this.directory);
    writeFileSync(this.cliConfig, 'disable_checkpoint = true\n');
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
    return this.#stored()
      .resources.filter(({ mode }) => mode === 'managed')
      .flatMap((resource) =>
        resource.instances.map((instance) => ({
          address: addressOf(resource, instance),
          type: resource.type,
          attributes: instance.attributes,
        })),
      );
  }

  /** Values of the outputs in the state, by name. */
  outputs(): { [name: string]: unknown } {
    return Object.fromEntries(Object.entries(this.#stored().outputs).map(([name, { value }]) => [name, value]));
  }

  #stored(): StateFile {
    if (!existsSync(this.#stateFile)) return { outputs: {}, resources: [] };
    return JSON.parse(this.state()) as StateFile;
  }

  /** The state file as it stands. */
  state(): string {
    return readFileSync(this.#stateFile, 'utf8');
  }

  /** Takes over another's state file, without the resources that `keep` refuses. */
  writeState(text: string, keep: (address: string) => boolean = () => true): void {
    const state = parseJson(text) as unknown as StateFile;
    const resources = state.resources.map((resource) => {
      const all = resource.mode !== 'managed';
      return { ...resource, instances: resource.instances.filter((one) => all || keep(addressOf(resource, one))) };
    });
    const left = { ...state, resources: resources.filter(({ instances }) => instances.length > 0) };
    writeFileSync(this.#stateFile, stringifyJson(left as unknown as Json));
  }

  forgetState(): void {
    rmSync(this.#stateFile, { force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
