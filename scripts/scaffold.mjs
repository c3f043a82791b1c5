// Shared by the scaffolds: names in all their spellings, templates, and lines that go into files that are there.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bin, ROOT, run } from './run.mjs';

/** Ends the script with what is wrong and what to do; nothing is written before. */
export function refuse(problem, next) {
  console.error(`${problem}\nNext: ${next}`);
  process.exit(2);
}

/** The name that was asked for, and options. Names are of small letters, digits and dashes. */
export function readName(what, example, options = {}) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const usage = `npm run new:${what} -- ${example}`;
  const name = positionals[0]?.replaceAll('_', '-');
  if (!name || positionals.length > 1) refuse(`Give one name for the ${what}.`, usage);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    refuse(`"${name}" cannot be the name of a ${what}: use a-z, 0-9 and "-".`, usage);
  return { name, values };
}

/** `load-balancer` in every spelling that templates use. */
export function spellings(name) {
  const Pascal = name.replaceAll(/(^|-)([a-z0-9])/g, (_, _dash, letter) => letter.toUpperCase());
  const words = name.replaceAll('-', ' ');
  return {
    name,
    Pascal,
    camel: Pascal[0].toLowerCase() + Pascal.slice(1),
    snake: name.replaceAll('-', '_'),
    UPPER: name.replaceAll('-', '_').toUpperCase(),
    words,
    Words: words[0].toUpperCase() + words.slice(1),
  };
}

const fill = (text, spelling) =>
  Object.entries(spelling).reduce((all, [key, value]) => all.replaceAll(`__${key}__`, value), text);

/** Writes every template of a folder to `target`; returns the files. */
export function writeTemplates(template, target, spelling) {
  const source = join(ROOT, 'scripts/templates', template);
  return readdirSync(source).map((file) => {
    const path = join(ROOT, target, file.replace(/\.txt$/, ''));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(readFileSync(join(source, file), 'utf8'), spelling));
    return relative(ROOT, path);
  });
}

/** Puts `line` before the first match of `before` in a file; fails where the file does not look as expected. */
export function insert(file, before, line) {
  const path = join(ROOT, file);
  const text = readFileSync(path, 'utf8');
  const at = text.search(before);
  if (at < 0) throw new Error(`${file} has no place for the new line (${before}): put it in by hand: ${line}`);
  writeFileSync(path, text.slice(0, at) + line + text.slice(at));
  return file;
}

/** A note for the changelog. */
export function changeNote(name, packages, sentence) {
  const file = `.changeset/${name}.md`;
  if (existsSync(join(ROOT, file))) return undefined;
  mkdirSync(join(ROOT, '.changeset'), { recursive: true });
  writeFileSync(join(ROOT, file), `---\n${packages.map((one) => `'${one}': minor\n`).join('')}---\n\n${sentence}\n`);
  return file;
}

/** Formats what was written, sorts imports, and says what to do next. */
export function finish(files, next) {
  run(bin('biome'), ['check', '--write', '--log-level=error', ...files.filter((file) => /\.[cm]?ts$/.test(file))], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(files.map((file) => `  ${file}`).join('\n'));
  console.log(`\nNext:\n${next.map((step, i) => `  ${i + 1}. ${step}`).join('\n')}`);
}
