// Which Terraform the demo, the tests and the benchmarks run. `node scripts/terraform/find.mjs` prints its path.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import { ROOT } from '../run.mjs';
import { cleanEnv } from './environment.mjs';
import { fetchOpenTofu, OPENTOFU } from './opentofu.mjs';

/** Write-only attributes came with Terraform 1.11 and OpenTofu 1.11 (their release notes). */
const OLDEST = [1, 11];

/**
 * The absolute path of the program to run: `TERRAFORM_BINARY_NAME`, else `terraform` or `tofu` from PATH, else a pinned OpenTofu that
 * is fetched into the clone. `say` hears which it is, and why.
 *
 * @throws Error where the named program does not run or is too old, or nothing is there and nothing can be fetched
 */
export async function findTerraform(say, env = process.env) {
  const named = env['TERRAFORM_BINARY_NAME'];
  if (named) {
    const program = locate(named, env);
    const found = versionOf(program, env);
    if (!found)
      throw new Error(
        `TERRAFORM_BINARY_NAME is "${named}", which does not run: name a terraform or tofu that does, or unset it`,
      );
    if (!isNewEnough(found)) throw new Error(`"${named}" is ${found}; Hansa needs ${OLDEST.join('.')} or newer`);
    say(`${named} ${found}, from TERRAFORM_BINARY_NAME`);
    return program;
  }
  for (const name of ['terraform', 'tofu']) {
    const program = locate(name, env);
    const found = versionOf(program, env);
    if (!found) continue;
    say(`${name} ${found}, from PATH${isNewEnough(found) ? '' : `: too old, ${OLDEST.join('.')} is needed`}`);
    if (isNewEnough(found)) return program;
  }
  say(`no terraform or tofu to use: OpenTofu ${OPENTOFU.version} is fetched once, its checksum verified`);
  return fetchOpenTofu({ directory: join(ROOT, '.cache/opentofu') });
}

/** Where a program is, for those who run it from another folder: a bare name is looked up in PATH, a path begins here. */
function locate(program, env) {
  if (basename(program) !== program) return resolve(program);
  const places = (env['PATH'] ?? '').split(delimiter).map((folder) => resolve(folder, program));
  return places.find(isExecutable) ?? program;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `1.11.4`, or undefined where there is no such program. */
function versionOf(program, env) {
  try {
    const options = { env: cleanEnv(env), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return JSON.parse(execFileSync(program, ['version', '-json'], options)).terraform_version;
  } catch {
    return undefined;
  }
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

if (process.argv[1] === import.meta.filename) {
  try {
    const program = await findTerraform((text) => process.stderr.write(`${text}\n`));
    process.stdout.write(`${program}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
