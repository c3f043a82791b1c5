import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Workspace } from '../src/testing/index.js';

const home = join(__dirname, '..');
const folder = join(home, '.cache', 'readme');
const source = join(folder, 'provider.ts');

beforeAll(() => {
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  mkdirSync(folder, { recursive: true });
  writeFileSync(source, example!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the README's provider compiles", () => {
  const options = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: { composite: false, incremental: false, noEmit: true, customConditions: ['source'] },
    files: ['provider.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', folder], { stdio: 'pipe' });
});

test("the README's provider runs", async () => {
  const workspace = new Workspace();
  const program = join(workspace.root, 'terraform-provider-notes');
  buildSync({
    entryPoints: [source],
    bundle: true,
    platform: 'node',
    conditions: ['source'],
    banner: { js: '#!/usr/bin/env node' },
    outfile: program,
    logLevel: 'error',
  });
  chmodSync(program, 0o755);
  workspace.override('example/notes', program);
  const data = join(workspace.root, 'data');
  mkdirSync(data);
  workspace.write(
    `terraform {
      required_providers {
        notes = { source = "example/notes" }
      }
    }
    provider "notes" { directory = ${JSON.stringify(data)} }
    resource "notes_note" "first" {
      name = "first"
      text = "hello"
    }`,
  );
  const run = async (...args: string[]) => {
    const { code, output } = await workspace.run(args);
    return `${code} ${output}`;
  };
  expect(await run('apply', '-auto-approve')).toContain('1 added');
  expect(readFileSync(join(data, 'first'), 'utf8')).toBe('hello');
  expect(await run('plan', '-detailed-exitcode')).toMatch(/^0 [\s\S]*No changes/);
  await run('state', 'rm', 'notes_note.first');
  expect(await run('import', 'notes_note.first', 'first')).toContain('Import successful');
  expect(await run('plan', '-detailed-exitcode')).toMatch(/^0 [\s\S]*No changes/);
  expect(await run('destroy', '-auto-approve')).toContain('1 destroyed');
  workspace.remove();
});
