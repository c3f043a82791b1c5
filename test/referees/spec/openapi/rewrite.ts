import { isObject, type Json, walkSchemas } from './json.js';

/** OpenAPI 3.0's `nullable`, which vendors also write in files that call themselves 3.1. */
export function nullableToType(schema: Json): void {
  walkSchemas(schema, (one) => {
    if (one['nullable'] !== true) return;
    delete one['nullable'];
    if (Array.isArray(one['enum'])) one['enum'] = [...one['enum'], null];
    if (typeof one['type'] === 'string') one['type'] = [one['type'], 'null'];
    else allowNull(one);
  });
}

/** Makes a schema of any form take null too. */
export function allowNull(schema: Json): void {
  const inner = { ...schema };
  for (const key of Object.keys(schema)) delete schema[key];
  schema['anyOf'] = [inner, { type: 'null' }];
}

/** No field that the description does not know. */
export function closeObjects(schema: Json): void {
  walkSchemas(schema, (one, alone) => {
    if (!alone || !isObject(one['properties']) || one['additionalProperties'] !== undefined) return;
    if ('patternProperties' in one || 'allOf' in one || 'oneOf' in one || 'anyOf' in one) return;
    one['additionalProperties'] = false;
  });
}
