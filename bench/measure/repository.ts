import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Skipped } from '../scenario.js';

export const ROOT = join(import.meta.dirname, '../..');
export const PROVIDER = join(ROOT, 'packages/terraform-provider/dist/terraform-provider-hansa');

/** @throws Skipped where something has to be built first */
export function needs(path: string, command: string): string {
  if (existsSync(path)) return path;
  throw new Skipped(`${path.slice(ROOT.length + 1)} is not there. Next: ${command}`);
}
