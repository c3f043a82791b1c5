import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDER, server, servers, volume } from './fleet.fixture.js';
import { Ground, type Workspace } from './ground.fixture.js';

// What people do with Terraform besides plan and apply.

const CLOUD = 'hetzner';

describe('commands and arguments of Terraform', () => {
  let ground: Ground;
  let workspace: Workspace;

  beforeAll(async () => {
    ground = await Ground.inProcess();
    workspace = await ground.workspaceInProcess('');
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    ground.emulator.reset();
    workspace.forgetState();
  });

  const there = async () => (await ground.inventory(CLOUD))['servers'] ?? [];
  const idOf = (address: string) =>
    String(workspace.resources().find((one) => one.address === address)?.attributes['id']);
  async function made(hcl: string): Promise<void> {
    workspace.write(PROVIDER + hcl);
    await workspace.apply();
  }
  const nativeId = (address: string) => idOf(address).split('/')[1];
  const rename = (address: string, name: string) => ground.ask(CLOUD, 'PUT', `/servers/${nativeId(address)}`, { name });

  test('-refresh=false asks nothing of what is there; -refresh-only takes what is there as it is', async () => {
    await made(server('web', CLOUD));
    await rename('hansa_server.web', 'renamed');
    ground.emulator.requests.clear();
    expect(await workspace.ok('plan', '-refresh=false')).toContain('No changes');
    expect(ground.emulator.requests.count({ path: '/servers/{id}' })).toBe(0);
    expect(ground.emulator.requests.count({ path: '/servers' })).toBe(0);
    await workspace.apply('-refresh-only');
    expect(workspace.resources()[0]?.attributes['name']).toBe('renamed');
    expect(await there()).toEqual(['renamed']);
    await workspace.apply();
    expect(await there()).toEqual(['web']);
  });

  test('-target makes that and what it needs; -replace makes it anew', async () => {
    const hcl =
      server('web', CLOUD) + server('other', CLOUD) + volume('data', CLOUD, { server_id: 'hansa_server.web.id' });
    workspace.write(PROVIDER + hcl);
    expect(await workspace.apply('-target=hansa_volume.data')).toContain('2 added');
    expect(await there()).toEqual(['web']);
    expect(await workspace.apply()).toContain('1 added, 0 changed, 0 destroyed');
    const before = idOf('hansa_server.web');
    const output = await workspace.apply('-replace=hansa_server.web');
    expect(output).toContain('1 added, 1 changed, 1 destroyed');
    expect(idOf('hansa_server.web')).not.toBe(before);
    await workspace.expectNoChanges();
    expect(await there()).toEqual(['other', 'web']);
  });

  test('state rm, then an import block: nothing is made, nothing changes', async () => {
    const hcl =
      server('web', CLOUD, { labels: '{ role = "web" }' }) +
      volume('data', CLOUD, { server_id: 'hansa_server.web.id' });
    await made(hcl);
    const ids = { server: idOf('hansa_server.web'), volume: idOf('hansa_volume.data') };
    await workspace.ok('state', 'rm', 'hansa_server.web', 'hansa_volume.data');
    workspace.write(
      `${PROVIDER}${hcl}import {\n  to = hansa_server.web\n  id = "${ids.server}"\n}\nimport {\n  to = hansa_volume.data\n  id = "${ids.volume}"\n}\n`,
    );
    expect(await workspace.ok('plan')).toContain('2 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.apply();
    await workspace.expectNoChanges();
    expect(idOf('hansa_server.web')).toBe(ids.server);
  });

  test('import with -generate-config-out writes a configuration that plans empty', async () => {
    await made(server('web', CLOUD, { labels: '{ role = "web" }' }));
    const id = idOf('hansa_server.web');
    workspace.forgetState();
    workspace.write(`${PROVIDER}import {\n  to = hansa_server.web\n  id = "${id}"\n}\n`);
    const generated = join(workspace.directory, 'generated.tf');
    const { output } = await workspace.run(['plan', '-generate-config-out=generated.tf', '-input=false']);
    expect(existsSync(generated)).toBe(true);
    expect(output).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.apply();
    await workspace.expectNoChanges();
    rmSync(generated);
  });

  test('moved blocks: another address, and from count to for_each', async () => {
    await made(server('old', CLOUD, { name: '"web"' }) + servers(CLOUD, 2));
    const ids = workspace.resources().map(({ attributes }) => attributes['id']);
    const each = server(CLOUD, CLOUD, { for_each: 'toset(["0", "1"])', name: `"${CLOUD}-\${each.key}"` });
    const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
    workspace.write(
      PROVIDER +
        server('new', CLOUD, { name: '"web"' }) +
        each +
        moved('hansa_server.old', 'hansa_server.new') +
        moved(`hansa_server.${CLOUD}[0]`, `hansa_server.${CLOUD}["0"]`) +
        moved(`hansa_server.${CLOUD}[1]`, `hansa_server.${CLOUD}["1"]`),
    );
    expect(await workspace.apply()).toContain('0 added, 0 changed, 0 destroyed');
    expect(
      workspace
        .resources()
        .map(({ attributes }) => attributes['id'])
        .sort(),
    ).toEqual([...ids].sort());
    await workspace.expectNoChanges();
  });

  test('create_before_destroy: the new one stands before the old one goes', async () => {
    const web = (version: string) =>
      server(
        'web',
        CLOUD,
        { name: `"web-${version}"`, image: version === 'a' ? '"debian-12"' : '"ubuntu-24.04"' },
        'create_before_destroy = true',
      );
    await made(web('a'));
    ground.emulator.requests.clear();
    await made(web('b'));
    const steps = ground.emulator.requests
      .list({ cloud: CLOUD })
      .map(({ method, template }) => `${method} ${template}`);
    expect(steps.indexOf('POST /servers')).toBeLessThan(steps.indexOf('DELETE /servers/{id}'));
    expect(await there()).toEqual(['web-b']);
    await workspace.expectNoChanges();
  });

  test('create_before_destroy under one name: refused with what to do, and the old one stays', async () => {
    const web = (image: string) => server('web', CLOUD, { image: `"${image}"` }, 'create_before_destroy = true');
    await made(web('debian-12'));
    workspace.write(PROVIDER + web('ubuntu-24.04'));
    const { code, output } = await workspace.run(['apply', '-auto-approve', '-input=false']);
    expect(code).toBe(1);
    expect(output.replace(/\s+/g, ' ')).toContain('"web" is there already');
    expect(output.replace(/\s+/g, ' ')).toContain('another name');
    expect(await there()).toEqual(['web']);
    workspace.write(PROVIDER + web('debian-12'));
    await workspace.expectNoChanges();
  });

  test('ignore_changes leaves alone what it names; prevent_destroy holds', async () => {
    await made(server('web', CLOUD, { labels: '{ role = "web" }' }, 'ignore_changes = [labels, name, power]'));
    await rename('hansa_server.web', 'renamed');
    await workspace.expectNoChanges();
    await made(
      server(
        'web',
        CLOUD,
        { labels: '{ role = "web" }', size: '"SCS-4V-8"' },
        'ignore_changes = [labels, name, power]',
      ),
    );
    expect(await there()).toEqual(['renamed']);
    await workspace.expectNoChanges();
    workspace.write(PROVIDER + server('web', CLOUD, {}, 'prevent_destroy = true'));
    const { code, output } = await workspace.run(['destroy', '-auto-approve', '-input=false']);
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringMatching(/[Ii]nstance cannot be destroyed/),
    });
    expect(await there()).toEqual(['renamed']);
  });

  test('terraform test: run blocks make, look and clean up', async () => {
    workspace.write(
      `${PROVIDER}variable "size" {\n  default = "SCS-2V-4"\n}\n${server('web', CLOUD, { size: 'var.size' })}`,
    );
    const file = join(workspace.directory, 'web.tftest.hcl');
    writeFileSync(
      file,
      `run "plan" {
  command = plan
  assert {
    condition     = hansa_server.web.native_size == "cx23"
    error_message = "another size"
  }
}
run "make" {
  assert {
    condition     = hansa_server.web.public_ipv4_address != null
    error_message = "no address"
  }
}
run "resize" {
  variables {
    size = "SCS-4V-8"
  }
  assert {
    condition     = hansa_server.web.vcpus == 4 && hansa_server.web.id == run.make.id
    error_message = "not resized in place"
  }
}
`,
    );
    writeFileSync(join(workspace.directory, 'outputs.tf'), 'output "id" {\n  value = hansa_server.web.id\n}\n');
    const output = await workspace.ok('test');
    rmSync(file);
    rmSync(join(workspace.directory, 'outputs.tf'));
    expect(output).toContain('3 passed, 0 failed');
    expect(await ground.inventory(CLOUD)).toEqual({});
  });
});

// Who plans and who applies are two processes with a user, who share nothing but the file: so it is done here too.
test.each([
  ['1', 'one process', () => Ground.inProcess(), 'workspaceInProcess'],
  ['50', 'a process each time', () => Ground.start(), 'workspace'],
] as const)(
  'a saved plan is applied as it was seen, write-only user data with it, parallelism %s, by %s',
  async (parallelism, _, begin, kind) => {
    const ground = await begin();
    try {
      const told = { user_data: '"#cloud-config\\n# told-once"', user_data_version: '"1"' };
      const workspace = await ground[kind](PROVIDER + servers(CLOUD, 3, told));
      await workspace.ok('plan', '-out=saved', '-input=false');
      expect(await workspace.ok('show', 'saved')).not.toContain('told-once');
      expect(await workspace.ok('apply', '-input=false', `-parallelism=${parallelism}`, 'saved')).toContain('3 added');
      const [create] = ground.emulator.requests.list({ cloud: CLOUD, method: 'POST', path: '/servers' });
      expect(create?.requestBody).toHaveProperty('user_data');
      expect(workspace.state()).not.toContain('told-once');
      await workspace.expectNoChanges();
      await workspace.ok('plan', '-destroy', '-out=saved', '-input=false');
      await workspace.ok('apply', '-input=false', `-parallelism=${parallelism}`, 'saved');
      expect(await ground.inventory(CLOUD)).toEqual({});
    } finally {
      await ground.close();
    }
  },
);
