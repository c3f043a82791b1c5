import { type Emulator, startEmulator } from '@hansa/emulator';
import { PLACES } from './workload.js';
import { Workspace } from './workspace.js';

describe.each(['hetzner', 'scaleway'])('at %s', (cloud) => {
  let emulator: Emulator;
  let workspace: Workspace;
  const place = `cloud = "${cloud}"\n  region = "${PLACES[cloud]}"`;

  beforeAll(async () => {
    emulator = await startEmulator({ clock: { scale: 500 }, rateLimit: false });
    workspace = new Workspace(emulator.env);
    await workspace.install();
  });
  afterAll(async () => {
    workspace.remove();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });
  const attribute = (address: string, name: string) =>
    workspace.resources().find((one) => one.address === address)?.attributes[name];

  test('what is taken out of the configuration is taken off: a volume and an address leave their server', async () => {
    const hcl = (server: string) => `
      provider "hansa" { owner = "shop" }
      resource "hansa_server" "web" {
        ${place}
        name  = "web"
        size  = "SCS-2V-4"
        image = "debian-12"
      }
      resource "hansa_volume" "data" {
        ${place}
        name     = "data"
        size_gib = 20
        ${server}
      }
      resource "hansa_public_ip" "ip" {
        ${place}
        name = "ip"
        ${server}
      }`;
    workspace.write(hcl('server_id = hansa_server.web.id'));
    await workspace.init();
    await workspace.apply();
    expect(attribute('hansa_volume.data', 'server_id')).toEqual(expect.any(String));
    workspace.write(hcl(''));
    expect(await workspace.apply()).toContain('2 changed');
    for (const address of ['hansa_volume.data', 'hansa_public_ip.ip'])
      expect(attribute(address, 'server_id')).toBeNull();
    await workspace.expectNoChanges();
    await workspace.destroy();
  });

  test('what ignore_changes leaves to others stays as they set it, also when something else is changed', async () => {
    const hcl = (name: string, words: string, ignored: string) => `
      provider "hansa" { owner = "shop" }
      resource "hansa_firewall" "one" {
        ${place}
        name  = "one"
        rules = []
      }
      resource "hansa_firewall" "two" {
        ${place}
        name  = "two"
        rules = []
      }
      resource "hansa_server" "web" {
        ${place}
        name  = "${name}"
        size  = "SCS-2V-4"
        image = "debian-12"
        ${words}
        ${ignored}
      }`;
    const theirs =
      'labels = { team = "blue" }\npower = "off"\nfirewall_ids = [hansa_firewall.two.id]\nuser_data_version = "7"';
    workspace.write(hcl('web', theirs, ''));
    await workspace.init();
    await workspace.apply();
    const id = attribute('hansa_server.web', 'id');
    const ignored = 'lifecycle {\n ignore_changes = [labels, power, firewall_ids, user_data_version]\n}';
    workspace.write(hcl('web2', '', ignored));
    expect(await workspace.apply()).toContain('1 changed');
    expect(workspace.resources().find((one) => one.address === 'hansa_server.web')?.attributes).toMatchObject({
      id,
      name: 'web2',
      labels: { team: 'blue' },
      power: 'off',
      firewall_ids: [attribute('hansa_firewall.two', 'id')],
      user_data_version: '7',
    });
    await workspace.expectNoChanges();
    await workspace.destroy();
  });
});
