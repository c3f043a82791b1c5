// The constructs for CDK Terrain: the compiled ones with the fork's names in the place of CDKTF's, since a cdktn app cannot hold what
// was made for cdktf. `node cdktn.mjs [directory]`: where to, for tests.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const target = resolve(process.argv[2] ?? join(dist, 'cdktn'));

rmSync(target, { recursive: true, force: true });
for (const file of readdirSync(dist, { recursive: true })) {
  if (file.startsWith('cdktn') || !/\.(js|d\.ts)$/.test(file)) continue;
  const path = join(target, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    readFileSync(join(dist, file), 'utf8').replace(/(["'])(cdktf|@hansa\/provider-hansa)(\/[^"']*)?\1/g, rename),
  );
}

function rename(_, quote, name, path = '') {
  return `${quote}${name === 'cdktf' ? 'cdktn' : `${name}/cdktn`}${path}${quote}`;
}
