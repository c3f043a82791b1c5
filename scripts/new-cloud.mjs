// `npm run new:cloud -- <name> [--title "…"]`: a driver and an emulator that compile, and whose conformance run lists what is missing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { changeNote, finish, insert, readName, refuse, spellings, writeTemplates } from './scaffold.mjs';

const { name, values } = readName('cloud', 'exoscale --title "Exoscale"', { title: { type: 'string' } });
const spelling = { ...spellings(name), title: values.title ?? spellings(name).Words };
const driver = `packages/sdk/src/clouds/${name}`;
const emulator = `packages/emulator/src/${name}`;
for (const folder of [driver, emulator])
  if (existsSync(join(ROOT, folder)))
    refuse(`${folder} is there already.`, 'choose another name, or go on in that folder');

const { camel, title } = spelling;
const key = camel === name ? name : `'${name}'`;
finish(
  [
    ...writeTemplates('cloud/driver', driver, spelling),
    ...writeTemplates('cloud/emulator', emulator, spelling),
    ...['packages/sdk/src/clouds/registry.ts', 'packages/emulator/src/clouds.ts'].map((list) =>
      insert(list, /^\};/m, `  ${key}: async () => (await import('./${name}/index.js')).${camel},\n`),
    ),
    changeNote(`cloud-${name}`, ['@hansa/sdk', '@hansa/emulator'], `A driver for ${title}, and an emulator of it.`),
  ].filter(Boolean),
  [
    `Give each fact in ${driver}/cloud.ts and config.ts the vendor's page and the day you read it.`,
    `Emulate a kind in ${emulator} from the vendor's description; say in its README what vouches for it.`,
    `Write the cell of that kind, ${driver}/cells/ssh-key.ts first; clouds/hetzner/cells/ssh-key.ts is the shortest to read.`,
    `See what is missing: npm run build && npx hansa conformance --cloud ${name}`,
    `npx jest ${driver} ${emulator} && npm run generate && npm run check`,
  ],
);
