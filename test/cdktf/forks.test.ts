import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { appFolder, ROOT, requireBuilt } from './built.fixture.js';
import { run } from './program.fixture.js';

// An app of each fork, on the built packages, synthesized with Node and applied with the real Terraform: the CLIs are left out.

const FORKS = [
  { fork: 'cdktf', constructs: '@hansa/constructs', bindings: '@hansa/provider-hansa' },
  { fork: 'cdktn', constructs: '@hansa/constructs/cdktn', bindings: '@hansa/provider-hansa/cdktn' },
];

/** The same app, written for a fork; it is TypeScript, and JavaScript as well. */
function app({ fork, constructs, bindings }: (typeof FORKS)[number]): string {
  return `
import { App, LocalBackend, TerraformOutput, TerraformStack } from '${fork}';
import { WebService } from '${constructs}';
import { dataHansaServer } from '${bindings}';
import { HansaProvider } from '${bindings}/provider';

const app = new App({ outdir: 'out', context: { targetVersions: { terraform: '>=1.11', opentofu: '>=1.11' } } });
const stack = new TerraformStack(app, 'shop');
new HansaProvider(stack, 'hansa', { owner: '${fork}', clouds: { hetzner: { region: 'fsn1' } } });
new LocalBackend(stack, { path: 'terraform.tfstate' });
const web = new WebService(stack, 'web', {
  clouds: [{ cloud: 'hetzner', region: 'fsn1' }],
  size: 'SCS-2V-4',
  image: 'debian-12',
  sshPublicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example',
  userData: '#cloud-config',
  volumeGib: 10,
});
const [deployment] = web.deployments;
const found = new dataHansaServer.DataHansaServer(stack, 'found', { cloud: 'hetzner', id: deployment?.servers[0]?.id });
new TerraformOutput(stack, 'ip', { staticId: true, value: found.networks.get(0).ip });
app.synth();
`;
}

beforeAll(requireBuilt);

describe.each(FORKS)('an app of $fork', (fork) => {
  const folder = appFolder();
  let emulator: Emulator;
  let workspace: Workspace;

  beforeAll(async () => {
    emulator = await startEmulator({ clouds: ['hetzner'], clock: { scale: 50 } });
    workspace = new Workspace(emulator.env);
    await workspace.install();
  });

  afterAll(async () => {
    folder.remove();
    workspace.remove();
    await emulator.close();
  });

  test('is deployed, planned again without changes, and destroyed', async () => {
    writeFileSync(join(folder.directory, 'main.mjs'), app(fork));
    const synthesized = await run(process.execPath, ['main.mjs'], { cwd: folder.directory, env: process.env });
    expect(synthesized).toEqual({ code: 0, stdout: '', stderr: '' });

    const chdir = `-chdir=${join(folder.directory, 'out/stacks/shop')}`;
    await workspace.ok(chdir, 'init', '-input=false');
    expect(await workspace.ok(chdir, 'apply', '-auto-approve', '-input=false')).toContain('6 added, 0 changed');
    expect(await workspace.ok(chdir, 'output', '-raw', 'ip')).toMatch(/^10\.0\./);
    await workspace.ok(chdir, 'plan', '-detailed-exitcode', '-input=false');
    expect((await inventory(emulator, 'hetzner'))['servers']).toEqual(['web-fsn1-1']);
    await workspace.ok(chdir, 'destroy', '-auto-approve', '-input=false');
    expect(await inventory(emulator, 'hetzner')).toEqual({});
  });
});

// `node10` is what CDKTF's own templates use: it knows no `exports`.
test.each([
  ['node16', 'node16'],
  ['commonjs', 'node10'],
])('the apps type-check with module %s and moduleResolution %s', async (module, moduleResolution) => {
  const { directory, remove } = appFolder();
  try {
    // Both in one program: the compiler reads what they share once.
    const files = FORKS.map((fork) => {
      writeFileSync(join(directory, `${fork.fork}.ts`), app(fork));
      return `${fork.fork}.ts`;
    });
    const options = [
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
      '--target',
      'es2022',
      '--strict',
      '--noEmit',
    ];
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, '--types', 'node', ...files];
    const { code, stdout } = await run(process.execPath, tsc, { cwd: directory, env: process.env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  } finally {
    remove();
  }
});
