import { isDeepStrictEqual } from 'node:util';
import type { ProviderSource } from '../framework/provider-server.js';
import { serveInProcess } from './in-process.js';
import { type StoredResource, Workspace } from './workspace.js';

type Attributes = StoredResource['attributes'];

/** One thing that a user does. */
export type Step =
  | {
      /** Applies this configuration; the plan after it must be empty. */
      readonly config: string;
      /** Looks at what is there now, by address. Throw, or use `expect`. */
      check?(resources: ReadonlyMap<string, Attributes>): void | Promise<void>;
    }
  | {
      /** Applies this configuration, which must fail so. */
      readonly config: string;
      readonly fails: RegExp | string;
    }
  | {
      /** Imports the resource of this address into an empty state: it must come out as the state has it, and the plan after it must be empty. */
      readonly imports: string;
      /** What to import by; default: its `id`. */
      id?(attributes: Attributes): string;
      /** Attributes that no import can know. */
      readonly except?: readonly string[];
    };

export interface Acceptance {
  readonly provider: ProviderSource;
  /** The provider's source address: `registry.terraform.io/acme/thing`. */
  readonly address: string;
  /** The provider's configuration, as HCL. */
  readonly config?: string;
  readonly steps: readonly Step[];
  /** Called when all is destroyed: throw where something is left. */
  nothingLeft?(): void | Promise<void>;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Lives through a resource's life with the real Terraform or OpenTofu (`TERRAFORM_BINARY_NAME`, else `terraform`), attached to the provider
 * in this process: each step is applied, the plan after it is empty, imports agree with the state, and in the end everything is
 * destroyed. Rejects with what went wrong and at which step; nothing of it stays behind.
 *
 * @example
 * await acceptance({
 *   provider, address: 'registry.terraform.io/example/notes', config: `directory = "${directory}"`,
 *   steps: [
 *     { config: 'resource "notes_note" "a" { name = "a" }' },
 *     { imports: 'notes_note.a', id: ({ name }) => String(name) },
 *   ],
 * });
 */
export async function acceptance({
  provider,
  address,
  config = '',
  steps,
  nothingLeft,
  env,
}: Acceptance): Promise<void> {
  const running = await serveInProcess(provider, { address });
  const workspace = new Workspace({ ...env, ...running.environment });
  const name = address.split('/').at(-1);
  const write = (at: Workspace, hcl: string) => {
    const source = `${name} = { source = ${JSON.stringify(address)} }`;
    at.write(
      `terraform {\n  required_providers {\n    ${source}\n  }\n}\nprovider "${name}" {\n${config}\n}\n${hcl}\n`,
    );
  };
  try {
    let last = '';
    for (const [index, step] of steps.entries()) {
      try {
        if ('imports' in step) await importStep(workspace, step, (at) => write(at, last));
        else {
          last = step.config;
          write(workspace, last);
          await applyStep(workspace, step);
        }
      } catch (error) {
        throw new Error(`step ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  } finally {
    // Also after a failure: what was made must not stay, and what a failing configuration says must not hinder that.
    write(workspace, '');
    await workspace.destroy().finally(async () => {
      workspace.remove();
      await running.close();
    });
  }
  await nothingLeft?.();
}

async function applyStep(workspace: Workspace, step: Exclude<Step, { imports: string }>): Promise<void> {
  if ('fails' in step) {
    const { code, output } = await workspace.run(['apply', '-auto-approve', '-input=false']);
    // Terraform breaks lines where it likes, and frames them.
    const text = output.replace(/[\s│╷╵]+/g, ' ');
    if (code === 0) throw new Error('it was expected to fail, and did not');
    if (typeof step.fails === 'string' ? text.includes(step.fails) : step.fails.test(text)) return;
    throw new Error(`it failed otherwise than expected (${step.fails}):\n${output}`);
  }
  await workspace.apply();
  await workspace.expectNoChanges();
  await step.check?.(new Map(workspace.resources().map(({ address, attributes }) => [address, attributes])));
}

async function importStep(
  workspace: Workspace,
  { imports, id = (attributes) => String(attributes['id']), except = [] }: Extract<Step, { imports: string }>,
  write: (at: Workspace) => void,
): Promise<void> {
  const find = (at: Workspace) => at.resources().find(({ address }) => address === imports)?.attributes;
  const before = find(workspace);
  if (before === undefined) throw new Error(`there is no ${imports} to import`);
  const empty = new Workspace(workspace.env, workspace.binary);
  try {
    write(empty);
    await empty.import(imports, id(before));
    const after = find(empty) ?? {};
    const differing = Object.keys(before).filter(
      (attribute) => !except.includes(attribute) && !isDeepStrictEqual(before[attribute], after[attribute]),
    );
    if (differing.length > 0) throw new Error(`imported, ${imports} differs in ${differing.join(', ')}`);
    const { code, output } = await empty.run(['plan', '-detailed-exitcode', '-input=false', `-target=${imports}`]);
    if (code !== 0) throw new Error(`the plan after the import is not empty (${code}):\n${output}`);
  } finally {
    empty.remove();
  }
}
