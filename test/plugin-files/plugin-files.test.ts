import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '@hansa/terraform-plugin/packaging';
import { acceptance, serveInProcess, Workspace } from '@hansa/terraform-plugin/testing';
import { provider } from '../../examples/plugin-files/src/provider.js';

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
      { config: file('one', 'hello'), check: () => expect(made('one')).toBe('hello') },
      { imports: 'files_text.one', id: ({ path }) => String(path) },
      { config: file('one', 'hello, world'), check: () => expect(made('one')).toBe('hello, world') },
      { config: file('../one', 'x'), fails: 'lies outside of the folder' },
    ],
    nothingLeft: () => expect(readdirSync(folder)).toEqual([]),
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
    expect((await client.open('files_password', { bytes: 9 })).state).toMatchObject({
      value: expect.stringMatching(/^.{12}$/),
    });
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
  const program = join(workspace.root, 'bin', 'terraform-provider-files');
  try {
    await buildProgram({ entry: join(EXAMPLE, 'src/main.ts'), outfile: program, conditions: ['source'] });
    const override = `dev_overrides { "example/files" = ${JSON.stringify(join(workspace.root, 'bin'))} }`;
    writeFileSync(workspace.cliConfig, `provider_installation {\n${override}\n}\n`);
    workspace.write(readFileSync(join(EXAMPLE, 'main.tf'), 'utf8'));
    expect(await workspace.apply()).toContain('same = true');
    expect(readFileSync(join(workspace.directory, 'made/etc/hosts'), 'utf8')).toBe(
      '127.0.0.1 localhost\n::1 localhost\n',
    );
    await workspace.expectNoChanges();
    await workspace.destroy();
    expect(existsSync(join(workspace.directory, 'made/etc/hosts'))).toBe(false);
  } finally {
    workspace.remove();
  }
});

test('every block of the guide stands in the example', () => {
  const guide = readFileSync(join(__dirname, '../../docs/write-a-provider.md'), 'utf8');
  const blocks = [...guide.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(10);
  for (const [, name = '', block = ''] of blocks) expect(readFileSync(join(EXAMPLE, name), 'utf8')).toContain(block);
  expect(guide.match(/```ts/g)).toHaveLength(blocks.length);
});
