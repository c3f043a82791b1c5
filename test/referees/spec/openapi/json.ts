export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MAPS = ['properties', 'patternProperties', '$defs'];
const LISTS = ['allOf', 'oneOf', 'anyOf', 'prefixItems'];
const SINGLES = ['items', 'additionalProperties', 'unevaluatedProperties', 'not'];

/**
 * Visits a schema and all schemas in it, inner ones first. Goes by keyword, since a property may itself be called `properties`.
 * `alone` is false for what only holds together with the other parts of an `allOf`.
 */
export function walkSchemas(schema: unknown, visit: (schema: Json, alone: boolean) => void, alone = true): void {
  if (!isObject(schema)) return;
  const down = (child: unknown, itsAlone = true) => walkSchemas(child, visit, itsAlone);
  for (const key of MAPS) for (const child of Object.values((schema[key] as Json | undefined) ?? {})) down(child);
  for (const key of LISTS) {
    const parts = (schema[key] as unknown[] | undefined) ?? [];
    for (const part of parts) down(part, key !== 'allOf' || (parts.length === 1 && !('properties' in schema)));
  }
  for (const key of SINGLES) down(schema[key]);
  visit(schema, alone);
}
