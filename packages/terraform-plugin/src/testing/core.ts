import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';

/** A program that runs configurations: Terraform or OpenTofu, of one version. */
export interface Core {
  /** The program. */
  readonly binary: string;
  readonly product: 'Terraform' | 'OpenTofu';
  /** `1.12.6`, `1.16.0-alpha20260715` */
  readonly version: string;
}

/** What came with which version of which core; what one of them does not have is left out. */
export type Since = { readonly [product in Core['product']]?: readonly [major: number, minor: number] };

/**
 * The program that tests run: `TERRAFORM_BINARY_NAME`, else `terraform` from PATH, else `tofu` from there.
 *
 * @example
 * new Workspace({}, coreBinary());
 */
export function coreBinary(env: NodeJS.ProcessEnv = process.env): string {
  return env['TERRAFORM_BINARY_NAME'] || coresOnPath(env)[0] || 'terraform';
}

/**
 * Every core that there is to test with: the one of {@link coreBinary}, those on PATH, and those that `HANSA_CORES` names (their paths, joined
 * as in PATH). One that does not run is an error.
 */
export function everyCore(env: NodeJS.ProcessEnv = process.env): Core[] {
  const named = (env['HANSA_CORES'] ?? '').split(delimiter).filter(Boolean);
  const all = new Map([coreBinary(env), ...coresOnPath(env), ...named].map((one) => [whole(one, env), one]));
  return [...all.keys()].map(coreAt);
}

/**
 * Asks a program what it is. Of `version -json` both say no name.
 *
 * @throws Error where it does not run, or is neither
 */
export function coreAt(binary: string): Core {
  const options = { encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_ARGS: '' } } as const;
  const said = execFileSync(binary, ['version'], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const [, product, version] = /^(Terraform|OpenTofu) v(\S+)/m.exec(said) ?? [];
  if (!product || !version) throw new Error(`${binary} is neither Terraform nor OpenTofu: it says ${said.trim()}`);
  return { binary, product: product as Core['product'], version };
}

/** Whether a core has what came so. */
export function hasSince({ product, version }: Core, since: Since): boolean {
  const needed = since[product];
  if (!needed) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

function coresOnPath(env: NodeJS.ProcessEnv): string[] {
  return ['terraform', 'tofu'].filter((name) => whole(name, env) !== name);
}

/** Of what Windows runs. */
const ENDING = process.platform === 'win32' ? '.exe' : '';

/** A bare name is looked up in PATH, a path begins here. */
function whole(program: string, env: NodeJS.ProcessEnv): string {
  if (basename(program) !== program) return resolve(program);
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const file = program.endsWith(ENDING) ? program : `${program}${ENDING}`;
  return folders.map((folder) => join(folder, file)).find(runs) ?? program;
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
