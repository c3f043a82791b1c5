import { serveInProcess, Workspace } from '../src/testing/index.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

// What Terraform 1.11 calls beside plain resources: functions, ephemeral resources, moves between types, provider_meta. What only later
// ones call is driven by the package's own client, in protocol.test.ts.

const vault = new Vault();
let workspace: Workspace;
let close: () => Promise<void>;

beforeAll(async () => {
  const running = await serveInProcess(vaultProvider(vault), { address: 'example.com/test/vault' });
  workspace = new Workspace(running.environment);
  close = async () => {
    await running.close();
    workspace.remove();
  };
});
afterAll(() => close());
beforeEach(() => {
  vault.seen.length = 0;
});

function configure(blocks: string): void {
  workspace.write(
    `terraform {
      required_providers {
        vault = { source = "example.com/test/vault", version = "1.0.0" }
      }
      provider_meta "vault" { module = "m" }
    }
    provider "vault" {}
    ${blocks}`,
  );
}
test('functions are called, and their errors shown at the argument', async () => {
  configure(`
    output "loud" { value = provider::vault::shout("hello", "?") }
    output "sum" { value = provider::vault::total(1, [2, 3], [4]).total }`);
  const output = await workspace.apply();
  expect(output).toContain('loud = "HELLO?"');
  expect(output).toContain('sum = 10');
  configure('output "loud" { value = provider::vault::shout("", null) }');
  const refused = (await workspace.run(['plan', '-input=false'])).output.replace(/\s+/g, ' ');
  expect(refused).toContain('Invalid value for "text" parameter: there is nothing to shout');
});

test('an ephemeral value reaches what may have it, and no state', async () => {
  configure(`
    ephemeral "vault_token" "t" {
      length = 5
      lifecycle {
        postcondition {
          condition     = self.value == "xxxxx"
          error_message = "another value came"
        }
      }
    }
    output "length" { value = "fixed" }`);
  await workspace.apply();
  expect(vault.seen).toEqual(['open', 'close after 0', 'open', 'close after 0']);
  expect(workspace.state()).not.toContain('xxxxx');
});

test('a resource moves to another type, keeps what it is, and modules say who they are', async () => {
  configure('resource "vault_crate" "c" {\n shelf = "top"\n name = "cups"\n content = "six"\n}');
  await workspace.apply();
  configure(`
    resource "vault_box" "c" {
      shelf   = "top"
      label   = "cups"
      content = "six"
    }
    data "vault_inventory" "all" {}
    moved {
      from = vault_crate.c
      to   = vault_box.c
    }`);
  const output = await workspace.apply();
  expect(output).toContain('vault_crate.c has moved to vault_box.c');
  expect(output).toContain('0 added, 0 changed, 0 destroyed');
  expect(vault.boxes.get('top/cups')).toMatchObject({ content: 'six', weight: 3 });
  expect(vault.seen).toEqual(expect.arrayContaining(['plan meta=m', 'read meta=m']));
  await workspace.expectNoChanges();
});
