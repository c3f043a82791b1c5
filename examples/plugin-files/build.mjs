// The provider as one file, which Terraform starts like any program.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const outfile = process.argv[2] ?? 'dist/terraform-provider-files';
await build({
  entryPoints: [new URL('src/main.ts', import.meta.url).pathname],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  outfile,
});
chmodSync(outfile, 0o755);
