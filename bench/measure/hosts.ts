import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../../packages/terraform-plugin/src/packaging/build.js';
import { compileProgram } from '../../packages/terraform-plugin/src/packaging/compile/index.js';
import type { Program } from './plugin.js';
import { needs, PROVIDER, ROOT } from './repository.js';
import { type Runtime, runtimes } from './runtimes.js';

/** What a provider runs on, and how the programs that are measured are started there. */
export interface Host {
  /** `Node 22`, or `compiled`: by Bun, into a program that needs neither. */
  name: string;
  /** Only says a word. */
  bare: Program;
  toy: Program;
  hansa: Program;
}

const BUILT = join(ROOT, '.cache/bench');
const TOY = join(ROOT, 'bench/toy/main.ts');
const BARE = join(ROOT, 'bench/toy/bare.ts');
const HANSA = join(ROOT, 'packages/terraform-provider/src/main.ts');

/** Each Node that is to be had, with the bundles; then what `terraform-plugin build --compile` makes, where Bun is installed. */
export async function hosts(note: (text: string) => void): Promise<Host[]> {
  const hansa = needs(PROVIDER, 'npm run build -w packages/terraform-provider');
  mkdirSync(BUILT, { recursive: true });
  const toy = join(BUILT, 'terraform-provider-toy');
  await buildProgram({ entry: TOY, outfile: toy, conditions: ['source'] });
  const on = ({ program: command }: Runtime, ...args: string[]): Program => ({ command, args });
  const nodes = runtimes(note).map((node) => ({
    name: node.name,
    bare: on(node, '-e', readFileSync(BARE, 'utf8')),
    toy: on(node, toy),
    hansa: on(node, hansa),
  }));
  return [...nodes, ...(await compiled(note))];
}

async function compiled(note: (text: string) => void): Promise<Host[]> {
  const compile = async (entry: string, name: string): Promise<Program> => {
    note(`compiling ${name}`);
    const outfile = join(BUILT, `compiled-${name}`);
    await compileProgram({ entry, outfile, conditions: ['source'] });
    return { command: outfile, args: [] };
  };
  try {
    const [bare, toy] = [await compile(BARE, 'bare'), await compile(TOY, 'toy')];
    return [{ name: 'compiled', bare, toy, hansa: await compile(HANSA, 'hansa') }];
  } catch (error) {
    const { message, diagnostic } = error as Error & { diagnostic?: { detail?: string } };
    note(`no rows of a compiled program: ${message}${diagnostic?.detail ? `. Next: ${diagnostic.detail}` : ''}`);
    return [];
  }
}
