import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPages } from './keep-pages.js';
import { withFrontMatter } from './page.js';
import { readFiles } from './read-files.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const made = (text: string) => withFrontMatter('', text, { title: 't', description: text });
const pages = (...names: string[]) => new Map(names.map((name) => [name, made(name)]));
const write = (path: string, text: string) => {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), text);
};

test('writes what differs, removes what is gone, and touches nothing else', async () => {
  const first = await keepPages(directory, pages('index.md', 'resources/a.md', 'resources/b.md'));
  expect(first).toMatchObject({ written: ['index.md', 'resources/a.md', 'resources/b.md'], removed: [] });
  write('resources/by-hand.md', '# Mine\n');
  write('guides/start.md', '# Mine too\n');
  utimesSync(join(directory, 'index.md'), 1, 1);
  const second = await keepPages(directory, pages('index.md', 'resources/a.md', 'functions/f.md'));
  expect(second).toMatchObject({ written: ['functions/f.md'], removed: ['resources/b.md'], tooLarge: [] });
  expect(statSync(join(directory, 'index.md')).mtimeMs).toBe(1000);
  expect(readdirSync(join(directory, 'resources')).sort()).toEqual(['a.md', 'by-hand.md']);
  expect(existsSync(join(directory, 'guides/start.md'))).toBe(true);
});

test('a check writes nothing', async () => {
  await keepPages(directory, pages('index.md', 'resources/b.md'));
  write('index.md', made('other'));
  expect(await keepPages(directory, pages('index.md', 'actions/a.md'), { check: true })).toMatchObject({
    written: ['index.md', 'actions/a.md'],
    removed: ['resources/b.md'],
  });
  expect(readFileSync(join(directory, 'index.md'), 'utf8')).toContain('other');
  expect(existsSync(join(directory, 'actions'))).toBe(false);
  expect(existsSync(join(directory, 'resources/b.md'))).toBe(true);
});

test('what somebody wrote by hand is never written over, and then nothing is', async () => {
  write('index.md', '# Mine\n');
  await expect(keepPages(directory, pages('resources/a.md', 'index.md'))).rejects.toThrow('written by hand, so kept');
  expect(readdirSync(directory)).toEqual(['index.md']);
  expect(readFileSync(join(directory, 'index.md'), 'utf8')).toBe('# Mine\n');
});

test('a page larger than registries show is told', async () => {
  const { tooLarge } = await keepPages(directory, new Map([['index.md', made('ä'.repeat(250_001))]]));
  expect(tooLarge).toEqual(['index.md']);
});

test('files are read without what tools leave there', async () => {
  write('provider/provider.tf', 'provider "a" {}\r\n');
  write('provider/.terraform/providers/big', 'x');
  write('node_modules/a/b.tf', 'x');
  write('large.bin', 'x'.repeat(500_001));
  expect([...(await readFiles('examples', directory))]).toEqual([
    ['examples/provider/provider.tf', 'provider "a" {}\n'],
  ]);
});
