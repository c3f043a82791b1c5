import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { ROOT } from '../cdktf/built.fixture.js';
import { evaluate, run } from '../cdktf/program.fixture.js';

// Which program the demo, the tests and the benchmarks run. Those that stand for Terraform and OpenTofu here say a version and no more.

const FIND = join(ROOT, 'scripts/terraform/find.mjs');
let folder: string;
let said: string[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hansa-find-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, version: string): string {
  const whole = join(folder, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`, { mode: 0o755 });
  return whole;
}

/** What is found with the `bin` folders in PATH. */
async function found(folders: readonly string[], named = ''): Promise<string> {
  const PATH = folders.map((name) => join(folder, name)).join(delimiter);
  const result = (await evaluate(
    `import { findTerraform } from ${JSON.stringify(FIND)};
     const said = [];
     const result = { program: await findTerraform((text) => said.push(text)), said };`,
    { ...process.env, PATH, TERRAFORM_BINARY_NAME: named },
  )) as { program: string; said: string[] };
  said = result.said;
  return result.program;
}

test('terraform from PATH before tofu, by its whole path', async () => {
  const terraform = program('b/terraform', '1.11.4');
  program('a/tofu', '1.11.7');
  expect(await found(['a', 'b'])).toBe(terraform);
  expect(said).toEqual(['terraform 1.11.4, from PATH']);
});

test('tofu where terraform is too old, and it is said', async () => {
  program('a/terraform', '1.5.7');
  const tofu = program('a/tofu', '1.11.7');
  expect(await found(['a'])).toBe(tofu);
  expect(said).toEqual(['terraform 1.5.7, from PATH: too old, 1.11 is needed', 'tofu 1.11.7, from PATH']);
});

test('a named program may be a name or a path from here; who runs it elsewhere gets the whole path', async () => {
  const tofu = program('a/tofu', '1.11.7');
  program('a/terraform', '1.11.4');
  expect(await found(['a'], 'tofu')).toBe(tofu);
  expect(await found([], relative(process.cwd(), tofu))).toBe(tofu);
  await expect(found(['a'], './nowhere/tofu')).rejects.toThrow('TERRAFORM_BINARY_NAME is "./nowhere/tofu", which does');
});

test('as a program it prints the path alone on stdout, and what it says on stderr', async () => {
  const tofu = program('a/tofu', '1.11.7');
  const env = { ...process.env, TERRAFORM_BINARY_NAME: tofu };
  expect(await run(process.execPath, [FIND], { env })).toEqual({
    code: 0,
    stdout: `${tofu}\n`,
    stderr: `${tofu} 1.11.7, from TERRAFORM_BINARY_NAME\n`,
  });
  const none = await run(process.execPath, [FIND], { env: { ...env, TERRAFORM_BINARY_NAME: '/nonexistent/tofu' } });
  expect(none).toMatchObject({ code: 1, stdout: '' });
});
