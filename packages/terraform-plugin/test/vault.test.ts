import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasSince, serveInProcess, Workspace } from '../src/testing/index.js';
import { CORES, testSince, testWhere } from './every-core.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

// What cores call beside plain resources, each since its version, with every core that is there (HANSA_CORES names further ones). Versions are
// those of the release notes.

describe.each(CORES)('%s', (_name, core) => {
  let vault: Vault;
  let workspace: Workspace;
  let close: () => Promise<void>;

  beforeEach(async () => {
    vault = new Vault();
    const running = await serveInProcess(vaultProvider(vault), { address: 'example.com/test/vault' });
    workspace = new Workspace(running.environment, core.binary);
    close = async () => {
      await running.close();
      workspace.remove();
    };
  });
  afterEach(() => close());

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
  const box = (label: string, more = '') =>
    `resource "vault_box" "${label}" {\n shelf = "top"\n label = "${label}"\n ${more}\n}\n`;
  /** What a command said, as one line. */
  const said = async (...args: string[]) => {
    const { code, output } = await workspace.run(args);
    return `${code} ${output.replace(/[│╷╵\s]+/g, ' ')}`;
  };
  const stored = () =>
    JSON.parse(workspace.state()) as {
      resources: { instances: { identity?: object; identity_schema_version?: number }[] }[];
    };

  test('functions are called, and their errors shown at the argument', async () => {
    configure(`
    output "loud" { value = provider::vault::shout("hello", "?") }
    output "sum" { value = provider::vault::total(1, [2, 3], [4]).total }
    output "known" { value = [provider::vault::known(null), provider::vault::known({ a = [1] })] }`);
    const output = await workspace.apply();
    expect(output).toContain('loud = "HELLO?"');
    expect(output).toContain('sum = 10');
    // OpenTofu calls nothing with a bare null where any type may stand.
    expect(workspace.outputs()['known']).toEqual([core.product === 'OpenTofu' ? null : false, true]);
    configure('output "loud" { value = provider::vault::shout("", null) }');
    expect(await said('plan', '-input=false')).toContain(
      'Invalid value for "text" parameter: there is nothing to shout',
    );
  });

  testSince(
    core,
    { Terraform: [1, 10], OpenTofu: [1, 11] },
    'an ephemeral value reaches what may have it, and no state',
    async () => {
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
    ${box('a')}`);
      await workspace.apply();
      // Once for the plan and once to apply it; OpenTofu's later ones not where nothing that is applied wants it.
      const turns = hasSince(core, { OpenTofu: [1, 12] }) ? 1 : 2;
      const seen = vault.seen.filter((one) => /open|close/.test(one));
      expect(seen).toEqual(Array.from({ length: turns }, () => ['open', 'close after 0']).flat());
      expect(workspace.state()).not.toContain('xxxxx');
    },
  );

  testSince(
    core,
    { Terraform: [1, 8], OpenTofu: [1, 10] },
    'a resource moves to another type, keeps what it is, and modules say who they are',
    async () => {
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
    },
  );

  testSince(core, { Terraform: [1, 12], OpenTofu: [1, 12] }, 'an identity is kept, upgraded, and imports', async () => {
    const identity = { shelf: 'top', label: 'cups' };
    configure(box('cups', 'content = "six"'));
    await workspace.apply();
    const [instance] = stored().resources[0]!.instances;
    expect(instance).toMatchObject({ identity, identity_schema_version: 1 });
    // As version 0 of the provider left it.
    const older = JSON.stringify(stored())
      .replace('"identity_schema_version":1', '"identity_schema_version":0')
      .replace(JSON.stringify(instance!.identity), '{"place":"top/cups"}');
    expect(older).toContain('"place"');
    workspace.writeState(older);
    await workspace.ok('apply', '-refresh-only', '-auto-approve');
    expect(stored().resources[0]!.instances[0]).toMatchObject({ identity, identity_schema_version: 1 });

    await workspace.ok('state', 'rm', 'vault_box.cups');
    const by = (label: string) => `import {\n to = vault_box.cups\n identity = { label = "${label}" }\n}\n`;
    configure(box('cups', 'content = "six"') + by('cans'));
    expect(await said('plan')).toMatch(/^1 .*There is no vault_box with that identity/);
    configure(box('cups', 'content = "six"') + by('cups'));
    expect(await workspace.apply()).toContain('1 imported, 0 added, 0 changed, 0 destroyed');
    expect(stored().resources[0]!.instances[0]).toMatchObject({ identity });
    await workspace.expectNoChanges();
  });

  testSince(core, { Terraform: [1, 14] }, '`query` lists what is there, and writes it as a configuration', async () => {
    configure(box('cups', 'content = "six"') + box('cans'));
    await workspace.apply();
    configure('');
    workspace.forgetState();
    workspace.file(
      'all.tfquery.hcl',
      `list "vault_box" "all" {
         provider         = vault
         include_resource = true
         config { shelf = "top" }
       }
       list "vault_box" "below" {
         provider = vault
         config { shelf = "bottom" }
       }`,
    );
    const listed = await workspace.ok('query');
    expect(listed.match(/^list\S+ +\S+ +Box \w+$/gm)?.sort()).toEqual([
      'list.vault_box.all   label=cans,shelf=top   Box cans',
      'list.vault_box.all   label=cups,shelf=top   Box cups',
    ]);

    await workspace.ok('query', '-generate-config-out=found.tf');
    const found = readFileSync(join(workspace.directory, 'found.tf'), 'utf8');
    expect(found.match(/^resource "vault_box"/gm)).toHaveLength(2);
    expect(await workspace.apply()).toContain('2 imported, 0 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();

    vault.boxes.set('top/broken', { shelf: 'top', label: 'broken', content: null, weight: 0 });
    expect(await said('query')).toMatch(/^1 .*the shelf fell down/);
  });

  testSince(core, { Terraform: [1, 14] }, 'an action is invoked by what triggers it, and by itself', async () => {
    const shaken = (label: string, more = '') => `
      ${box('cups', `${more}\n lifecycle {\n action_trigger {\n events = [after_create, before_update]\n actions = [action.vault_shake.it]\n }\n }`)}
      action "vault_shake" "it" {
        config {
          label = "${label}"
          times = 2
        }
      }`;
    configure(shaken('fragile'));
    expect(await said('plan')).toMatch(/^1 .*It would break/);
    configure(shaken('cups'));
    const output = await workspace.apply();
    expect(output).toContain('cups, time 1');
    expect(output).toContain('cups, time 2');
    await workspace.expectNoChanges();
    expect(await workspace.apply('-invoke=action.vault_shake.it')).toContain('cups, time 2');
    configure(shaken('loose', 'content = "six"'));
    expect(await said('apply', '-auto-approve')).toMatch(/^1 .*loose, time 2.*it fell/);
    // It was to be shaken before the change, so nothing has changed.
    expect(vault.boxes.get('top/cups')).toMatchObject({ content: null });
  });

  const waiting = () =>
    configure(`
      resource "vault_box" "a" {
        shelf = "attic"
        label = "a"
      }
      resource "vault_box" "b" {
        shelf = "top"
        label = "b\${vault_box.a.weight}"
      }
      data "vault_inventory" "attic" { shelf = "attic" }`);

  test('what would be put off is an error that says what to do', async () => {
    waiting();
    expect(await said('plan', '-input=false')).toMatch(/^1 .*This depends on something that does not exist yet/);
  });

  testWhere(
    core.product === 'Terraform' && /-(alpha|dev)/.test(core.version),
    core,
    "a build of Terraform's with experiments",
    'what has to wait is put off, and what depends on it',
    async () => {
      waiting();
      await workspace.ok('plan', '-allow-deferral', '-out=waiting.tfplan');
      const plan = JSON.parse(await workspace.ok('show', '-json', 'waiting.tfplan')) as {
        deferred_changes: { reason: string; resource_change: { address: string } }[];
      };
      expect(
        plan.deferred_changes.map(({ reason, resource_change }) => `${resource_change.address}: ${reason}`).sort(),
      ).toEqual([
        'data.vault_inventory.attic: absent_prereq',
        'vault_box.a: absent_prereq',
        'vault_box.b: deferred_prereq',
      ]);
      vault.shelves.push('attic');
      await workspace.ok('plan', '-allow-deferral', '-out=ready.tfplan');
      await workspace.ok('apply', 'ready.tfplan');
      expect([...vault.boxes.keys()]).toEqual(['attic/a', 'top/b0']);
    },
  );
});
