// `npm test`: sets up, builds, and runs the whole suite. Arguments go to jest: `npm test -- packages/sdk`.
// With HANSA_TEST_OPENSTACK (a clouds.yaml; scripts/openstack/up.sh makes one) the tests against a real OpenStack run too, beside the
// others and one after the other, since they share one cloud.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { bin, ROOT } from './run.mjs';
import { setup } from './setup.mjs';

const REAL = ['/test/openstack/', '\\.real\\.test\\.ts$'];
const given = process.argv.slice(2);
const { env } = process;

/** Runs jest; with `title` its output is kept back and shown in one piece at its end. */
function jest(args, title) {
  const child = spawn(bin('jest'), args, { cwd: ROOT, env, stdio: title ? 'pipe' : 'inherit' });
  let output = '';
  for (const stream of title ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      if (title) process.stdout.write(`\n${title}\n${output}`);
      resolve(code ?? 1);
    });
  });
}

/** Names the program for all tests. A part of them may need none, so there that none is found stops nothing. */
async function nameTerraform() {
  // Only now: it uses what `setup` installs.
  const { findTerraform } = await import('./terraform/find.mjs');
  try {
    env['TERRAFORM_BINARY_NAME'] = await findTerraform((text) => console.log(`  · ${text}`));
  } catch (error) {
    console.error(`  ✖ ${error.message}`);
    if (!given.length) process.exit(1);
  }
}

await setup();
await build();
await nameTerraform();
const runs = given.length
  ? [jest(given)]
  : [
      jest(['--testPathIgnorePatterns', '/node_modules/', '/dist/', '/cdktf.out/', ...REAL]),
      ...(env.HANSA_TEST_OPENSTACK
        ? [jest(['--runInBand', '--testPathPatterns', REAL.join('|')], 'Against a real OpenStack:')]
        : []),
    ];
if (!given.length && !env.HANSA_TEST_OPENSTACK) {
  console.log(
    'Tests against a real OpenStack are left out: HANSA_TEST_OPENSTACK is not set (scripts/openstack/up.sh brings one up).',
  );
}
const codes = await Promise.all(runs);
process.exit(codes.find((code) => code !== 0) ?? 0);
