import type { AnyKind } from '@hansa/sdk';
import type { Attribute, Attributes, Schema } from '@hansa/terraform-plugin';
import { readAttributes, resourceAttributes } from './attributes.js';

/** The schema of a kind's resource: its attributes, and the cloud that it stands at. */
export function resourceSchema(kind: AnyKind, clouds: readonly string[]): Schema {
  const description = `${cloudDescription(clouds)} Changing it makes a new one.`;
  return {
    description: `${kind.summary}\n\n${kind.guide}`,
    attributes: {
      cloud: { type: 'string', required: true, requiresReplace: true, description },
      ...resourceAttributes(kind.attributes),
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
