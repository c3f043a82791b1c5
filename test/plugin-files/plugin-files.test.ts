import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPages, makePages, readFiles, schemaOf } from '@hansa/terraform-plugin/docs';
import { buildProgram } from '@hansa/terraform-plugin/packaging';
import {
  acceptance,
  type Core,
  echo,
  everyCore,
  hasSince,
  serveInProcess,
  Workspace,
} from '@hansa/terraform-plugin/testing';
import { provider } from '../../examples/plugin-files/src/provider.js';

const CORES = everyCore().map((core) => [`${core.product} ${core.version}`, core] as const);
const EXAMPLE = join(__dirname, '../../examples/plugin-files');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string, content: string) =>
  `resource "files_text" "one" {\n path = ${JSON.stringify(path)}\n content = ${JSON.stringify(content)}\n}`;
const made = (path: string) => readFileSync(join(folder, path), 'utf8');

test('a provider outside our domain lives through its life', async () => {
  await acceptance({
    provider,
    address: 'registry.terraform.io/example/files',
    config: `folder = ${JSON.stringify(folder)}`,
    steps: [
      {
        config: file('one', 'hello'),
        plans: { 'files_text.one': 'create' },
        check: () => expect(made('one')).toBe('hello'),
      },
      { imports: 'files_text.one', id: ({ path }) => String(path) },
      { imports: 'files_text.one', identity: ({ path }) => ({ path }) },
      { config: file('one', 'hello, world'), plans: { 'files_text.one': 'update' } },
      { before: () => rmSync(join(folder, 'one')), drifts: { 'files_text.one': 'delete' } },
      { config: file('../one', 'x'), fails: { says: 'lies outside of the folder', at: 'path = ' } },
    ],
    nothingLeft: () => expect(readdirSync(folder)).toEqual([]),
  });
});

test('an ephemeral value goes where a test can see it', async () => {
  await acceptance({
    provider,
    address: 'registry.terraform.io/example/files',
    config: `folder = ${JSON.stringify(folder)}`,
    others: { 'example.com/kit/echo': echo },
    steps: [
      {
        config: `
          ephemeral "files_password" "admin" { bytes = 9 }
          provider "echo" { data = ephemeral.files_password.admin.value }
          resource "echo" "admin" {}`,
        check: (resources) =>
          expect(resources.get('echo.admin')?.['data']).toMatchObject({ value: expect.stringMatching(/^.{12}$/) }),
      },
    ],
  });
});

test('everything beside it works too', async () => {
  const { client, close } = await serveInProcess(provider, { address: 'example/files' });
  try {
    expect((await client.schemas()).diagnostics).toEqual([]);
    expect(await client.configure({ folder })).toEqual([]);
    writeFileSync(join(folder, 'a.txt'), 'a');
    writeFileSync(join(folder, 'b.md'), '');
    expect(await client.readDataSource('files_content', { path: 'b.md' })).toMatchObject({
      diagnostics: [],
      state: { content: '', sha256: expect.stringMatching(/^e3b0c442/) },
    });
    expect((await client.list('files_text', { ending: '.txt' }, { includeResource: true })).found).toMatchObject([
      { identity: { path: 'a.txt' }, displayName: 'a.txt', resource: { content: 'a' } },
    ]);
    expect(await client.invoke('files_append', { path: 'a.txt', line: 'b' })).toEqual({
      diagnostics: [],
      progress: ['a.txt has 3 characters now'],
    });
    expect(made('a.txt')).toBe('ab\n');
    expect(await client.call('lines', 2, 'a', 'b')).toBe('  a\n  b\n');
    const moved = await client.move('files_text', {
      typeName: 'local_file',
      state: { filename: './made/a.txt', content: 'ab\n' },
    });
    expect(moved.state).toMatchObject({ path: 'a.txt', content: 'ab\n' });
    const again = await client.apply('files_text', await client.plan('files_text', { path: 'a.txt' }));
    expect(again.diagnostics).toMatchObject([{ summary: 'a.txt is there already', at: ['path'] }]);
  } finally {
    await close();
  }
});

test('built as its README says, Terraform starts it', async () => {
  const workspace = new Workspace();
  const program = join(workspace.root, 'terraform-provider-files');
  try {
    await buildProgram({ entry: join(EXAMPLE, 'src/main.ts'), outfile: program, conditions: ['source'] });
    workspace.override('example/files', program);
    workspace.write(readFileSync(join(EXAMPLE, 'main.tf'), 'utf8'));
    expect(await workspace.apply()).toContain('same = true');
    expect(readFileSync(join(workspace.directory, 'made/etc/hosts'), 'utf8')).toBe(
      '127.0.0.1 localhost\n::1 localhost\n',
    );
    await workspace.expectNoChanges();
    await workspace.destroy();
    workspace.file('tests/hosts.tftest.hcl', readFileSync(join(EXAMPLE, 'tests/hosts.tftest.hcl'), 'utf8'));
    expect((await workspace.events(['test'])).tests).toEqual(new Map([['tests/hosts.tftest.hcl hosts', 'pass']]));
    expect(existsSync(join(workspace.directory, 'made/etc/hosts'))).toBe(false);
  } finally {
    workspace.remove();
  }
});

test.each(CORES)('%s installs it from a mirror, and runs it', async (_name, core) => {
  const workspace = new Workspace({}, core.binary);
  const executable = join(workspace.root, 'terraform-provider-files');
  try {
    await buildProgram({ entry: join(EXAMPLE, 'src/main.ts'), outfile: executable, conditions: ['source'] });
    // Without a host: each core looks it up in a registry of its own.
    await workspace.install({ address: 'example/files', version: '0.1.0', executable });
    workspace.write(readFileSync(join(EXAMPLE, 'main.tf'), 'utf8'));
    await workspace.init();
    const registry = core.product === 'OpenTofu' ? 'registry.opentofu.org' : 'registry.terraform.io';
    const locked = readFileSync(join(workspace.directory, '.terraform.lock.hcl'), 'utf8');
    expect(locked).toContain(`provider "${registry}/example/files"`);
    await workspace.ok('validate');
    expect(await workspace.apply()).toContain('same = true');
    await workspace.expectNoChanges();
    await workspace.ok('state', 'rm', 'files_text.hosts');
    await workspace.import('files_text.hosts', 'etc/hosts');
    await workspace.expectNoChanges();
    await workspace.destroy();
    expect(existsSync(join(workspace.directory, 'made/etc/hosts'))).toBe(false);
  } finally {
    workspace.remove();
  }
});

test('its pages are as it says', async () => {
  const examples = await readFiles('examples', join(EXAMPLE, 'examples'));
  const pages = makePages(await schemaOf(provider, 'registry.terraform.io/example/files'), examples);
  expect(await keepPages(join(EXAMPLE, 'docs'), pages, { check: true })).toMatchObject({ written: [], removed: [] });
});

/** Whether a core reads this example; what reads none of its kind does not know the block. */
function reads(core: Core, path: string): boolean {
  if (path.endsWith('.tfquery.hcl') || path.includes('/actions/')) return hasSince(core, { Terraform: [1, 14] });
  if (path.includes('by-identity')) return hasSince(core, { Terraform: [1, 12], OpenTofu: [1, 12] });
  return path.endsWith('.tf');
}

test.each(CORES)('to %s the examples of its pages are valid and well laid out', async (_name, core) => {
  const examples = await readFiles('examples', join(EXAMPLE, 'examples'));
  const running = await serveInProcess(provider, { address: 'example/files' });
  const workspace = new Workspace(running.environment, core.binary);
  try {
    const known = [...examples].filter(([path]) => reads(core, path));
    for (const [path, text] of known) workspace.file(path.replaceAll('/', '-'), text);
    if (known.some(([path]) => path.endsWith('.tfquery.hcl'))) await workspace.ok('validate', '-query');
    await workspace.ok('validate');
    expect(await workspace.ok('fmt', '-check', '-diff')).toBe('');
  } finally {
    workspace.remove();
    await running.close();
  }
});

test('every block of the guide stands in the example', () => {
  const guide = readFileSync(join(__dirname, '../../docs/write-a-provider.md'), 'utf8');
  const blocks = [...guide.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(10);
  const missing = blocks.filter(
    ([, name = '', block = '']) => !readFileSync(join(EXAMPLE, name), 'utf8').includes(block),
  );
  expect(missing.map(([block]) => block)).toEqual([]);
  expect(guide.match(/```ts/g)).toHaveLength(blocks.length);
});
