import type { AnyKind } from '@hansa/sdk';
import type { Attribute, Attributes, Schema } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import { readAttributes, resourceAttributes } from './attributes.js';

/** The schema of a kind's resource: its attributes, and the cloud that it stands at. */
export function resourceSchema(kind: AnyKind, clouds: readonly string[]): Schema {
  const description = `${cloudDescription(clouds)} Changing it makes a new one.`;
  const { candidates } = kind;
  const cloud: Attribute = {
    ...{
      type: 'string',
      ...(candidates ? { optional: true, computed: true } : { required: true }),
      requiresReplace: true,
    },
    description: candidates ? `${description} Or give \`candidates\`.` : description,
  };
  return {
    description: `${kind.summary}\n\n${kind.guide}`,
    attributes: {
      cloud,
      ...(candidates && { candidates: candidatesAttribute(kind, candidates) }),
      ...resourceAttributes(kind.attributes),
    },
  };
}

/** Where a thing may be made, in place of the attributes that say where it stands. */
function candidatesAttribute({ attributes }: AnyKind, words: readonly string[]): Attribute {
  const said = ['cloud', 'region', ...words].map((word) => `\`${toSnake(word)}\``).join(', ');
  const own = resourceAttributes(Object.fromEntries(words.map((word) => [word, attributes[word]])));
  return {
    nested: 'list',
    optional: true,
    default: [],
    description:
      `Where it may be made, in place of ${said}: such as the \`candidates\` of a \`hansa_placement\`. It is made at the first of them that is ` +
      `not sold out there and within the quota, which is known after the apply; what stands is not moved by another list. ` +
      'Lists of ids (`ssh_key_ids`) may then name things of several clouds, and at each its own count.',
    attributes: {
      cloud: { type: 'string', required: true, description: 'Id of the cloud.' },
      region: { type: 'string', required: true, description: "The vendor's own place, or a country." },
      ...Object.fromEntries(Object.entries(own).map(([word, attribute]) => [word, { ...attribute, computed: false }])),
      price_per_month: {
        type: 'number',
        optional: true,
        description: 'What it costs there, as a placement tells it, to be seen in the plan; nothing follows from it.',
      },
      price_currency: { type: 'string', optional: true, description: 'Currency of that price, ISO 4217.' },
    },
  };
}

/** The schema of a kind's data source: found by id, or by name and, where that says too little, region. */
export function dataSourceSchema(kind: AnyKind, clouds: readonly string[]): Schema {
  const attributes = readAttributes(kind.attributes);
  const keys = ['id', 'name', 'region'].filter((key) => key in attributes);
  return {
    description: `Looks up one that is there already, by \`id\` or by \`name\`. ${kind.summary}`,
    attributes: {
      cloud: { type: 'string', required: true, description: cloudDescription(clouds) },
      ...attributes,
      ...Object.fromEntries(keys.map((key) => [key, askable(attributes, key)])),
    },
  };
}

function cloudDescription(clouds: readonly string[]): string {
  const ids = clouds.map((id) => `\`${id}\``).join(', ');
  return `Id of the cloud: a key of \`clouds\` in the provider, or, where \`clouds\` is not set, one of ${ids}.`;
}

function askable(attributes: Attributes, key: string): Attribute {
  return { ...(attributes[key] as Attribute), optional: true };
}
