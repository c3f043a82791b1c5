import type { Json } from '../openapi/json.js';

/** A property of a model, as OVHcloud's own form of description has it. */
interface Property {
  readonly fullType?: string;
  readonly type: string;
  readonly canBeNull?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
}

export interface Model {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly enum?: readonly unknown[];
}

export type Direction = 'request' | 'response';

/** Scalars by name; what is not here and no model is text. */
const SCALARS: Readonly<Record<string, Json>> = {
  boolean: { type: 'boolean' },
  long: { type: 'integer' },
  double: { type: 'number' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  uuid: { type: 'string', format: 'uuid' },
  ip: {
    anyOf: [
      { type: 'string', format: 'ipv4' },
      { type: 'string', format: 'ipv6' },
    ],
  },
  ipv4: { type: 'string', format: 'ipv4' },
  ipv6: { type: 'string', format: 'ipv6' },
  ipBlock: { type: 'string', pattern: '^[0-9a-f.:]+/\\d{1,3}$' },
  void: { type: 'null' },
};

/** JSON Schema of a type as the description writes it: `string[]`, `map[string]long`, `cloud.instance.Instance`. */
export function schemaOf(type: string, models: Readonly<Record<string, Model>>, direction: Direction): Json {
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2), models, direction) };
  const map = /^map\[[^\]]+\](.+)$/.exec(type);
  if (map) return { type: 'object', additionalProperties: schemaOf(map[1]!.replace(/^\[\]/, ''), models, direction) };
  if (type in models) return { $ref: `#/components/schemas/${direction}/${type}` };
  return SCALARS[type.replace(/^.*:/, '')] ?? { type: 'string' };
}

/**
 * JSON Schema of a model. A request has what is not only read, and what is required; an answer has everything, null where it may be.
 * Neither has more.
 */
export function schemaOfModel(model: Model, models: Readonly<Record<string, Model>>, direction: Direction): Json {
  if (model.enum) return { enum: [...model.enum] };
  const all = Object.entries(model.properties ?? {});
  const own = all.filter(([, { readOnly }]) => direction === 'response' || !readOnly);
  const required = own.filter(([, one]) => (direction === 'response' ? !one.canBeNull : one.required));
  const properties = own.map(([name, { fullType, type, canBeNull }]) => {
    const schema = schemaOf(fullType ?? type, models, direction);
    return [name, canBeNull ? { anyOf: [schema, { type: 'null' }] } : schema];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(([name]) => name),
    additionalProperties: false,
  };
}
