import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { FORKS, placementApp } from './apps.fixture.js';
import { appFolder, requireBuilt } from './built.fixture.js';
import { run } from './program.fixture.js';

// What a placement chose is given to servers, in an app of each fork: a reference at synthesis, a server where there is one at apply.

const reference = (path: string) => `\${${path}}`;
const CLOUDS = ['hetzner', 'scaleway'];

beforeAll(requireBuilt);

describe.each(FORKS)('an app of $fork', (fork) => {
  const folder = appFolder();
  let emulator: Emulator;
  let workspace: Workspace;

  beforeAll(async () => {
    emulator = await startEmulator({ clouds: CLOUDS, clock: { scale: 500 }, rateLimit: false });
    workspace = new Workspace(emulator.env);
    await workspace.install();
    writeFileSync(join(folder.directory, 'main.mjs'), placementApp(fork));
  });

  afterAll(async () => {
    folder.remove();
    workspace.remove();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  test('gives the list as a reference', async () => {
    const synthesized = await run(process.execPath, ['main.mjs'], { cwd: folder.directory, env: process.env });
    expect(synthesized).toEqual({ code: 0, stdout: '', stderr: '' });
    const { resource } = JSON.parse(readFileSync(join(folder.directory, 'out/stacks/shop/cdk.tf.json'), 'utf8'));
    expect(resource.hansa_server).toMatchObject({
      first: { candidates: reference('hansa_placement.place.candidates') },
      second: { candidates: reference('hansa_placement.place.choices[1].candidates') },
    });
    for (const server of Object.values(resource.hansa_server))
      for (const name of ['cloud', 'region', 'size']) expect(server).not.toHaveProperty(name);
  });

  test('stands where there is one, is planned again without changes, and destroyed', async () => {
    // Hetzner has none left of its first candidate.
    const body = { error: { code: 'resource_unavailable', message: 'error during placement' } };
    emulator.faults.add({ kind: 'status', cloud: 'hetzner', method: 'POST', path: '/servers', status: 412, body });
    const chdir = `-chdir=${join(folder.directory, 'out/stacks/shop')}`;
    await workspace.ok(chdir, 'init', '-input=false');
    const output = await workspace.ok(chdir, 'apply', '-auto-approve', '-input=false', '-no-color');
    expect(output).toMatch(/server first: hetzner \S+ \S+ is left for hetzner/);
    expect(output).toContain('3 added, 0 changed');
    expect(await workspace.ok(chdir, 'output', '-raw', 'where')).toBe('hetzner');
    expect((await inventory(emulator, 'hetzner'))['servers']).toEqual(['first']);
    expect((await inventory(emulator, 'scaleway'))['servers']).toEqual(['second']);
    await workspace.ok(chdir, 'plan', '-detailed-exitcode', '-input=false');
    await workspace.ok(chdir, 'destroy', '-auto-approve', '-input=false');
    for (const cloud of CLOUDS) expect(await inventory(emulator, cloud)).toEqual({});
  });
});
