import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildProgram, buildWhole } from './build.js';

const root = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A program of these files, made as one piece and in parts, those also where Node takes them for an ES module: what each of them prints. */
async function outputs(files: {
  readonly [name: string]: string;
}): Promise<{ whole: string; parts: string; asModule: string; text: string }> {
  const directory = mkdtempSync(join(root, 'source-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const at = (name: string) => join(directory, name);
  const [entry, one, two, three] = [at('main.ts'), at('new/whole'), at('new/parts'), at('module/parts')];
  await Promise.all([buildWhole({ entry, outfile: one }), buildProgram({ entry, outfile: two })]);
  mkdirSync(dirname(three));
  writeFileSync(at('module/package.json'), '{ "type": "module" }');
  copyFileSync(two, three);
  const run = (file: string) => execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: directory });
  return { whole: run(one), parts: run(two), asModule: run(three), text: readFileSync(two, 'utf8') };
}

/** What Node sees of a program: no comments, and this is how it tells them from texts and patterns. */
const withoutLateParts = (text: string) => text.replace(/\(\)=>\{\/\*[\s\S]*?\*\/\}/g, '');

test('a program in parts does what it does in one piece', async () => {
  const { whole, parts, asModule, text } = await outputs({
    'main.ts': `
      import { Shared, count } from './shared.js';
      import { readFile } from 'node:fs/promises';
      const say = (...words: unknown[]) => console.log(JSON.stringify(words));
      async function main() {
        say('start', count());
        const late = await import('./late.js');
        say(late.name, late.default(), new Shared() instanceof late.Shared, count());
        say((await import('./late.js')) === late || 'the same exports', late.counted());
        const old = await import('./old.cjs');
        say(old.default.answer, old.answer, Object.keys(old).sort());
        const older = await import('./older.cjs');
        say(older.default(), older.named, (await import('./compiled.cjs')).default, (await import('./compiled.cjs')).other);
        const { basename } = await import('node:path');
        say(basename('/a/b'), typeof readFile, (await import('./data.json')).default);
        say((await import('./late/letters.js')).letters);
        say(await import('./failing.js').catch((error: Error) => error.message));
        const outside = '../outside.mjs';
        say((await import(outside)).here);
      }
      const soon = import('./shared.js').then(() => import('./early.js'));
      say('before');
      void main().then(() => soon);
    `,
    'early.ts': 'console.log("after");',
    'shared.ts': 'let counter = 0; export class Shared {}; export const count = () => (counter += 1);',
    'late.ts': `
      import { Shared, count } from './shared.js';
      import { twice } from './both.js';
      export { Shared };
      export const name = 'late';
      export const counted = () => count();
      export default () => twice('a');
    `,
    'both.ts': 'export const twice = (text: string) => text + text; export const part = 1, later = 2;',
    'late/letters.ts': [
      "import { twice } from '../both.js';",
      'const glob = /^.*/; // a pattern, and then */',
      'export const letters = ["*/", `a*/b` + twice("*/"), "**/*.ts", glob.test("x"), "\\u00fc\\u2028\\\\", "*\\x01/", /[*]\\/*/.source];',
    ].join('\n'),
    'old.cjs': 'exports.answer = 42; exports.self = typeof require, module.exports.path = require("node:path").sep;',
    'older.cjs': 'module.exports = () => 1; module.exports.named = 2;',
    'compiled.cjs':
      'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = 3; exports.other = 4;',
    'data.json': '{ "a": [1, 2] }',
    'failing.ts': 'throw new Error("it fails");',
    'outside.mjs': 'export const here = "outside";',
  });
  expect([parts, asModule]).toEqual([whole, whole]);
  expect(whole).toContain('"outside"');
  const seen = withoutLateParts(text);
  expect(text.length - seen.length).toBeGreaterThan(500);
  for (const late of ['it fails', 'named=2'])
    expect([text, seen].map((one) => one.includes(late))).toEqual([true, false]);
});

test('a trace leads to the line of the program, also where that came later', async () => {
  const { parts, text } = await outputs({
    'main.ts': `
      const line = (error: Error) => Number(/(\\d+):\\d+\\)?$/m.exec(error.stack!.split('\\n').find((one) => one.startsWith('    at '))!)![1]);
      import('./late.js').then(({ late }) => console.log(line(late()), line(new Error('now'))));
    `,
    'late.ts': 'export function late() {\n  return new Error(`of\nlines`);\n}',
  });
  const [late, now] = parts
    .trim()
    .split(' ')
    .map((line) => text.split('\n')[Number(line) - 1]!);
  expect(late).toContain('function late()');
  expect(now).toContain('new Error("now")');
});

test('a program without parts is one piece', async () => {
  const { whole, parts, asModule } = await outputs({
    'main.ts': 'console.log("here", require("node:path").sep, require("node:path").dirname(__filename) === __dirname);',
  });
  expect([parts, asModule]).toEqual([whole, whole]);
});

test.each([
  ['await at the top', 'await Promise.resolve(1); export {};', 'Top-level await'],
  ['an import of nothing', 'import "./nothing.js";', 'Could not resolve'],
])('%s is told with its place', async (_name, text, message) => {
  const directory = mkdtempSync(join(root, 'broken-'));
  writeFileSync(join(directory, 'main.ts'), text);
  const built = buildProgram({ entry: join(directory, 'main.ts'), outfile: join(directory, 'out') });
  await expect(built).rejects.toThrow(new RegExp(`main\\.ts:1:\\d+: ERROR: ${message}`));
});
