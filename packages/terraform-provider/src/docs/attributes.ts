import type { Attribute, Attributes } from '@hansa/terraform-plugin';

type Entry = readonly [string, Attribute];

/** The attributes as the registry's pages list them: required, optional, read-only, and each nested object below. */
export function schemaSection(attributes: Attributes): string {
  return ['## Schema', ...groups(attributes, '###'), ...nestedSections(attributes, [])].join('\n\n');
}

function groups(attributes: Attributes, heading: string): string[] {
  const entries = Object.entries(attributes);
  const sections: [string, Entry[]][] = [
    ['Required', entries.filter(([, one]) => one.required)],
    ['Optional', entries.filter(([, one]) => isOptional(one))],
    ['Read-Only', entries.filter(([, one]) => !one.required && !isOptional(one))],
  ];
  return sections
    .filter(([, list]) => list.length > 0)
    .map(([title, list]) => `${heading} ${title}\n\n${list.map(line).join('\n')}`);
}

function isOptional(attribute: Attribute): boolean {
  return attribute.optional === true || attribute.default !== undefined;
}

function line([name, attribute]: Entry): string {
  const facts = [
    typeWords(attribute),
    attribute.sensitive ? 'Sensitive' : '',
    attribute.writeOnly ? 'Write-only, Terraform >= 1.11' : '',
  ].filter(Boolean);
  const byDefault = attribute.default === undefined ? '' : ` Default: \`${JSON.stringify(attribute.default)}\`.`;
  const below = 'nested' in attribute ? ` (see [below](#nested-${name}))` : '';
  return `- \`${name}\` (${facts.join(', ')}) ${attribute.description ?? ''}${byDefault}${below}`;
}

function typeWords(attribute: Attribute): string {
  if ('nested' in attribute)
    return { single: 'Object', list: 'List of objects', map: 'Map of objects', set: 'Set of objects' }[
      attribute.nested
    ];
  const { type } = attribute;
  const words: Readonly<Record<string, string>> = { string: 'String', number: 'Number', bool: 'Boolean' };
  if (typeof type === 'string') return words[type] ?? type;
  const element = typeof type[1] === 'string' ? (words[type[1]] ?? type[1]) : 'Object';
  return `${type[0].replace(/^./, (letter) => letter.toUpperCase())} of ${element}`;
}

function nestedSections(attributes: Attributes, above: readonly string[]): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    if (!('nested' in attribute)) return [];
    const path = [...above, name];
    return [
      `<a id="nested-${name}"></a>\n\n### Nested: \`${path.join('.')}\``,
      ...groups(attribute.attributes, '####'),
      ...nestedSections(attribute.attributes, path),
    ];
  });
}
