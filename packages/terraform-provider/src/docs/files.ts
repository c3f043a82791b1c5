import { KINDS } from '@hansa/sdk';
import type { Files } from '@hansa/terraform-plugin/docs';
import { typeName } from '../names.js';
import { generated } from '../schema/generated.js';
import { dataSourceExample, placementExample, providerExample, resourceExample } from './example.js';

/** What the documentation has beside the schema: examples made of the kinds' own specimens, and what each driver takes. */
export function files(): Files {
  const drivers = Object.keys(generated.drivers);
  const [first = ''] = drivers;
  return new Map([
    ['examples/provider/provider.tf', providerExample(drivers.slice(0, 2))],
    ['templates/index.md.tmpl', indexTemplate()],
    ['examples/resources/hansa_placement/resource.tf', placementExample()],
    ...KINDS.flatMap((kind): [string, string][] => {
      const type = typeName(kind.name);
      const command = `# By <cloud>/<the vendor's own id>\nterraform import ${type}.example ${first}/4711\n`;
      return [
        [`examples/resources/${type}/resource.tf`, resourceExample(kind, first)],
        [`examples/resources/${type}/import.sh`, command],
        [`examples/data-sources/${type}/data-source.tf`, dataSourceExample(kind, first)],
      ];
    }),
  ]);
}

function indexTemplate(): string {
  const rows = Object.entries(generated.drivers).map(
    ([id, { title, settings, driver }]) =>
      `| \`${id}\` | ${title} | ${driver ? `as \`${driver}\`` : settings.map((one) => `\`${one}\``).join(', ')} |`,
  );
  const table = ['| driver | cloud | settings |', '|---|---|---|', ...rows].join('\n');
  return [
    '# Hansa Provider',
    '{{ .Description }}',
    '{{ .Examples }}',
    '{{ .SchemaMarkdown }}',
    `## Drivers\n\n${table}`,
  ].join('\n\n');
}
