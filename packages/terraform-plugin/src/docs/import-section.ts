import type { IdentityAttribute, IdentitySchema } from '../framework/identity.js';
import { Expression, hclBody } from '../hcl/hcl.js';
import type { ResourceFacts } from '../provider-schema/provider-schema.js';
import { fence } from './markdown.js';
import type { Files } from './template.js';
import { typeWords } from './type-words.js';

type Identity = IdentitySchema['attributes'];

/** Tried with Terraform 1.11.4 and 1.15.9, OpenTofu 1.11.7 and 1.12.6, 2026-11-26; OpenTofu began as 1.6. */
const SINCE = (version: string, what: string) =>
  `In ${version} and later, by an [\`import\` block](https://developer.hashicorp.com/terraform/language/import) with ${what}:`;

/** How one is imported, by what the resource can do and the examples in its folder; empty where it cannot be. */
export function importSection(typeName: string, facts: ResourceFacts, folder: string, files: Files): string {
  const { importsById, importsByIdentity, identity } = facts;
  const example = (name: string) => files.get(`${folder}/${name}`);
  const parts: string[] = [];
  if (importsByIdentity && identity) {
    const block = example('import-by-identity.tf') ?? identityBlock(typeName, identity.attributes);
    parts.push(
      SINCE('Terraform and OpenTofu 1.12', 'its identity'),
      fence('terraform', block),
      identitySection(identity.attributes),
    );
  }
  if (importsById) {
    const [command, block] = [example('import.sh'), example('import-by-string-id.tf')];
    const shown = command ?? block ?? `terraform import ${typeName}.example '<id>'`;
    if (block !== undefined) parts.push(SINCE('Terraform 1.5, OpenTofu 1.6', 'its id'), fence('terraform', block));
    if (shown !== block) parts.push('By the command:', fence('shell', shown));
  }
  return parts.length === 0 ? '' : ['## Import', ...parts].join('\n\n');
}

/** With a place for each value. */
function identityBlock(typeName: string, identity: Identity): string {
  const places = Object.entries(identity).map(([name, { type }]) => {
    const one = { string: `<${name}>`, number: 0, bool: false };
    return [name, typeof type === 'string' ? one[type] : [one[type[1]]]] as const;
  });
  const to = new Expression(`${typeName}.example`);
  return `import {\n${hclBody({ to, identity: new Expression(`{\n${hclBody(Object.fromEntries(places), '    ')}\n  }`) })}\n}`;
}

/** What an identity consists of. */
export function identitySection(identity: Identity): string {
  const entries = Object.entries(identity);
  const groups = [
    ['Required', entries.filter(([, one]) => !one.optionalForImport)],
    ['Optional', entries.filter(([, one]) => one.optionalForImport)],
  ] as const;
  const shown = groups.filter(([, list]) => list.length > 0);
  return ['### Identity Schema', ...shown.map(([title, list]) => `#### ${title}\n\n${list.map(line).join('\n')}`)].join(
    '\n\n',
  );
}

function line([name, { type, description = '' }]: [string, IdentityAttribute]): string {
  return `- \`${name}\` (${typeWords(type)}) ${description}`.trimEnd().replaceAll('\n', '\n  ');
}
