import type { Fields, Type } from '../../cty/type.js';
import type { Attribute, Attributes, Schema, SchemaSource } from './attribute.js';

/** A schema with the type of its values, made once. */
export interface CompiledSchema {
  readonly schema: Schema;
  readonly attributes: Attributes;
  readonly type: readonly ['object', Fields];
}

const compiled = new WeakMap<Schema, CompiledSchema>();

/** Works out the type of a schema's values; the same schema gives the same result. */
export function compileSchema(source: SchemaSource): CompiledSchema {
  const schema = typeof source === 'function' ? source() : source;
  let result = compiled.get(schema);
  if (result === undefined) {
    result = { schema, attributes: schema.attributes, type: objectType(schema.attributes) };
    compiled.set(schema, result);
  }
  return result;
}

/** The type of a single attribute's values. */
export function typeOf(attribute: Attribute): Type {
  if (!('nested' in attribute)) return attribute.type;
  const element = objectType(attribute.attributes);
  return attribute.nested === 'single' ? element : [attribute.nested, element];
}

const types = new WeakMap<Attributes, readonly ['object', Fields]>();

/** The object type of nested attributes, made once. */
export function objectType(attributes: Attributes): readonly ['object', Fields] {
  let type = types.get(attributes);
  if (type === undefined) {
    const fields = Object.entries(attributes).map(([name, attribute]) => [name, typeOf(attribute)] as const);
    type = ['object', Object.fromEntries(fields)];
    types.set(attributes, type);
  }
  return type;
}
