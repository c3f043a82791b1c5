import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { FORKS, webServiceApp } from './apps.fixture.js';
import { appFolder, requireBuilt } from './built.fixture.js';
import { run } from './program.fixture.js';

// An app of each fork, on the built packages, synthesized with Node and applied with the real Terraform: the CLIs are left out.

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
    writeFileSync(join(folder.directory, 'main.mjs'), webServiceApp(fork));
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
