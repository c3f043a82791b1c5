import { readFileSync } from 'node:fs';
import { type Document, type Drift, objectDocument, type Root } from '../openapi/document.js';
import type { Json } from '../openapi/json.js';
import { type Direction, type Model, schemaOf, schemaOfModel } from './schema.js';

interface WireParameter {
  readonly name?: string;
  readonly fullType?: string;
  readonly dataType: string;
  readonly paramType: 'path' | 'query' | 'body' | 'header';
  readonly required: boolean;
}

interface WireOperation {
  readonly httpMethod: string;
  readonly parameters: readonly WireParameter[];
  readonly responseType: string;
}

interface WireFile {
  readonly apis: readonly { readonly path: string; readonly operations: readonly WireOperation[] }[];
  readonly models: Readonly<Record<string, Model>>;
}

const JSON_TYPE = 'application/json';
const DIRECTIONS: readonly Direction[] = ['request', 'response'];

/** One file of OVHcloud's own form of description, as the judge takes it. */
export function ovhDocument(name: string, file: string, drift: readonly Drift[]): Document {
  const { apis, models } = JSON.parse(readFileSync(file, 'utf8')) as WireFile;
  const schemas = Object.entries(models).flatMap(([model, what]) =>
    DIRECTIONS.map((direction) => [`${direction}/${model}`, schemaOfModel(what, models, direction)] as const),
  );
  const paths = apis.map(({ path, operations }) => [path, item(operations, models)] as const);
  const root: Root = { paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } };
  return objectDocument(name, root, drift);
}

function item(operations: readonly WireOperation[], models: WireFile['models']): Json {
  return Object.fromEntries(operations.map((one) => [one.httpMethod.toLowerCase(), operation(one, models)]));
}

function operation({ parameters, responseType }: WireOperation, models: WireFile['models']): Json {
  const beside = parameters.filter(({ paramType }) => paramType === 'path' || paramType === 'query');
  return {
    parameters: beside.map((one) => ({
      name: one.name,
      in: one.paramType,
      required: one.required,
      schema: schemaOf(typeOf(one), models, 'request'),
    })),
    ...body(
      parameters.filter(({ paramType }) => paramType === 'body'),
      models,
    ),
    responses: { 200: { content: { [JSON_TYPE]: { schema: schemaOf(responseType, models, 'response') } } } },
  };
}

/** A body is one model without a name, or fields by name. */
function body(fields: readonly WireParameter[], models: WireFile['models']): Json {
  const [only] = fields;
  if (!only) return {};
  const schema = only.name
    ? {
        type: 'object',
        properties: Object.fromEntries(fields.map((one) => [one.name, schemaOf(typeOf(one), models, 'request')])),
        required: fields.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      }
    : schemaOf(typeOf(only), models, 'request');
  return { requestBody: { required: only.required, content: { [JSON_TYPE]: { schema } } } };
}

function typeOf({ fullType, dataType }: WireParameter): string {
  return fullType ?? dataType;
}
