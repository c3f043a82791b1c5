import * as wire from '../../protocol/schema.gen.js';
import { typeToWire } from '../wire/types.js';
import type { Attribute, Attributes, NestedAttribute, Nesting, Schema } from './attribute.js';
import { flagsOf } from './flags.js';

const NESTING: Readonly<Record<Nesting, wire.Schema_Object_NestingMode>> = {
  single: wire.Schema_Object_NestingMode.SINGLE,
  list: wire.Schema_Object_NestingMode.LIST,
  set: wire.Schema_Object_NestingMode.SET,
  map: wire.Schema_Object_NestingMode.MAP,
};

const BLOCKS = {
  single: wire.Schema_NestedBlock_NestingMode.SINGLE,
  list: wire.Schema_NestedBlock_NestingMode.LIST,
  set: wire.Schema_NestedBlock_NestingMode.SET,
  /** `checkSchema` lets none pass. */
  map: wire.Schema_NestedBlock_NestingMode.INVALID,
} as const;

/** A schema as core wants it. */
export function schemaToWire(schema: Schema, version = 0): wire.Schema {
  return { version, block: blockToWire(schema, version) };
}

function blockToWire({ attributes, description = '', deprecated }: Schema, version = 0): wire.Schema_Block {
  const [plain, blocks] = [Object.entries(attributes).filter(([, one]) => !isBlock(one)), blocksOf(attributes)];
  return {
    version,
    attributes: plain.map(([name, attribute]) => attributeToWire(name, attribute)),
    blockTypes: blocks.map(([typeName, one]) => ({ typeName, block: blockToWire(one), nesting: BLOCKS[one.nested] })),
    description,
    descriptionKind: wire.StringKind.MARKDOWN,
    deprecated: deprecated !== undefined,
    deprecationMessage: deprecated ?? '',
  };
}

function isBlock(attribute: Attribute): attribute is NestedAttribute {
  return 'nested' in attribute && attribute.block === true;
}

function blocksOf(attributes: Attributes): [string, NestedAttribute][] {
  return Object.entries(attributes).filter((entry): entry is [string, NestedAttribute] => isBlock(entry[1]));
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
