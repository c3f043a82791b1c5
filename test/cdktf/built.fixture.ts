import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

const NEEDED = [
  'cdktf-provider/dist/cdktf/index.js',
  'constructs/dist/cdktn/index.js',
  'sdk/dist/esm/index.js',
  'terraform-provider/dist/terraform-provider-hansa',
];

/** These tests run apps as users have them, on built packages. `npm test` builds first. */
export function requireBuilt(): void {
  const missing = NEEDED.filter((file) => !existsSync(join(ROOT, 'packages', file)));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; run \`npm run build\``);
}

/** An empty folder below the clone, where Node finds its packages; and how to remove it. */
export function appFolder(): { directory: string; remove(): void } {
  const parent = join(ROOT, '.cache/test');
  mkdirSync(parent, { recursive: true });
  const directory = mkdtempSync(join(parent, 'app-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
