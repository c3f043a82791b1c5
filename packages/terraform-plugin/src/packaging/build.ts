import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type * as Esbuild from 'esbuild';
import { joinParts } from './parts.js';

export interface BuildOptions {
  /** The program's source, which calls `serve`. */
  readonly entry: string;
  /** The file to make. */
  readonly outfile: string;
  /** Conditions of `exports` that hold for the bundler. */
  readonly conditions?: readonly string[];
}

/** Names stay, so that a stack trace says something. */
const SMALL = { minifyWhitespace: true, minifySyntax: true, legalComments: 'none' } as const;

/**
 * Bundles a provider into one file that any machine with Node runs: the same bytes for every platform. What the program imports by `import()`
 * is not looked at before it is wanted.
 */
export async function buildProgram({ outfile, ...source }: BuildOptions): Promise<void> {
  const { build, transform } = await loadEsbuild();
  const split = await build({
    ...bundling(source),
    ...SMALL,
    format: 'esm',
    // Parts become CommonJS; told here, this is an error at its place in the source.
    supported: { 'top-level-await': false },
    splitting: true,
    entryNames: 'entry',
    outdir: resolve('parts'),
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const program = await joinParts(split, async (code) => {
    return (await transform(code, { ...SMALL, format: 'cjs', platform: 'node', target: TARGET })).code;
  });
  await mkdir(dirname(resolve(outfile)), { recursive: true });
  await writeFile(outfile, program);
  await chmod(outfile, 0o755);
}

/** Bundles a provider into one piece of CommonJS, for what makes a program of it; `first` is code that runs before it. */
export async function buildWhole({ outfile, first = '', ...source }: BuildOptions & { first?: string }): Promise<void> {
  const { build } = await loadEsbuild();
  await build({ ...bundling(source), ...SMALL, banner: { js: first }, outfile, logLevel: 'warning' });
}

const TARGET = 'node20';

/** How a provider becomes one file. */
export function bundling({ entry, conditions = [] }: Omit<BuildOptions, 'outfile'>) {
  return {
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: TARGET,
    format: 'cjs',
    conditions: [...conditions],
  } as const satisfies Esbuild.BuildOptions;
}

export function loadEsbuild(): Promise<typeof Esbuild> {
  return import('esbuild').catch((cause: unknown) => {
    throw new Error('building needs the package esbuild: npm install --save-dev esbuild', { cause });
  });
}
