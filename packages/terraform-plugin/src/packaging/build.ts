import { chmod } from 'node:fs/promises';

export interface BuildOptions {
  /** The program's source, which calls `serve`. */
  readonly entry: string;
  /** The file to make. */
  readonly outfile: string;
  /** Conditions of `exports` that hold for the bundler. */
  readonly conditions?: readonly string[];
}

/** Bundles a provider into one file that any machine with Node runs: the same bytes for every platform. Names stay, so that a stack trace says something. */
export async function buildProgram({ entry, outfile, conditions = [] }: BuildOptions): Promise<void> {
  const { build } = await import('esbuild').catch((cause: unknown) => {
    throw new Error('building needs the package esbuild: npm install --save-dev esbuild', { cause });
  });
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: [...conditions],
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  await chmod(outfile, 0o755);
}
