// Removes what builds and tests left: dist, caches, synthesized stacks. Keeps node_modules.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

for (const group of ['packages', 'examples']) {
  for (const name of readdirSync(join(ROOT, group))) {
    for (const what of ['dist', '.cache', 'cdktf.out', '.terraform', 'tsconfig.tsbuildinfo'])
      rmSync(join(ROOT, group, name, what), { recursive: true, force: true });
  }
}
rmSync(join(ROOT, '.cache'), { recursive: true, force: true });
