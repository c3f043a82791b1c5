import * as wire from '../../protocol/schema.gen.js';
import { typeToWire } from '../wire/types.js';
import type { Attribute, Nesting, Schema } from './attribute.js';
import { flagsOf } from './flags.js';

const NESTING: Readonly<Record<Nesting, wire.Schema_Object_NestingMode>> = {
  single: wire.Schema_Object_NestingMode.SINGLE,
  list: wire.Schema_Object_NestingMode.LIST,
  set: wire.Schema_Object_NestingMode.SET,
  map: wire.Schema_Object_NestingMode.MAP,
};

/** A schema as core wants it. */
export function schemaToWire(schema: Schema, version = 0): wire.Schema {
  return {
    version,
    block: {
      version,
      attributes: Object.entries(schema.attributes).map(([name, attribute]) => attributeToWire(name, attribute)),
      description: schema.description ?? '',
      descriptionKind: wire.StringKind.MARKDOWN,
      deprecated: schema.deprecated !== undefined,
      deprecationMessage: schema.deprecated ?? '',
    },
  };
}

function attributeToWire(name: string, attribute: Attribute): wire.Schema_Attribute {
  const nested = 'nested' in attribute;
  return {
    name,
    type: nested ? new Uint8Array(0) : typeToWire(attribute.type),
    nestedType: nested
      ? {
          attributes: Object.entries(attribute.attributes).map(([inner, value]) => attributeToWire(inner, value)),
          nesting: NESTING[attribute.nested],
        }
      : undefined,
    description: attribute.description ?? '',
    descriptionKind: wire.StringKind.MARKDOWN,
    ...flagsOf(attribute),
    sensitive: attribute.sensitive === true,
    writeOnly: attribute.writeOnly === true,
    deprecated: attribute.deprecated !== undefined,
    deprecationMessage: attribute.deprecated ?? '',
  };
}
