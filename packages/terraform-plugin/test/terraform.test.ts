import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeRelease, mirrorRelease, platformOf } from '../src/packaging/index.js';
import { type Outcome, serveInProcess } from '../src/testing/index.js';
import { storeProvider } from './store/provider.js';
import { compileProvider, install, StoreWorkspace } from './terraform.js';

// The real Terraform, twice: spawning the bundled provider over mutual TLS, and attached to one in this process.

interface Setup {
  readonly workspace: StoreWorkspace;
  close(): Promise<void>;
}

async function spawned(): Promise<Setup> {
  const workspace = new StoreWorkspace();
  await install(workspace);
  return { workspace, close: async () => workspace.remove() };
}

/** As people release it: compiled, packed, installed from the archive. */
async function compiled(): Promise<Setup> {
  const workspace = new StoreWorkspace();
  const program = join(workspace.root, 'terraform-provider-store');
  await compileProvider(program);
  const release = await makeRelease({
    address: 'example.com/test/store',
    version: '1.0.0',
    directory: join(workspace.root, 'release'),
    executable: { [platformOf()]: program },
  });
  ({ configFile: workspace.cliConfig } = await mirrorRelease(release, join(workspace.root, 'mirror')));
  // No socket's path can be so long: it takes TCP, as on Windows.
  workspace.env['PLUGIN_UNIX_SOCKET_DIR'] = join(workspace.root, 'x'.repeat(100));
  return { workspace, close: async () => workspace.remove() };
}

async function attached(): Promise<Setup> {
  const running = await serveInProcess(storeProvider(), { address: 'example.com/test/store' });
  const workspace = new StoreWorkspace(running.environment);
  return {
    workspace,
    async close() {
      await running.close();
      workspace.remove();
    },
  };
}

const APPLY = ['apply', '-auto-approve', '-input=false'];

const full = (change = '') => `
  resource "store_plain" "first" {
    huge  = 12345678901234567890
    value = { list = [1, "a"], ratio = 0.1 }
  }
  data "store_lookup" "hello" { name = "world" }
  resource "store_item" "all" {
    name     = "all"
    note     = "\${store_plain.first.id} \${data.store_lookup.hello.greeting}"
    ratio    = 0.1
    zone     = "EU-1"
    password = "secret-of-the-test"
    tags     = { a = "1", ünï = "cödé" }
    labels   = ["b", "a", "b"]
    disks    = [{ path = "/" }, { path = "/home" }]
    ports    = [{ port = 80 }, { port = 443 }]
    routes   = { home = { via = "x" }, away = { via = "y", metric = 3 } }
    settings = { mode = "fast" }
    ${change}
  }
  resource "store_item" "many" {
    count = 5
    name  = "many-\${count.index}"
    note  = store_item.all.id
  }
`;

function ok(outcome: Outcome): string {
  if (outcome.code !== 0) throw new Error(`terraform ended with ${outcome.code}:\n${outcome.output}`);
  return outcome.output;
}

describe.each([
  ['spawned, over mutual TLS', spawned],
  ['compiled, released, installed, over TCP', compiled],
  ['attached to a running provider', attached],
])('terraform, %s', (_name, setup) => {
  let workspace: StoreWorkspace;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ workspace, close } = await setup());
    workspace.configure(full());
    ok(await workspace.run(['init', '-input=false']));
  });
  afterAll(() => close());

  test('validates, and shows what is wrong where it is', async () => {
    expect(ok(await workspace.run(['validate']))).toContain('The configuration is valid');
    workspace.configure(
      'resource "store_item" "bad" {\n  name = "x"\n  settings = {\n    mode = "wild"\n  }\n  tags = {\n    a = "b"\n  }\n}',
    );
    const { code, output } = await workspace.run(['validate']);
    expect(code).toBe(1);
    expect(output).toContain('Invalid value for mode');
    expect(output).toContain('Must be one of "fast", "safe".');
    expect(output).toMatch(/\d: +settings = \{\n.*\d: +mode = "wild"\n.*\d: +\}\n\n/);
  });

  test('creates everything; the second plan is empty', async () => {
    workspace.configure(full());
    expect(ok(await workspace.run(APPLY))).toContain('7 added, 0 changed, 0 destroyed');
    expect(ok(await workspace.run(['plan', '-detailed-exitcode']))).toContain('No changes.');
    expect(readdirSync(workspace.data)).toHaveLength(6);
    expect(workspace.state()).not.toContain('secret-of-the-test');
    expect(workspace.state()).toContain('12345678901234567890');
  });

  test('a change of spelling is none; an update is in place', async () => {
    workspace.configure(full().replace('"EU-1"', '"eu-1"'));
    expect(ok(await workspace.run(['plan', '-detailed-exitcode']))).toContain('No changes.');
    workspace.configure(full('size = 3').replace('{ port = 80 }, ', '').replace('{ path = "/" }', '{ path = "/srv" }'));
    const output = ok(await workspace.run(APPLY));
    expect(output).toContain('0 added, 1 changed, 0 destroyed');
    expect(ok(await workspace.run(['plan', '-detailed-exitcode']))).toContain('No changes.');
  });

  test('a replacement says why', async () => {
    workspace.configure(full('size = 2'));
    const output = ok(await workspace.run(APPLY));
    expect(output).toMatch(/size +=? ?.*# forces replacement/);
    expect(output).toContain('1 destroyed');
    expect(ok(await workspace.run(['plan', '-detailed-exitcode']))).toContain('No changes.');
  });

  test('a failure on the way leaves a tainted resource, and the next apply replaces it', async () => {
    const late = (fail: string) => `${full('size = 2')}
      resource "store_item" "late" {
        name = "late"
        ${fail}
      }`;
    workspace.configure(late('fail = "create-late"'));
    const failed = await workspace.run(APPLY);
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('the line was cut');
    workspace.configure(late(''));
    const output = ok(await workspace.run(APPLY));
    expect(output).toContain('store_item.late is tainted');
    expect(output).toContain('1 added, 0 changed, 1 destroyed');
    workspace.configure(full('size = 2'));
    expect(ok(await workspace.run(APPLY))).toContain('1 destroyed');
  });

  test('an import brings what exists; the plan after it is empty', async () => {
    ok(await workspace.run(['state', 'rm', 'store_item.many[0]']));
    const { code, output } = await workspace.run(['import', 'store_item.many[0]', 'not-there']);
    expect([code, output]).toEqual([1, expect.stringContaining('There is no store_item with the id not-there')]);
    ok(await workspace.run(['import', '-input=false', 'store_item.many[0]', 'many-0']));
    expect(ok(await workspace.run(['plan', '-detailed-exitcode']))).toContain('No changes.');
  });

  test('Ctrl-C reaches the provider, and what exists is kept', async () => {
    workspace.configure(`${full('size = 2')}
      resource "store_item" "slow" {
        name = "slow"
        fail = "hang"
      }`);
    const slow = join(workspace.data, 'slow.json');
    const { code, output } = await workspace.run(APPLY, async (terraform) => {
      for (let looks = 0; looks < 3_000 && !existsSync(slow); looks += 1) await sleep(20);
      terraform.kill('SIGINT');
    });
    expect(code).toBe(1);
    expect(output).toContain('The operation was cancelled');
    expect(workspace.state()).toMatch(/"status": ?"tainted"/);
  });

  test('what is gone is planned anew, and a destroy leaves nothing', async () => {
    workspace.configure(full('size = 2'));
    expect(ok(await workspace.run(['destroy', '-auto-approve']))).toContain('Destroy complete!');
    expect(readdirSync(workspace.data)).toEqual([]);
  });
});

test('a spawned provider leaves neither process nor socket behind', async () => {
  const { workspace, close } = await spawned();
  const tmp = join(workspace.root, 'tmp');
  mkdirSync(tmp);
  workspace.env['TMPDIR'] = tmp;
  workspace.configure('resource "store_item" "a" { name = "a" }');
  ok(await workspace.run(['init', '-input=false']));
  ok(await workspace.run(APPLY));
  expect(readdirSync(tmp).filter((entry) => entry.startsWith('tfplugin-'))).toEqual([]);
  expect(existsSync(join(workspace.data, 'a.json'))).toBe(true);
  await close();
});
