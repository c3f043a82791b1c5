import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from './inventory.js';
import { workload } from './workload.js';
import { Workspace } from './workspace.js';

// The real Terraform spawns the bundled provider, installed from a mirror, against the emulated clouds.

describe.each(['hetzner', 'scaleway'])('the workload at %s', (cloud) => {
  let emulator: Emulator;
  let workspace: Workspace;

  beforeAll(async () => {
    emulator = await startEmulator({ clock: { scale: 50 } });
    workspace = new Workspace(emulator.env);
    await workspace.install();
    workspace.write(workload(cloud));
    await workspace.init();
  });

  afterAll(async () => {
    workspace.remove();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  test('is made; the second plan is empty; nothing secret is stored', async () => {
    const output = await workspace.apply();
    expect(output).toContain('7 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();
    expect((await inventory(emulator, cloud))['servers']).toEqual(['web-1', 'web-2']);
    expect(workspace.state()).not.toContain('secret-of-the-test');
  });

  test('is imported, each kind; the plan after it is empty', async () => {
    const resources = workspace.resources();
    workspace.forgetState();
    for (const { address, attributes } of resources) {
      await workspace.ok('import', '-input=false', address, String(attributes['id']));
    }
    await workspace.expectNoChanges();
  });

  test('changes in place', async () => {
    workspace.write(workload(cloud, { volumeGib: 30, ports: ['80', '443'], labels: 'role = "web", tier = "front"' }));
    const output = await workspace.apply();
    expect(output).toContain('0 added, 4 changed, 0 destroyed');
    await workspace.expectNoChanges();
  });

  test('says at plan what a resize interrupts, then does it', async () => {
    const resized = { size: 'SCS-4V-8', volumeGib: 30, ports: ['80', '443'], labels: 'role = "web", tier = "front"' };
    workspace.write(workload(cloud, resized));
    const plan = await workspace.ok('plan', '-input=false');
    expect(plan).toMatch(/disruption += "none" -> "stop"/);
    expect(plan).toContain('Warning: size: changing size stops it and starts it again');
    expect(plan).toMatch(/price_per_month += [\d.]+ -> [\d.]+/);
    expect(await workspace.apply()).toContain('0 added, 2 changed, 0 destroyed');
    await workspace.expectNoChanges();
  });

  test('is replaced where only a new one can be what is wanted, and says why', async () => {
    const other = { image: 'ubuntu-24.04', size: 'SCS-4V-8', volumeGib: 30, ports: ['80', '443'], labels: '' };
    workspace.write(workload(cloud, other));
    const output = await workspace.apply();
    expect(output).toMatch(/image += "debian-12" -> "ubuntu-24.04" # forces replacement/);
    expect(output).toContain('2 added, 2 changed, 2 destroyed');
    await workspace.expectNoChanges();
  });

  test('is destroyed; nothing is left', async () => {
    expect(await workspace.destroy()).toContain('7 destroyed');
    expect(await inventory(emulator, cloud)).toEqual({});
  });
});
