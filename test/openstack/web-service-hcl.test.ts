import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Hansa, KINDS } from '@hansa/sdk';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';

// examples/web-service-hcl as it stands, by the real Terraform, on a real OpenStack: the same code as on the emulated clouds, one word changed.

const clouds = process.env['HANSA_TEST_OPENSTACK'];
const EXAMPLE = join(__dirname, '../../examples/web-service-hcl');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const OWNER = 'web-service-real';

(clouds ? describe : describe.skip)('the web service on a real OpenStack', () => {
  const env = { OS_CLIENT_CONFIG_FILE: clouds ?? '', OS_CLOUD: 'hansa' };
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = new Workspace({
      ...env,
      TF_VAR_ssh_public_key: KEY,
      TF_VAR_owner: OWNER,
      TF_VAR_clouds: '{ openstack = "RegionOne" }',
    });
    await workspace.install();
    for (const file of readdirSync(EXAMPLE).filter((name) => name.endsWith('.tf'))) {
      cpSync(join(EXAMPLE, file), join(workspace.directory, file));
    }
    await workspace.init();
  });

  afterAll(() => workspace?.remove());

  /** Ids of what this owner has there, by kind. */
  const standing = async () => {
    const cloud = new Hansa({ env, owner: OWNER }).cloud('openstack');
    const lists = KINDS.map(async ({ name }) => (await cloud.kind(name).list({ owner: OWNER })).map(({ id }) => id));
    return (await Promise.all(lists)).flat();
  };

  test('stands, and the second plan is empty', async () => {
    expect(await workspace.apply()).toContain('8 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();
    expect(await standing()).toHaveLength(8);
  });

  test('grows its servers in place, and says in the plan that it stops them', async () => {
    const plan = await workspace.ok('plan', '-no-color', '-var', 'size=SCS-4V-8');
    expect(plan).toMatch(/disruption += "none" -> "stop"/);
    expect(await workspace.apply('-var', 'size=SCS-4V-8')).toContain('0 added, 2 changed, 0 destroyed');
  });

  test('is destroyed; nothing is left', async () => {
    await workspace.destroy();
    expect(await standing()).toEqual([]);
  });
});
