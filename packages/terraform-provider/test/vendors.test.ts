import { type Emulator, startEmulator } from '@hansa/emulator';
import { type InProcessProvider, serveInProcess } from '@hansa/terraform-plugin/testing';
import { provider } from '../src/index.js';
import { Workspace } from './workspace.js';

const CONFIG = `
provider "hansa" {
  owner = "shop"
  clouds = {
    infomaniak = { region = "dc4-a" }
    frankfurt  = { driver = "cleura", region = "Fra1" }
  }
}
resource "hansa_server" "web" {
  for_each = { infomaniak = "CH", frankfurt = "DE" }
  cloud    = each.key
  region   = each.value
  name     = "web"
  size     = var.size
  image    = "debian-12"
}
variable "size" {}
output "boots" {
  value = { for cloud, one in hansa_server.web : cloud => "\${one.boot_from} \${one.disk_gib} \${one.native_size}" }
}
`;

let emulator: Emulator;
let running: InProcessProvider;
let workspace: Workspace;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['openstack'], clock: { scale: 200 } });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
  workspace = new Workspace(running.environment);
});
afterAll(async () => {
  workspace.remove();
  await running.close();
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

test('one configuration for two vendors of OpenStack, whose servers keep their volume through changes of size', async () => {
  workspace.write(CONFIG);
  const boots = async (size: string, planned: RegExp) => {
    const given = `-var=size=${size}`;
    expect(await workspace.ok('plan', '-input=false', given)).toMatch(planned);
    await workspace.apply(given);
    expect(await workspace.ok('plan', '-input=false', given)).toContain('No changes');
    return JSON.parse(await workspace.ok('output', '-json', 'boots')) as Record<string, string>;
  };
  const both = (text: string) => ({ infomaniak: text, frankfurt: text });
  expect(await boots('SCS-2V-4', /boot_from\s+= "volume"/)).toEqual(both('volume 20 SCS-2V-4'));
  // A size with a disk of its own, and back: the volume stays what it is.
  expect(await boots('m1.small', /updated in-place/)).toEqual(both('volume 20 m1.small'));
  expect(await boots('SCS-2V-4', /updated in-place/)).toEqual(both('volume 20 SCS-2V-4'));
});
