import { KINDS } from '@hansa/sdk';
import { typeName } from '../names.js';
import { generated } from '../schema/generated.js';
import { schemaSection } from './attributes.js';
import { dataSourceExample, providerExample, resourceExample } from './example.js';

/** Every page by its path, in the layout of Terraform's and OpenTofu's registries. */
export function pages(): Map<string, string> {
  const drivers = Object.keys(generated.drivers);
  const [first = ''] = drivers;
  const all = new Map([['index.md', providerPage(drivers)]]);
  for (const kind of KINDS) {
    const { resource, dataSource } = generated.kinds[kind.name]!;
    const type = typeName(kind.name);
    const native = `${first}/4711`;
    all.set(
      `resources/${kind.name}.md`,
      page(`${type} (resource)`, kind.summary, [
        `# ${type} (resource)\n\n${resource.description}`,
        `## Example\n\n${hcl(resourceExample(kind, first))}`,
        schemaSection(resource.attributes),
        `## Import\n\nBy \`<cloud>/<the vendor's own id>\`:\n\n${fence('shell', `terraform import ${type}.example ${native}`)}`,
      ]),
    );
    all.set(
      `data-sources/${kind.name}.md`,
      page(`${type} (data source)`, kind.summary, [
        `# ${type} (data source)\n\n${dataSource.description}`,
        `## Example\n\n${hcl(dataSourceExample(kind, first))}`,
        schemaSection(dataSource.attributes),
      ]),
    );
  }
  return all;
}

function providerPage(drivers: readonly string[]): string {
  const clouds = drivers.map((id) => {
    const { title, settings } = generated.drivers[id]!;
    return `| \`${id}\` | ${title} | ${settings.map((setting) => `\`${setting}\``).join(', ')} |`;
  });
  return page('Provider', generated.provider.description ?? '', [
    `# Hansa provider\n\n${generated.provider.description}`,
    `## Example\n\n${hcl(providerExample(drivers.slice(0, 2)))}`,
    schemaSection(generated.provider.attributes),
    `## Drivers\n\n| driver | cloud | settings |\n|---|---|---|\n${clouds.join('\n')}`,
  ]);
}

function page(title: string, description: string, sections: readonly string[]): string {
  const front = ['---', `page_title: ${JSON.stringify(title)}`, `description: ${JSON.stringify(description)}`, '---'];
  return `${front.join('\n')}\n\n${sections.map((section) => section.trim()).join('\n\n')}\n`;
}

function hcl(text: string): string {
  return fence('terraform', text);
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
