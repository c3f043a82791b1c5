import { formatPath, type Path } from '../../cty/path.js';

/** As much of JSON Schema as Terraform has words for. */
export interface JsonObject {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly uniqueItems?: boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly $ref?: string;
}
export type JsonSchema = boolean | JsonObject;

/** A schema and where it stands: what it refers to is looked up in the whole of it. */
export interface Place {
  readonly root: JsonSchema;
  readonly at: Path;
  /** What was referred to on the way here. */
  readonly refs: readonly string[];
}

export function refuse({ at }: Place, why: string): never {
  throw new TypeError(`${formatPath(at) || 'the schema'}: ${why}`);
}

/** A schema without `$ref`, `allOf` and the alternative null; what stands beside them counts too. */
export function resolved(schema: JsonSchema | undefined, place: Place): { schema: JsonObject; place: Place } {
  if (typeof schema !== 'object') return { schema: {}, place };
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  if ($ref !== undefined) {
    if (place.refs.includes($ref)) refuse(place, `${$ref} holds itself, which no Terraform type does`);
    const there = resolved(lookUp(place, $ref), { ...place, refs: [...place.refs, $ref] });
    return { schema: { ...there.schema, ...own }, place: there.place };
  }
  if (allOf !== undefined) {
    const parts = [...allOf, own].map((part) => resolved(part, place).schema);
    return { schema: parts.reduce(merged, {}), place };
  }
  const choices = (anyOf ?? oneOf)?.filter((one) => typeof one === 'boolean' || one.type !== 'null');
  if (choices === undefined) return { schema: own, place };
  if (choices.length !== 1) return { schema: { ...own, anyOf: choices }, place };
  const only = resolved(choices[0], place);
  return { schema: { ...only.schema, ...own }, place: only.place };
}

function merged(a: JsonObject, b: JsonObject): JsonObject {
  return {
    ...a,
    ...b,
    ...(a.properties && b.properties ? { properties: { ...a.properties, ...b.properties } } : {}),
    ...(a.required && b.required ? { required: [...a.required, ...b.required] } : {}),
  };
}

/** `#/$defs/thing`, as RFC 6901 has it. */
function lookUp(place: Place, ref: string): JsonSchema {
  if (!ref.startsWith('#')) refuse(place, `${ref} leads out of the schema: bundle it first`);
  const keys = ref
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = keys.reduce<unknown>(
    (here, key) => (here as { [key: string]: unknown } | undefined)?.[key],
    place.root,
  );
  return (found as JsonSchema | undefined) ?? refuse(place, `${ref} leads nowhere`);
}
