import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '@hansa/sdk';

const CLOUDS = join(__dirname, '../../packages/sdk/src/clouds');

/** Writes a cloud's snapshot beside its driver, a line a size, so that a later one shows what changed. */
export function write(id: string, snapshot: Snapshot): void {
  const file = join(CLOUDS, id, 'snapshot.gen.ts');
  writeFileSync(file, textOf(snapshot));
  const { places, sizes } = snapshot;
  process.stdout.write(`${file}: ${sizes.length} sizes at ${places.length} places\n`);
}

export function textOf({ sources, places, sizes }: Snapshot): string {
  const adapted = sources.filter(({ licence }) => licence?.startsWith('CC-BY-SA'));
  return [
    '// Written by `npm run offers:snapshot`; not by hand.',
    ...adapted.map(({ name, url, licence }) => `// Adapted from ${name} (${url}), and under its licence: ${licence}.`),
    "import type { Snapshot } from '../../catalogue/snapshot.js';",
    '',
    'export const snapshot: Snapshot = {',
    ...lines('sources', sources),
    ...lines('places', places),
    ...lines('sizes', sizes),
    '};',
    '',
  ].join('\n');
}

function lines(name: string, rows: readonly object[]): string[] {
  return [`  ${name}: [`, ...rows.map((row) => `    ${JSON.stringify(row)},`), '  ],'];
}
