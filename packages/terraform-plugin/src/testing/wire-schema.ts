import { parseType, type Type } from '../cty/type.js';
import { type Schema, type Schema_Attribute, Schema_Object_NestingMode } from '../protocol/schema.gen.js';

/** The type of a schema's values, from the wire alone. */
export function typeFromWire(schema: Schema | undefined): Type {
  return objectFrom(schema?.block?.attributes ?? []);
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
