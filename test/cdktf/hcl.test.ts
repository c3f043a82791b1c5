import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { ROOT } from './built.fixture.js';

// examples/web-service-hcl as it stands, by the real Terraform, on two emulated clouds.

const EXAMPLE = join(ROOT, 'examples/web-service-hcl');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';

let emulator: Emulator;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startEmulator({ clock: { scale: 50 } });
  workspace = new Workspace({ ...emulator.env, TF_VAR_ssh_public_key: KEY });
  await workspace.install();
  for (const file of readdirSync(EXAMPLE).filter((name) => name.endsWith('.tf'))) {
    cpSync(join(EXAMPLE, file), join(workspace.directory, file));
  }
  await workspace.init();
});

afterAll(async () => {
  workspace.remove();
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

test('is written as Terraform formats it', async () => {
  await workspace.ok('fmt', '-check', '-diff');
});

test('stands on both clouds, and the second plan is empty', async () => {
  expect(await workspace.apply()).toContain('16 added, 0 changed, 0 destroyed');
  await workspace.expectNoChanges();
  const output = JSON.parse(await workspace.ok('output', '-json')) as {
    addresses: { value: Record<string, string> };
    servers: { value: { cloud: string; name: string; price_per_month: number; address: string }[] };
  };
  expect(Object.keys(output.addresses.value)).toEqual(['hetzner', 'scaleway']);
  const words = { address: expect.stringMatching(/^[\d.]+$/), price_per_month: expect.any(Number), currency: 'EUR' };
  expect(output.servers.value).toEqual(
    ['hetzner', 'scaleway'].flatMap((cloud) =>
      ['web-1', 'web-2'].map((name) => expect.objectContaining({ cloud, name, ...words })),
    ),
  );
});

test('leaves one cloud for the other by one variable', async () => {
  const output = await workspace.apply('-var', 'clouds={scaleway="fr-par-1"}');
  expect(output).toContain('0 added, 0 changed, 8 destroyed');
  expect(await inventory(emulator, 'hetzner')).toEqual({});
  expect((await inventory(emulator, 'scaleway'))['servers']).toEqual(['web-1', 'web-2']);
});

// Where a firewall is written to each server, the servers still are behind it.
test('goes on to a third one, as all of it', async () => {
  const clouds = 'clouds={upcloud="de-fra1"}';
  expect(await workspace.apply('-var', clouds)).toContain('8 added, 0 changed, 8 destroyed');
  expect(await workspace.apply('-var', clouds)).toContain('0 added, 0 changed, 0 destroyed');
  expect(await inventory(emulator, 'scaleway')).toEqual({});
  expect((await inventory(emulator, 'upcloud'))['servers']).toEqual(['web-1', 'web-2']);
});

test('is destroyed; nothing is left', async () => {
  await workspace.destroy();
  expect(await inventory(emulator, 'upcloud')).toEqual({});
});
