import { chmod } from 'node:fs/promises';
import type * as Esbuild from 'esbuild';

export interface BuildOptions {
  /** The program's source, which calls `serve`. */
  readonly entry: string;
  /** The file to make. */
  readonly outfile: string;
  /** Conditions of `exports` that hold for the bundler. */
  readonly conditions?: readonly string[];
}

/** Bundles a provider into one file that any machine with Node runs: the same bytes for every platform. Names stay, so that a stack trace says something. */
export async function buildProgram({ outfile, ...source }: BuildOptions): Promise<void> {
  const { build } = await loadEsbuild();
  await build({
    ...bundling(source),
    outfile,
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  await chmod(outfile, 0o755);
}

/** How a provider becomes one file. */
export function bundling({ entry, conditions = [] }: Omit<BuildOptions, 'outfile'>) {
  return {
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: [...conditions],
  } as const satisfies Esbuild.BuildOptions;
}

export function loadEsbuild(): Promise<typeof Esbuild> {
  return import('esbuild').catch((cause: unknown) => {
    throw new Error('building needs the package esbuild: npm install --save-dev esbuild', { cause });
  });
}
