import type { Fields } from '../cty/type.js';
import { hclLine } from '../hcl/hcl.js';
import type { AttributeFacts, AttributesFacts } from '../provider-schema/provider-schema.js';
import { code } from './markdown.js';
import { BLOCKS, fieldsWithin, NESTED, typeWords } from './type-words.js';

type Entry = readonly [string, AttributeFacts];

const WRITE_ONLY =
  '[Write-only](https://developer.hashicorp.com/terraform/language/resources/ephemeral#write-only-arguments), Terraform and OpenTofu >= 1.11';

/** The attributes as readers of the registry know them: required, optional and read-only, and each nested object below. */
export function schemaSection(attributes: AttributesFacts): string {
  if (Object.keys(attributes).length === 0) return '## Schema\n\nThere are no attributes.';
  return ['## Schema', ...groups(attributes, (title) => `### ${title}`, []), ...nested(attributes, [])].join('\n\n');
}

function groups(attributes: AttributesFacts, heading: (title: string) => string, above: readonly string[]): string[] {
  const entries = Object.entries(attributes);
  const sorted: [string, Entry[]][] = [
    ['Required', entries.filter(([, one]) => one.required)],
    ['Optional', entries.filter(([, one]) => one.optional)],
    ['Read-Only', entries.filter(([, one]) => !one.required && !one.optional)],
  ];
  return sorted
    .filter(([, list]) => list.length > 0)
    .map(([title, list]) => `${heading(title)}\n\n${list.map((entry) => line(entry, above)).join('\n')}`);
}

function line([name, attribute]: Entry, above: readonly string[]): string {
  const facts = [
    attribute.nested ? (attribute.block ? BLOCKS : NESTED)[attribute.nested] : typeWords(attribute.type ?? 'dynamic'),
    attribute.sensitive ? 'Sensitive' : '',
    attribute.deprecated === undefined ? '' : 'Deprecated',
    attribute.writeOnly ? WRITE_ONLY : '',
    attribute.replaces ? `Forces replacement${attribute.replaces === 'always' ? '' : ' by some changes'}` : '',
  ].filter(Boolean);
  const words = [
    `- \`${name}\` (${facts.join(', ')})`,
    attribute.description,
    attribute.deprecated && `**Deprecated:** ${attribute.deprecated}`,
    attribute.default !== undefined && `Default: ${code(hclLine(attribute.default))}.`,
    within(attribute) && `(see [below for nested schema](#${anchor([...above, name], attribute)}))`,
  ].filter(Boolean);
  // What goes on over several lines belongs to its item.
  return words.join(' ').trimEnd().replaceAll('\n', '\n  ').replaceAll(/^ +$/gm, '');
}

/** The objects inside of an attribute: with attributes of their own, or plain fields. */
function within({ attributes, type }: AttributeFacts): AttributesFacts | Fields | undefined {
  return attributes ?? (type && fieldsWithin(type));
}

function nested(attributes: AttributesFacts, above: readonly string[]): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const path = [...above, name];
    if (attribute.attributes) {
      const inner = groups(attribute.attributes, (title) => `${title}:`, path);
      return [headed(path, attribute), ...inner, ...nested(attribute.attributes, path)];
    }
    return fieldSections(attribute.type && fieldsWithin(attribute.type), path);
  });
}

/** Objects of a plain type: their fields have a type and nothing else. */
function fieldSections(fields: Fields | undefined, path: readonly string[]): string[] {
  if (fields === undefined) return [];
  const lines = Object.entries(fields).map(([name, type]) => {
    const below = fieldsWithin(type) ? ` (see [below for nested schema](#${anchor([...path, name])}))` : '';
    return `- \`${name}\` (${typeWords(type)})${below}`;
  });
  const deeper = Object.entries(fields).flatMap(([name, type]) => fieldSections(fieldsWithin(type), [...path, name]));
  return [headed(path), ...(lines.length > 0 ? [lines.join('\n')] : []), ...deeper];
}

function headed(path: readonly string[], of: Partial<AttributeFacts> = {}): string {
  return `<a id="${anchor(path, of)}"></a>\n\n### Nested Schema for \`${path.join('.')}\``;
}

/** As tfplugindocs names them, so that links from elsewhere lead there. */
function anchor(path: readonly string[], { block }: Partial<AttributeFacts> = {}): string {
  return `${block ? 'nestedblock' : 'nestedatt'}--${path.join('--')}`;
}
