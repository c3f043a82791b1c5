import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logLine } from '../src/dev/log-line.js';
import { DevServer } from '../src/dev/server.js';
import { Workspace } from '../src/testing/index.js';

// The real Terraform beside a provider whose sources change meanwhile.

const home = join(__dirname, '..');
let folder: string;
let workspace: Workspace;
beforeEach(() => {
  // Inside of the package, whence a source finds it.
  mkdirSync(join(home, '.cache'), { recursive: true });
  folder = mkdtempSync(join(home, '.cache', 'dev-'));
  workspace = new Workspace();
  workspace.write(`terraform {
    required_providers { hello = { source = "example/hello" } }
  }
  data "hello_word" "one" {}
  output "word" { value = data.hello_word.one.word }`);
});
afterEach(() => {
  workspace.remove();
  rmSync(folder, { recursive: true, force: true });
});

const entry = () => join(folder, 'main.ts');
/** A provider with one word to say, in a file of its own, and a resource that takes as long as it is told. */
function sources(word: string): void {
  writeFileSync(join(folder, 'word.ts'), `export const word: string = ${word};\n`);
  if (existsSync(entry())) return;
  writeFileSync(
    entry(),
    `import { existsSync, writeFileSync } from 'node:fs';
import { attr, defineDataSource, defineProvider, defineResource, defineSchema, serve } from '@hansa/terraform-plugin';
import { word } from './word.js';

const said = defineDataSource()({
  schema: defineSchema({ attributes: { word: attr.string({ computed: true }) } }),
  read: async () => ({ word }),
});
const slow = defineResource()({
  schema: defineSchema({
    attributes: { file: attr.string({ required: true, requiresReplace: true }), word: attr.string({ computed: true }) },
  }),
  async create({ plan }) {
    writeFileSync(plan.file + '.begun', '');
    while (!existsSync(plan.file)) await new Promise((resolve) => setTimeout(resolve, 20));
    return { word };
  },
  read: async (state) => state,
  delete: async () => {},
});
const provider = defineProvider({
  schema: defineSchema({ attributes: {} }),
  configure: () => undefined,
  resources: { hello_slow: slow },
  dataSources: { hello_word: said },
});
void serve(provider, { address: 'registry.terraform.io/example/hello' });
`,
  );
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 120_000; !condition(); ) {
    if (Date.now() > deadline) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('while the sources change', () => {
  let server: DevServer;
  let said: string[];
  beforeEach(async () => {
    said = [];
    sources('"one"');
    server = await DevServer.start({ entry: entry(), conditions: ['source'], say: (line) => said.push(line) });
    Object.assign(workspace.env, server.environment);
  });
  afterEach(() => server.close());

  test('the next plan uses them; what does not build or start leaves the last that did', async () => {
    expect(await workspace.ok('plan')).toContain('word = "one"');
    sources('"two"');
    expect(await workspace.ok('plan')).toContain('word = "two"');

    sources('"broken');
    expect(await workspace.ok('plan')).toContain('word = "two"');
    expect(said.join('\n')).toMatch(/word\.ts:1:36[\s\S]*It does not build: the last provider that did goes on\./);
    sources('(() => { throw new Error("not today") })()');
    expect(await workspace.ok('plan')).toContain('word = "two"');
    expect(said.join('\n')).toMatch(/Error: not today[\s\S]*the provider ended \(1\) before it listened: the last/);

    sources('"three"');
    expect(await workspace.ok('plan')).toContain('word = "three"');
    expect(server.environment).toEqual({ TF_REATTACH_PROVIDERS: workspace.env['TF_REATTACH_PROVIDERS'] });
    expect(Object.keys(JSON.parse(server.environment!.TF_REATTACH_PROVIDERS))).toEqual([
      'registry.terraform.io/example/hello',
      'registry.opentofu.org/example/hello',
    ]);
  });

  test('an apply that is under way ends with what it began with', async () => {
    const file = join(folder, 'go');
    const applying = new Workspace(workspace.env);
    applying.write(`terraform {
      required_providers { hello = { source = "example/hello" } }
    }
    resource "hello_slow" "one" { file = ${JSON.stringify(file)} }`);
    try {
      const applied = applying.apply();
      await until(() => existsSync(`${file}.begun`));
      sources('"two"');
      expect(await workspace.ok('plan')).toContain('word = "two"');
      writeFileSync(file, '');
      expect(await applied).toContain('1 added');
      expect(applying.resources()).toMatchObject([{ attributes: { word: 'one' } }]);
    } finally {
      applying.remove();
    }
  });

  test('a change is noticed before anybody asks, and a provider that ended starts again', async () => {
    sources('"two"');
    await until(() => said.includes('The provider is reloaded.'));
    sources('process.pid.toString()');
    const killed = /word = "(\d+)"/.exec(await workspace.ok('plan'))![1];
    process.kill(Number(killed), 'SIGKILL');
    await until(() => !alive(Number(killed)));
    expect(/word = "(\d+)"/.exec(await workspace.ok('plan'))![1]).not.toBe(killed);
  });
});

test('the next provider has the port of the inspector, and others that Terraform is attached to stay', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  const said: string[] = [];
  const opened = () => said.filter((line) => line.startsWith(`Debugger listening on ws://127.0.0.1:${port}/`));
  process.env['TF_REATTACH_PROVIDERS'] = '{"example.com/other/one":{"Pid":1}}';
  sources('"one"');
  const start = () =>
    DevServer.start({ entry: entry(), conditions: ['source'], inspect: port, say: (line) => said.push(line) });
  const server = await start();
  try {
    await until(() => opened().length === 1);
    sources('"two"');
    await until(() => opened().length === 2);
    expect(said.join('\n')).not.toContain('address already in use');
    expect(Object.keys(JSON.parse(server.environment!.TF_REATTACH_PROVIDERS))).toEqual([
      'example.com/other/one',
      'registry.terraform.io/example/hello',
      'registry.opentofu.org/example/hello',
    ]);
    process.env['TF_REATTACH_PROVIDERS'] = 'none';
    await expect(start()).rejects.toThrow('TF_REATTACH_PROVIDERS is set, but is no JSON');
  } finally {
    delete process.env['TF_REATTACH_PROVIDERS'];
    await server.close();
  }
});

describe('the command', () => {
  const COMMAND = `require(${JSON.stringify(join(home, 'src/cli/main.ts'))}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;
  let tmp: string;
  beforeEach(() => {
    tmp = mkdtempSync(join(tmpdir(), 'dev-'));
    sources('process.pid.toString()');
  });
  afterEach(() => rmSync(tmp, { recursive: true, force: true }));

  function run(...args: string[]): {
    child: ChildProcess;
    out(): string;
    err(): string;
    ended: Promise<number | null>;
  } {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', '-e', COMMAND, '--', 'dev', entry(), '--condition', 'source', ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: home,
        env: { ...process.env, TMPDIR: tmp, TF_CLI_CONFIG_FILE: workspace.cliConfig },
      },
    );
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    return { child, out: () => out, err: () => err, ended: once(child, 'close').then(([code]) => code as number) };
  }
  const left = () => readdirSync(tmp).filter((name) => name.startsWith('tfplugin'));

  test('prints what to export, opens an inspector, and Ctrl-C leaves neither process nor socket', async () => {
    const { child, out, err, ended } = run('--debug', '--debug-port', '0');
    await until(() => out().includes("export TF_REATTACH_PROVIDERS='"));
    workspace.env['TF_REATTACH_PROVIDERS'] = /='(.*)'\n/.exec(out())![1];
    const pid = Number(/word = "(\d+)"/.exec(await workspace.ok('plan'))![1]);
    await until(() => /Debugger listening on ws:\/\/127\.0\.0\.1:\d+/.test(err()));
    expect(left()).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect([left(), alive(pid)]).toEqual([[], false]);
  });

  test('runs another with the provider attached, and ends as that does', async () => {
    const ran = run('--', 'terraform', `-chdir=${workspace.directory}`, 'plan', '-no-color', '-detailed-exitcode');
    expect(await ran.ended).toBe(2);
    const pid = Number(/word = "(\d+)"/.exec(ran.out())![1]);
    expect([left(), alive(pid)]).toEqual([[], false]);
  });

  test('killed, it takes the provider with it', async () => {
    const { child, out, ended } = run('--json');
    await until(() => out().endsWith('\n'));
    workspace.env['TF_REATTACH_PROVIDERS'] = JSON.parse(out()).TF_REATTACH_PROVIDERS;
    const pid = Number(/word = "(\d+)"/.exec(await workspace.ok('plan'))![1]);
    child.kill('SIGKILL');
    await ended;
    await until(() => !alive(pid));
    expect(left()).toEqual([]);
  });

  test.each([
    [['dev'], 'say what to serve', 2],
    [['dev', 'x.ts', '--debug-port', 'soon'], '--debug-port takes a number', 2],
    [['dev', '/nonexistent/x.ts'], 'there is no /nonexistent/x.ts to serve', 1],
    [['dev', join(home, 'package.json'), '--', 'true'], 'before it listened: its source must call serve()', 1],
    [
      ['dev', join(__dirname, 'store/main.ts'), '--condition', 'source', '--', '/nonexistent/terraform'],
      'could not be run: there is no such program',
      1,
    ],
  ])('%j is told what is wrong', async (args, words, code) => {
    let err = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text);
      return true;
    });
    try {
      expect(await (await import('../src/cli/main.js')).main(args)).toBe(code);
      expect(err).toContain(words);
    } finally {
      jest.restoreAllMocks();
    }
  });
});

test.each([
  ['plain text', 'plain text'],
  [
    '{"@level":"warn","@message":"slow","@module":"provider","@timestamp":"x","ms":3,"at":"a"}',
    '[warn] slow ms=3 at=a',
  ],
  ['{"@level":"debug","@message":"slow"}', undefined],
  [
    '{"@level":"error","@message":"failed","error":"Error: x\\n    at y"}',
    '[error] failed\n  error: Error: x\n      at y',
  ],
  ['{"not": "a log line"}', '{"not": "a log line"}'],
  ['{broken', '{broken'],
])('a person reads %j as %j', (line, shown) => {
  expect(logLine(line, 'info')).toBe(shown);
});

test('an address that Terraform does not read is told, and a fault of the code with its place in the source', async () => {
  const said: string[] = [];
  sources('"hello"');
  const good = readFileSync(entry(), 'utf8');
  writeFileSync(entry(), good.replace('registry.terraform.io/example/hello', 'hello'));
  const start = () => DevServer.start({ entry: entry(), conditions: ['source'], say: (line) => said.push(line) });
  await (await start()).close();
  expect(said.join('\n')).toContain('"hello" is no provider address: it is <namespace>/<name>, as in acme/thing');
  writeFileSync(entry(), good.replace('({ word })', '({ word: (undefined as unknown as { word: string }).word })'));
  const server = await start();
  try {
    Object.assign(workspace.env, server.environment);
    const { output } = await workspace.run(['plan', '-no-color']);
    expect(output.replaceAll(/\s+/g, ' ')).toMatch(/This is a fault of the provider: .* It happened at .*main\.ts:/);
    expect(said.join('\n')).toMatch(/a fault of the provider.*main\.ts:/);
  } finally {
    await server.close();
  }
});
