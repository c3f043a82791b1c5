import type { Type } from '../../cty/type.js';
import type { Value } from '../../cty/value.js';
import type { Attribute, Attributes, NestedAttribute, ValueAttribute } from '../schema/attribute.js';
import { objectType, typeOf } from '../schema/compiled.js';
import { constraints } from './constraints.js';
import { type JsonObject, type JsonSchema, type Place, refuse, resolved } from './resolved.js';

export interface JsonSchemaOptions {
  /** What an attribute is called: Terraform wants lower-case letters, digits and `_`. Default: as the property. */
  name?(property: string): string;
}

/**
 * Attributes from the properties of a JSON Schema, as `z.toJSONSchema`, TypeBox and OpenAPI 3.1 give it. What is `required` must be given, what is
 * `readOnly` is computed, `writeOnly` is write-only, a `default` is planned; limits and enumerations become validators. What replaces
 * and what is kept no JSON Schema says: lay it over.
 *
 * @throws TypeError that names the property, for what Terraform has no type for
 * @example
 * const attributes = attributesFromJsonSchema(z.toJSONSchema(Thing));
 * const schema = { attributes: { ...attributes, name: { ...attributes.name, requiresReplace: true } } };
 */
export function attributesFromJsonSchema(schema: object | boolean, options: JsonSchemaOptions = {}): Attributes {
  const place = { root: schema, at: [], refs: [] };
  const shape = shapeOf(schema, place, options);
  if ('nested' in shape && shape.nested === 'single') return shape.attributes;
  return refuse(place, 'attributes come from an object with properties');
}

/** The type of a JSON Schema's values, and whether its numbers are whole. @throws TypeError as {@link attributesFromJsonSchema} */
export function typeFromJsonSchema(schema: object | boolean): Pick<ValueAttribute, 'type' | 'integer'> {
  const shape = shapeOf(schema, { root: schema, at: [], refs: [] }, {});
  return 'nested' in shape ? { type: typeOf(shape) } : shape;
}

type Shape = Pick<ValueAttribute, 'type' | 'integer'> | Pick<NestedAttribute, 'nested' | 'attributes'>;

function shapeOf(schema: JsonSchema, where: Place, options: JsonSchemaOptions): Shape {
  const { schema: json, place } = resolved(schema, where);
  if (json.anyOf)
    return common(
      json.anyOf.map((one) => shapeOf(one, place, options)),
      place,
    );
  switch (kindOf(json)) {
    case 'string':
      return { type: 'string' };
    case 'boolean':
      return { type: 'bool' };
    case 'integer':
      return { type: 'number', integer: true };
    case 'number':
      return { type: 'number' };
    case 'array':
      return held(json.uniqueItems ? 'set' : 'list', json.items ?? true, place, options);
    case 'object':
      return objectShape(json, place, options);
    case undefined:
      return { type: 'dynamic' };
    default:
      return refuse(place, `${JSON.stringify(json)} has no Terraform type`);
  }
}

function objectShape(json: JsonObject, place: Place, options: JsonSchemaOptions): Shape {
  const { properties = {}, required = [], additionalProperties } = json;
  const names = Object.keys(properties);
  if (names.length === 0) return held('map', additionalProperties ?? true, place, options);
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0) {
    refuse(place, 'has properties and others of a type of their own, which is neither an object nor a map');
  }
  const attributes = names.map((property): [string, Attribute] => {
    const inner = { ...place, at: [...place.at, property] };
    const attribute = attributeOf(properties[property] ?? true, required.includes(property), inner, options);
    return [options.name?.(property) ?? property, attribute];
  });
  return { nested: 'single', attributes: Object.fromEntries(attributes) };
}

function attributeOf(schema: JsonSchema, required: boolean, where: Place, options: JsonSchemaOptions): Attribute {
  const { schema: json } = resolved(schema, where);
  const shape = shapeOf(schema, where, options);
  return {
    ...shape,
    ...flags(json, required),
    ...(json.description ? { description: json.description } : {}),
    ...(json.deprecated ? { deprecated: 'It may be removed in a later version.' } : {}),
    ...(json.format === 'password' ? { sensitive: true } : {}),
    ...constraints(json, shape),
  } as Attribute;
}

function flags(json: JsonObject, required: boolean): Partial<Attribute> {
  if (json.readOnly) return { computed: true };
  if (json.default !== undefined && json.default !== null) return { default: json.default as Value };
  return { ...(required ? { required: true } : { optional: true }), ...(json.writeOnly ? { writeOnly: true } : {}) };
}

/** A collection: of objects with attributes of their own, or of plain values. */
function held(collection: 'list' | 'set' | 'map', inner: JsonSchema, place: Place, options: JsonSchemaOptions): Shape {
  const element = shapeOf(inner, place, options);
  if ('nested' in element && element.nested === 'single') return { nested: collection, attributes: element.attributes };
  const type = 'nested' in element ? typeOf(element) : element.type;
  // Terraform has no collections of dynamic elements.
  return type === 'dynamic' ? { type } : { type: [collection, type] };
}

/** `type`, with null left out; where none is said, that of the values that there are. */
function kindOf({ type, const: only, enum: values, properties, items }: JsonObject): string | undefined {
  const said = [type ?? []].flat().filter((one) => one !== 'null');
  if (said.length === 1) return said[0] === 'number' && Number.isInteger(only) ? 'integer' : said[0];
  if (said.length > 1) return said.join(' or ');
  if (properties) return 'object';
  if (items) return 'array';
  const kinds = [
    ...new Set((values ?? (only === undefined ? [] : [only])).filter((one) => one !== null).map(kindOfValue)),
  ];
  return kinds.length > 1 ? kinds.join(' or ') : kinds[0];
}

function kindOfValue(value: unknown): string {
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** Of a union of literals or forms: the type that all of them have. */
function common(shapes: readonly Shape[], place: Place): Shape {
  const [first, ...rest] = shapes.map((shape) => ('nested' in shape ? { type: objectOf(shape) } : shape));
  const same = rest.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return first && same ? first : refuse(place, 'a union of different types has no Terraform type');
}

function objectOf({ nested, attributes }: Pick<NestedAttribute, 'nested' | 'attributes'>): Type {
  return nested === 'single' ? objectType(attributes) : [nested, objectType(attributes)];
}
