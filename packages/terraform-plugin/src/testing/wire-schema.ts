import { parseType, type Type } from '../cty/type.js';
import {
  type Schema,
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
  StringKind,
} from '../protocol/schema.gen.js';

/** The type of a schema's values, from the wire alone. */
export function typeFromWire(schema: Schema | undefined): Type {
  return objectFrom(attributesFrom(schema?.block));
}

/** The attributes of a block, and the blocks in it as attributes that hold the same. */
export function attributesFrom(block: Schema_Block | undefined): Schema_Attribute[] {
  return [...(block?.attributes ?? []), ...(block?.blockTypes ?? []).map(asAttribute)];
}

/** Nesting modes of blocks have the numbers of those of attributes. */
function asAttribute({ typeName: name, block, nesting }: Schema_NestedBlock): Schema_Attribute {
  const flags = { required: false, optional: true, computed: false, sensitive: false, writeOnly: false };
  const said = { description: '', descriptionKind: StringKind.MARKDOWN, deprecated: false, deprecationMessage: '' };
  const nestedType = { attributes: attributesFrom(block), nesting: nesting as number };
  return { name, type: new Uint8Array(0), nestedType, ...flags, ...said };
}

/** A configuration as core sends it: blocks of which there are none are an empty list or set. */
export function withBlocks(block: Schema_Block | undefined, config: unknown): unknown {
  if (!block || block.blockTypes.length === 0 || typeof config !== 'object' || config === null) return config;
  const filled: { [name: string]: unknown } = { ...config };
  for (const { typeName, block: inner, nesting } of block.blockTypes) {
    const said = filled[typeName] ?? null;
    if (nesting === Schema_NestedBlock_NestingMode.SINGLE) filled[typeName] = withBlocks(inner, said);
    else if (said === null) filled[typeName] = [];
    else if (Array.isArray(said)) filled[typeName] = said.map((one) => withBlocks(inner, one));
  }
  return filled;
}

function objectFrom(attributes: readonly Schema_Attribute[]): Type {
  return ['object', Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeType(attribute)]))];
}

export function attributeType({ type, nestedType }: Schema_Attribute): Type {
  if (nestedType === undefined) return parseType(JSON.parse(Buffer.from(type).toString('utf8')));
  const element = objectFrom(nestedType.attributes);
  switch (nestedType.nesting) {
    case Schema_Object_NestingMode.LIST:
      return ['list', element];
    case Schema_Object_NestingMode.SET:
      return ['set', element];
    case Schema_Object_NestingMode.MAP:
      return ['map', element];
    default:
      return element;
  }
}
