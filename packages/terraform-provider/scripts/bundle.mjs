import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [target = '../dist/terraform-provider-hansa'] = process.argv.slice(2);
const outfile = fileURLToPath(new URL(target, import.meta.url));

// One file that any machine with Node runs: a release is the same bytes for every platform.
await build({
  entryPoints: [fileURLToPath(new URL('../src/main.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Sources of the workspace, not their build: this step stands on no other.
  conditions: ['source'],
  // Whitespace and syntax only: names stay, so that a stack trace in a bug report says something.
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
