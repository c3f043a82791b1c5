import { DEEPEST, TOO_DEEP } from '../../cty/depth.js';
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
export function typeOf(attribute: Attribute, depth = 0): Type {
  if (!('nested' in attribute)) return attribute.type;
  const element = objectType(attribute.attributes, depth);
  return attribute.nested === 'single' ? element : [attribute.nested, element];
}

const types = new WeakMap<Attributes, readonly ['object', Fields]>();

/** The object type of nested attributes, made once. */
export function objectType(attributes: Attributes, depth = 0): readonly ['object', Fields] {
  let type = types.get(attributes);
  if (type === undefined) {
    if (depth > DEEPEST) throw new TypeError(`The attributes of a schema are ${TOO_DEEP}`);
    const fields = Object.entries(attributes).map(([name, attribute]) => [name, typeOf(attribute, depth + 1)] as const);
    type = ['object', Object.fromEntries(fields)];
    types.set(attributes, type);
  }
  return type;
}
