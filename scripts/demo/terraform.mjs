import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';
import { cleanEnv } from './environment.mjs';
import { fetchOpenTofu, OPENTOFU } from './opentofu.mjs';

/** Write-only attributes came with Terraform 1.11 and OpenTofu 1.11 (their release notes). */
const OLDEST = [1, 11];

/**
 * The program to run: `TERRAFORM_BINARY_NAME`, else `terraform` or `tofu` from PATH, else a pinned OpenTofu that is fetched into
 * the clone.
 */
export async function findTerraform(progress, env = process.env) {
  const named = env['TERRAFORM_BINARY_NAME'];
  if (named) {
    const found = versionOf(named, env);
    if (!found)
      throw new Error(
        `TERRAFORM_BINARY_NAME is "${named}", which does not run: name a terraform or tofu that does, or unset it`,
      );
    if (!isNewEnough(found)) throw new Error(`"${named}" is ${found}; Hansa needs ${OLDEST.join('.')} or newer`);
    progress.say(`${named} ${found}, from TERRAFORM_BINARY_NAME`);
    return named;
  }
  for (const name of ['terraform', 'tofu']) {
    const found = versionOf(name, env);
    if (!found) continue;
    progress.say(`${name} ${found}, from PATH${isNewEnough(found) ? '' : `: too old, ${OLDEST.join('.')} is needed`}`);
    if (isNewEnough(found)) return name;
  }
  progress.say(`no terraform or tofu to use: fetching OpenTofu ${OPENTOFU.version}`);
  return progress.step(`fetch OpenTofu ${OPENTOFU.version}, checksum verified`, () =>
    fetchOpenTofu({ directory: join(ROOT, '.cache/opentofu') }),
  );
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
