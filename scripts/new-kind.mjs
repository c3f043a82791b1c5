// `npm run new:kind -- <name> [--collection <plural>]`: a kind of the model that compiles, and that no cloud offers yet.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { changeNote, finish, insert, readName, refuse, spellings, writeTemplates } from './scaffold.mjs';

const { name, values } = readName('kind', 'load-balancer', { collection: { type: 'string' } });
const spelling = spellings(name);
const { Pascal, snake, words } = spelling;
const collection = values.collection ?? plural(spelling.camel);
if (!/^[a-z][A-Za-z0-9]*$/.test(collection))
  refuse(`"${collection}" cannot be the name of a collection.`, '--collection loadBalancers');
const folder = `packages/sdk/src/kinds/${name}`;
const facade = 'packages/sdk/src/cloud-handle.ts';
const kinds = 'packages/sdk/src/kinds/index.ts';
if (existsSync(join(ROOT, folder)))
  refuse(`${folder} is there already.`, 'choose another name, or go on in that folder');
if (new RegExp(`readonly ${collection}:`).test(readFileSync(join(ROOT, facade), 'utf8')))
  refuse(`There is a collection "${collection}" already.`, 'choose another one by --collection');

finish(
  [
    ...writeTemplates('kind', folder, { ...spelling, collection }),
    insert(kinds, /^import/m, `import { ${Pascal} } from './${name}/index.js';\n`),
    insert(kinds, /\] as const;/, `, ${Pascal}`),
    insert(kinds, /^export \* from|^export \{/m, `export { ${Pascal} } from './${name}/index.js';\n`),
    insert(facade, /(?<=^import type \{ )(?=.*from '\.\/kinds\/index\.js';)/m, `${Pascal}, `),
    insert(
      facade,
      / {2}\/\*\* The collection of a kind by its name/,
      `  readonly ${collection}: Collection<typeof ${Pascal}>;\n`,
    ),
    changeNote(`kind-${name}`, ['@hansa/sdk'], `A new kind: ${words}.`),
  ].filter(Boolean),
  [
    `Say what it is in ${folder}/model.ts: each attribute with its type, unit, default, and what a change of it does.`,
    `Let ${folder}/example.ts go through every change there is: the laws are tried on it.`,
    'Put it into KINDS where a workload makes it: after what it needs, before what needs it.',
    `Write its cells (clouds/<cloud>/cells/${name}.ts), or say in the cloud's notOffered why there is none.`,
    `See what is missing: npm run build && npx hansa conformance --cloud hetzner --kind ${snake}`,
    'npm run generate && npm run check',
  ],
);

/** `loadBalancer` → `loadBalancers`, `registry` → `registries`. */
function plural(word) {
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
