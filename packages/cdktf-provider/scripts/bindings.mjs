// `node bindings.mjs <cdktf|cdktn> <directory>`: writes one fork's bindings. A process of its own each: both generators load the
// same WebAssembly module under the same global name and break each other in one process.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finish } from './finish.mjs';
import { providerSchema } from './schema.mjs';

const [fork, target] = process.argv.slice(2);
// ES modules cannot read these packages' names: they are bundled CommonJS.
const require = createRequire(import.meta.url);
const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = require(`@${fork}/provider-generator`);
const { ConstructsMakerProviderTarget, Language } = require(`@${fork}/commons`);
const { version } = require('../package.json');

const schema = await providerSchema();
const [{ provider, resource_schemas: resources, data_source_schemas: dataSources }] = Object.values(
  schema.provider_schemas,
);
const raw = mkdtempSync(join(tmpdir(), 'hansa-bindings-'));
try {
  const code = new CodeMaker();
  code.indentation = 2;
  const constraint = new TerraformProviderConstraint({
    name: 'hansa',
    // Short on purpose: Terraform and OpenTofu each put their own registry before it.
    source: 'hansa/hansa',
    version: `~> ${version.split('.').slice(0, 2).join('.')}`,
  });
  new TerraformProviderGenerator(code, schema).generate(
    new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT),
  );
  await code.save(raw);
  collect(join(raw, 'providers/hansa'));
} finally {
  rmSync(raw, { recursive: true, force: true });
}

/** Takes `<name>/index.ts` over as `<name>.gen.ts`; READMEs and the lazy index stay behind. */
function collect(from) {
  mkdirSync(target, { recursive: true });
  const names = readdirSync(from, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  for (const name of names) {
    const text = readFileSync(join(from, name, 'index.ts'), 'utf8');
    // A kind so large that the generator splits it would need its other files too.
    if (/from '\.\.?\//.test(text)) throw new Error(`${name}: the generator made more than one file of it`);
    writeFileSync(join(target, `${name}.gen.ts`), finish(text, descriptionOf(name)));
  }
  const lines = names.map((name) => `export * as ${toCamel(name)} from './${name}.gen.js';`);
  writeFileSync(join(target, 'index.ts'), `// Generated: npm run generate\n${lines.join('\n')}\n`);
}

function descriptionOf(folder) {
  if (folder === 'provider') return provider.block.description;
  const type = folder.replaceAll('-', '_');
  return (dataSources[type.replace(/^data_/, '')] ?? resources[`hansa_${type}`]).block.description;
}

function toCamel(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
