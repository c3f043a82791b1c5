import { z } from 'zod';

type Json = z.core.JSONSchema._JSONSchema;

/** A plain type in Terraform's notation, and whether its numbers are whole. */
export interface PlainType {
  type: 'string' | 'number' | 'bool' | ['list' | 'map', 'string' | 'number' | 'bool'];
  integer?: true;
}

/**
 * The Terraform type of a zod type, by way of JSON Schema, which zod gives officially.
 *
 * @throws TypeError for what Terraform or the model has no plain type for
 */
export function terraformType(type: z.ZodType): PlainType {
  return fromJson(z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }));
}

function fromJson(schema: Json): PlainType {
  if (typeof schema === 'boolean') throw new TypeError('a type that allows anything has no plain Terraform type');
  if (schema.anyOf) return common(schema.anyOf.filter((one) => typeof one === 'boolean' || one.type !== 'null'));
  switch (schema.type) {
    case 'string':
      return { type: 'string' };
    case 'boolean':
      return { type: 'bool' };
    case 'integer':
      return { type: 'number', integer: true };
    case 'number':
      return { type: 'number', ...(Number.isInteger(schema.const) ? { integer: true } : {}) };
    case 'array':
      return { type: ['list', element(schema.items as Json)] };
    case 'object':
      return { type: ['map', element(schema.additionalProperties as Json)] };
    default:
      throw new TypeError(`no Terraform type for ${JSON.stringify(schema)}`);
  }
}

function element(schema: Json): 'string' | 'number' | 'bool' {
  const { type } = fromJson(schema);
  if (typeof type === 'string') return type;
  throw new TypeError(`collections of collections have no plain Terraform type: ${JSON.stringify(schema)}`);
}

/** Of a union of literals or forms: the type that all of them have. */
function common(schemas: readonly Json[]): PlainType {
  const [first, ...rest] = schemas.map(fromJson);
  if (first && rest.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first;
  throw new TypeError(`a union of different types has no Terraform type: ${JSON.stringify(schemas)}`);
}
