import { DEEPEST, TOO_DEEP } from '../../cty/depth.js';
import type { Fields, Type } from '../../cty/type.js';
import type { Attribute, Attributes, Schema, SchemaSource } from './attribute.js';

/** A schema with the type of its values, made once. */
export interface CompiledSchema {
  readonly schema: Schema;
  readonly attributes: Attributes;
  readonly type: readonly ['object', Fields];
  /** Whether there are lists or sets of blocks, of which none is an empty one. */
  readonly blocks: boolean;
}

const compiled = new WeakMap<Schema, CompiledSchema>();

/** Works out the type of a schema's values; the same schema gives the same result. */
export function compileSchema(source: SchemaSource): CompiledSchema {
  const schema = typeof source === 'function' ? source() : source;
  let result = compiled.get(schema);
  if (result === undefined) {
    result = {
      schema,
      attributes: schema.attributes,
      type: objectType(schema.attributes),
      blocks: holdsBlocks(schema.attributes),
    };
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

function holdsBlocks(attributes: Attributes): boolean {
  return Object.values(attributes).some(
    (one) => 'nested' in one && one.block && (one.nested !== 'single' || holdsBlocks(one.attributes)),
  );
}

const blockTypes = new WeakSet<object>();

/** Whether this very type is that of blocks: into them core can point. */
export const isBlockType = (type: Type): boolean => typeof type !== 'string' && blockTypes.has(type);

const types = new WeakMap<Attributes, readonly ['object', Fields]>();

/** The object type of nested attributes, made once. */
export function objectType(attributes: Attributes, depth = 0): readonly ['object', Fields] {
  let type = types.get(attributes);
  if (type === undefined) {
    if (depth > DEEPEST) throw new TypeError(`The attributes of a schema are ${TOO_DEEP}`);
    const fields = Object.entries(attributes).map(([name, attribute]) => {
      const field = typeOf(attribute, depth + 1);
      if ('nested' in attribute && attribute.block) blockTypes.add(field as object);
      return [name, field] as const;
    });
    type = ['object', Object.fromEntries(fields)];
    types.set(attributes, type);
  }
  return type;
}
