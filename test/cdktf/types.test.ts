import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORKS, placementApp, webServiceApp } from './apps.fixture.js';
import { appFolder, ROOT, requireBuilt } from './built.fixture.js';
import { run } from './program.fixture.js';

const WEB_SERVICES = FORKS.map((fork) => [`${fork.fork}.ts`, webServiceApp(fork)] as const);
const PLACEMENTS = FORKS.map((fork) => [`${fork.fork}-placement.mts`, placementApp(fork)] as const);

beforeAll(requireBuilt);

// `node10` is what CDKTF's own templates use: it knows no `exports`, and modules no `await` at their top.
test.each([
  ['node16', 'node16', [...WEB_SERVICES, ...PLACEMENTS]],
  ['commonjs', 'node10', WEB_SERVICES],
])('the apps type-check with module %s and moduleResolution %s', async (module, moduleResolution, apps) => {
  const { directory, remove } = appFolder();
  try {
    for (const [file, text] of apps) writeFileSync(join(directory, file), text);
    const options = ['--module', module, '--moduleResolution', moduleResolution];
    const strict = ['--target', 'es2022', '--strict', '--noEmit', '--types', 'node'];
    // All in one program: the compiler reads what they share once.
    const files = apps.map(([file]) => file);
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, ...strict, ...files];
    const { code, stdout } = await run(process.execPath, tsc, { cwd: directory, env: process.env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  } finally {
    remove();
  }
});
