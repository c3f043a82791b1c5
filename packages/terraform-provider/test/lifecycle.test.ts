import { type Emulator, startEmulator } from '@hansa/emulator';
import { acceptance, type Resources, type Step } from '@hansa/terraform-plugin/testing';
import { virtualClock } from '../../../bench/measure/virtual-clock.js';
import { providerIn } from '../src/index.js';
import { inventory } from './inventory.js';
import { PLACES } from './workload.js';

describe.each(['hetzner', 'scaleway'])('at %s', (cloud) => {
  let emulator: Emulator;
  const place = `cloud = "${cloud}"\n  region = "${PLACES[cloud]}"`;

  const clock = virtualClock(Date.now());

  beforeAll(async () => {
    emulator = await startEmulator({ clock, rateLimit: false });
  });
  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const live = (...steps: Step[]) =>
    acceptance({
      provider: providerIn({ clock, env: emulator.env, wiretap: clock.link }),
      address: 'registry.terraform.io/hansa/hansa',
      config: 'owner = "shop"',
      steps,
      nothingLeft: async () => expect(await inventory(emulator, cloud)).toEqual({}),
    });
  const attribute = (resources: Resources, address: string, name: string) => resources.get(address)?.[name];

  test('what is taken out of the configuration is taken off: a volume and an address leave their server', async () => {
    const hcl = (server: string) => `
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
      }
      data "hansa_volume" "same" {
        cloud = "${cloud}"
        id    = hansa_volume.data.id
      }
      output "seen" {
        value = data.hansa_volume.same.size_gib
      }`;
    const attached = ['hansa_volume.data', 'hansa_public_ip.ip'];
    await live(
      {
        config: hcl('server_id = hansa_server.web.id'),
        check(resources, outputs) {
          const id = attribute(resources, 'hansa_server.web', 'id');
          expect(id).toEqual(expect.any(String));
          expect(attached.map((one) => attribute(resources, one, 'server_id'))).toEqual([id, id]);
          expect(outputs).toEqual({ seen: 20 });
        },
      },
      {
        config: hcl(''),
        plans: { 'hansa_volume.data': 'update', 'hansa_public_ip.ip': 'update' },
        check: (resources) =>
          expect(attached.map((one) => attribute(resources, one, 'server_id'))).toEqual([null, null]),
      },
    );
  });

  test('what ignore_changes leaves to others stays as they set it, also when something else is changed', async () => {
    const hcl = (name: string, words: string, ignored: string) => `
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
    const ignored = 'lifecycle {\n ignore_changes = [labels, power, firewall_ids, user_data_version]\n}';
    let id: unknown;
    await live(
      {
        config: hcl('web', theirs, ''),
        check(resources) {
          id = attribute(resources, 'hansa_server.web', 'id');
        },
      },
      {
        config: hcl('web2', '', ignored),
        plans: { 'hansa_server.web': 'update' },
        check: (resources) =>
          expect(resources.get('hansa_server.web')).toMatchObject({
            id,
            name: 'web2',
            labels: { team: 'blue' },
            power: 'off',
            firewall_ids: [attribute(resources, 'hansa_firewall.two', 'id')],
            user_data_version: '7',
          }),
      },
    );
  });

  test('what others do meanwhile is seen, and made good', async () => {
    const config = `
      resource "hansa_ssh_key" "me" {
        cloud      = "${cloud}"
        name       = "me"
        public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example"
      }`;
    // `terraform test` makes and destroys things of its own.
    const tests = `
      run "made" {
        assert {
          condition     = startswith(hansa_ssh_key.me.id, "${cloud}/")
          error_message = "an id names its cloud"
        }
      }
      run "refused" {
        command = plan
        plan_options { refresh = false }
        variables {
          key = "rubbish"
        }
        expect_failures = [var.key]
      }`;
    const variable = `
      variable "key" {
        default = "ssh-ed25519 AAAA"
        validation {
          condition     = startswith(var.key, "ssh-")
          error_message = "no key"
        }
      }`;
    await live(
      { config: variable + config, tests },
      { config },
      {
        before: () => emulator.reset(),
        drifts: { 'hansa_ssh_key.me': 'delete' },
        check: (resources) => expect(resources.size).toBe(0),
      },
      { config, plans: { 'hansa_ssh_key.me': 'create' } },
    );
  });
});
