import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** The command, and what it stands on. */
const PACKAGES = [...standsOn('cli')];
const FILES = [
  'biome.json',
  '.gitignore',
  'jest.config.cjs',
  'tsconfig.base.json',
  'tsconfig.check.json',
  'package.json',
];

/** A package of ours and those that it depends on. */
function standsOn(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const manifest = readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  const own = Object.keys(dependencies).filter((one) => one.startsWith('@hansa/'));
  for (const one of own) standsOn(one.slice('@hansa/'.length), seen);
  return seen;
}

export interface Outcome {
  code: number | null;
  output: string;
}

/** A copy of what a scaffold touches, with the dependencies of this clone, in which new clouds and kinds can be tried. */
export class Clone {
  readonly path = mkdtempSync(join(tmpdir(), 'hansa-scaffold-'));

  constructor() {
    for (const file of FILES) cpSync(join(ROOT, file), join(this.path, file));
    const own = { recursive: true, filter: (path: string) => !/\/(dist|node_modules|[^/]*\.tsbuildinfo)$/.test(path) };
    // jest.config.cjs names what stands in test/setup, and that uses the referees.
    const folders = ['scripts', 'test/setup', 'test/referees', ...PACKAGES.map((name) => `packages/${name}`)];
    for (const folder of folders) cpSync(join(ROOT, folder), join(this.path, folder), own);
    this.link();
    // Only what is here can be checked here.
    const check = JSON.parse(readFileSync(join(ROOT, 'tsconfig.check.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(this.path, 'tsconfig.check.json'), JSON.stringify({ ...check, include: ['packages/*/src'] }));
  }

  /** Every installed package as it is, except our own, which are those of the copy. */
  private link(): void {
    const modules = join(this.path, 'node_modules');
    mkdirSync(join(modules, '@hansa'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      if (name !== '@hansa') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    for (const name of PACKAGES) symlinkSync(join(this.path, 'packages', name), join(modules, '@hansa', name));
  }

  run(command: string, ...args: string[]): Outcome {
    const env = { PATH: process.env['PATH'], HOME: this.path };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.path, env, encoding: 'utf8' });
    return { code: status, output: `${stdout}${stderr}` };
  }

  node = (...args: string[]): Outcome => this.run(process.execPath, ...args);
  tool = (name: string, ...args: string[]): Outcome => this.run(join(this.path, 'node_modules/.bin', name), ...args);
  hansa = (...args: string[]): Outcome =>
    this.node('--conditions=source', '--import', 'tsx', join(this.path, 'packages/cli/src/main.ts'), ...args);

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
