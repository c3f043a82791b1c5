import type { FunctionFacts, ResourceFacts, SchemaFacts } from '../provider-schema/provider-schema.js';
import { argumentList, signature } from './function-sections.js';
import { identitySection, importSection } from './import-section.js';
import { LAYOUT, type Sort } from './layout.js';
import { fence } from './markdown.js';
import { schemaSection } from './schema-section.js';
import type { Files, TemplateFields } from './template.js';

/** What a template of the index may say. */
export function providerFields({ description = '', attributes }: SchemaFacts, files: Files): TemplateFields {
  return {
    Description: description.trim(),
    ...exampleFields('examples/provider', ['provider', '.tf'], files),
    SchemaMarkdown: schemaSection(attributes),
  };
}

/** What a template of one type or function may say. */
export function fieldsOf(sort: Sort, name: string, facts: SchemaFacts | FunctionFacts, files: Files): TemplateFields {
  const { folder, title, example } = LAYOUT[sort];
  const from = `examples/${folder}/${name}`;
  return {
    Name: name,
    Type: title,
    Description: (facts.description ?? ('summary' in facts ? facts.summary : '') ?? '').trim(),
    Deprecated: facts.deprecated === undefined ? '' : `~> **Deprecated** ${facts.deprecated}`,
    ...exampleFields(from, example, files),
    ...('parameters' in facts ? functionFields(name, facts) : typeFields(name, facts, from, files)),
  };
}

function functionFields(name: string, facts: FunctionFacts): TemplateFields {
  return {
    Summary: facts.summary ?? '',
    FunctionSignatureMarkdown: fence('text', signature(name, facts)),
    FunctionArgumentsMarkdown: argumentList(facts),
  };
}

function typeFields(name: string, facts: SchemaFacts, folder: string, files: Files): TemplateFields {
  const { importsById, identity } = facts as Partial<ResourceFacts>;
  const importFile = `${folder}/import.sh`;
  return {
    SchemaMarkdown: schemaSection(facts.attributes),
    IdentitySchemaMarkdown: identity ? identitySection(identity.attributes) : '',
    Import: importsById === undefined ? '' : importSection(name, facts as ResourceFacts, folder, files),
    ImportFile: files.has(importFile) ? importFile : '',
  };
}

function exampleFields(folder: string, [begin, end]: readonly [string, string], files: Files): TemplateFields {
  const paths = [...files.keys()].filter((path) => path.startsWith(`${folder}/${begin}`) && path.endsWith(end)).sort();
  const shown = paths.map((path) => fence('terraform', files.get(path) ?? ''));
  return {
    Examples: shown.length === 0 ? '' : ['## Example Usage', ...shown].join('\n\n'),
    ExampleFile: paths[0] ?? '',
  };
}
