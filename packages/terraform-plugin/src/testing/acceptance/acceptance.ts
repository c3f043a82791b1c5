import type { ProviderSource } from '../../framework/provider-server.js';
import type { Workspace } from '../workspace.js';
import { applyStep, failStep, planStep, refreshStep, testStep, told } from './apply-step.js';
import { type Attached, attach } from './attach.js';
import { importStep } from './import-step.js';
import type { Step } from './step.js';

export interface Acceptance {
  /** The provider, served by this process; or its program, which Terraform starts as users' Terraform does. */
  readonly provider: ProviderSource | { readonly program: string };
  /** The provider's source address: `registry.terraform.io/acme/thing`. */
  readonly address: string;
  /** The provider's configuration, as HCL. */
  readonly config?: string;
  /** Further providers that the configurations use, by their addresses: {@link echo}, or another of your own. */
  readonly others?: { readonly [address: string]: ProviderSource };
  readonly steps: readonly Step[];
  /** Called when all is destroyed: throw where something is left. */
  nothingLeft?(): void | Promise<void>;
  readonly env?: NodeJS.ProcessEnv;
  /** The Terraform or OpenTofu to run, as `everyCore()` names them. Default: that of `TERRAFORM_BINARY_NAME`, else from PATH. */
  readonly binary?: string;
}

/**
 * Lives through a resource's life with the real Terraform or OpenTofu (`TERRAFORM_BINARY_NAME`, else `terraform` or `tofu` from PATH): each step is applied, the
 * plan after it is empty, imports agree with the state, and in the end everything is destroyed. Rejects with what went wrong and at which
 * step; nothing of it stays behind.
 *
 * @example
 * await acceptance({
 *   provider, address: 'registry.terraform.io/example/notes', config: `directory = "${directory}"`,
 *   steps: [
 *     { config: 'resource "notes_note" "a" { name = "a" }', plans: { 'notes_note.a': 'create' } },
 *     { imports: 'notes_note.a', id: ({ name }) => String(name) },
 *     { config: 'resource "notes_note" "a" { name = "" }', fails: 'File name' },
 *   ],
 * });
 */
export async function acceptance({ steps, nothingLeft, config = '', ...options }: Acceptance): Promise<void> {
  const attached = await attach(options);
  const failures: Error[] = [];
  const keep = (error: unknown) => void failures.push(error as Error);
  await liveThrough(attached, config, steps).catch(keep);
  // Also after a failure: what was made must not stay, and what a failing configuration says must not hinder that.
  await destroyAll(attached, config).catch(keep);
  await attached.close();
  const [first, second] = failures;
  if (first && second) throw new Error(`${first.message}\n\n${second.message}`, { cause: first });
  if (first) throw first;
  await nothingLeft?.();
}

async function destroyAll(attached: Attached, config: string): Promise<void> {
  if (attached.workspace.resources().length === 0) return;
  write(attached, attached.workspace, config, '');
  await told(attached.workspace, 'destroy', '-auto-approve', '-input=false');
}

async function liveThrough(attached: Attached, config: string, steps: readonly Step[]): Promise<void> {
  const { workspace, client } = attached;
  let last = '';
  write(attached, workspace, config, last);
  for (const [index, step] of steps.entries()) {
    try {
      await step.before?.();
      if ('config' in step) {
        last = step.config;
        write(attached, workspace, config, last);
        workspace.file('terraform.tfvars.json', JSON.stringify(step.variables ?? {}));
      }
      if ('imports' in step) {
        const again = (at: Workspace, more: string) => write(attached, at, config, `${last}\n${more}`);
        await importStep({ workspace, client, write: again }, step);
      } else if ('drifts' in step) await refreshStep(workspace, step);
      else if ('tests' in step) await testStep(workspace, step);
      else if ('fails' in step) await failStep(workspace, step);
      else if ('apply' in step) await planStep(workspace, step);
      else await applyStep(workspace, step);
    } catch (error) {
      const name = step.name === undefined ? '' : ` (${step.name})`;
      throw new Error(`step ${index + 1}${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

function write({ sources, name }: Attached, at: Workspace, config: string, hcl: string): void {
  const required = Object.entries(sources).map(([local, source]) => `    ${local} = { source = "${source}" }\n`);
  const terraform = `terraform {\n  required_providers {\n${required.join('')}  }\n}\n`;
  at.write(`${terraform}provider "${name}" {\n${config}\n}\n${hcl}\n`);
}
