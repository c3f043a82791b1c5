import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type Document, type Drift, objectDocument } from '../openapi/document.js';
import type { Json } from '../openapi/json.js';

/** Types of the client's common part, which its generated files refer to. */
const COMMON: Record<string, Json> = {
  Date: { type: 'string', format: 'date-time' },
  ScwRegion: { type: 'string', pattern: '^[a-z]{2}-[a-z]{3}$' },
  ScwZone: { type: 'string', pattern: '^[a-z]{2}-[a-z]{3}-\\d$' },
  Money: {
    type: 'object',
    properties: { currency_code: { type: 'string' }, units: { type: 'integer' }, nanos: { type: 'integer' } },
    required: ['currency_code', 'units', 'nanos'],
  },
};

/**
 * A description made from the vendor's generated client (types and calls), for products of which no OpenAPI file is at hand. The
 * client is generated from the vendor's own description, so it says which paths, parameters and fields there are; it says nothing of
 * statuses.
 */
export function clientDocument(product: string, version: string, drift: readonly Drift[]): Document {
  const folder = join(dirname(require.resolve(`@scaleway/sdk-${product}`)), version);
  const schemas = schemasOf(readFileSync(join(folder, 'types.gen.d.ts'), 'utf8'));
  const paths: Record<string, Json> = {};
  for (const call of readFileSync(join(folder, 'api.gen.js'), 'utf8')
    .split(/\n {2}(?=\w+ = \()/)
    .slice(1)) {
    const method = /method: "(\w+)"/.exec(call)?.[1];
    const path = /path: `([^`]+)`/.exec(call)?.[1];
    if (!method || !path) continue;
    const template = path.replaceAll(
      /\$\{validatePathParam\(\s*"(\w+)",[^}]*\}/g,
      (_, name: string) => `{${wireName(name)}}`,
    );
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(call, template, schemas) };
  }
  return objectDocument(`@scaleway/sdk-${product}`, { paths, components: { schemas } }, drift);
}

function operation(call: string, template: string, schemas: Record<string, Json>): Json {
  const name = /^(?:pageOf)?(\w+) =/.exec(call)?.[1] ?? '';
  const request = Object.entries(schemas).find(([type]) =>
    type.toLowerCase().endsWith(`${name}request`.toLowerCase()),
  )?.[1];
  const properties = (request?.['properties'] as Record<string, Json> | undefined) ?? {};
  const inPath = [...template.matchAll(/\{(\w+)\}/g)].map(([, one]) => one!);
  const query = [...(/urlParams\(([\s\S]*?)\n {6}\)/.exec(call)?.[1] ?? '').matchAll(/(?:\[|param:)\s*"(\w+)",/g)].map(
    ([, one]) => one!,
  );
  const answer = /unmarshal(\w+)\s*\)/.exec(call)?.[1];
  const body = {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => !inPath.includes(key))),
    required: ((request?.['required'] as string[] | undefined) ?? []).filter((key) => !inPath.includes(key)),
  };
  return {
    parameters: [
      ...inPath.map((key) => ({ in: 'path', name: key, schema: properties[key] ?? { type: 'string' } })),
      ...query.map((key) => ({ in: 'query', name: key, schema: properties[key] ?? {} })),
    ],
    ...(/\bmarshal\w+\(/.test(call) ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: { '2xx': answer ? { content: json({ $ref: `#/components/schemas/${answer}` }) } : {} },
  };
}

const json = (schema: Json) => ({ 'application/json': { schema } });

/** JSON Schemas of a file of types. What may be missing in the client's types may be null on the wire. */
function schemasOf(text: string): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  const file = ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.ES2022);
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) schemas[statement.name.text] = objectSchema(statement.members);
    if (ts.isTypeAliasDeclaration(statement)) schemas[statement.name.text] = schemaOf(statement.type);
  }
  return schemas;
}

function objectSchema(members: ts.NodeArray<ts.TypeElement>): Json {
  const properties: Record<string, Json> = {};
  const required: string[] = [];
  for (const member of members) {
    if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) continue;
    const name = wireName(member.name.text);
    const schema = schemaOf(member.type);
    properties[name] = member.questionToken ? { anyOf: [schema, { type: 'null' }] } : schema;
    if (!member.questionToken) required.push(name);
  }
  return { type: 'object', properties, required };
}

function schemaOf(node: ts.TypeNode): Json {
  if (ts.isTypeLiteralNode(node)) return objectSchema(node.members);
  if (ts.isArrayTypeNode(node)) return { type: 'array', items: schemaOf(node.elementType) };
  if (ts.isUnionTypeNode(node)) {
    const literals = node.types.map((one) =>
      ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? one.literal.text : undefined,
    );
    return literals.includes(undefined) ? { anyOf: node.types.map(schemaOf) } : { enum: literals };
  }
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return { const: node.literal.text };
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    const { text } = node.typeName;
    if (text === 'Record') return { type: 'object', additionalProperties: schemaOf(node.typeArguments![1]!) };
    return COMMON[text] ?? { $ref: `#/components/schemas/${text}` };
  }
  const plain: Partial<Record<ts.SyntaxKind, string>> = {
    [ts.SyntaxKind.StringKeyword]: 'string',
    [ts.SyntaxKind.NumberKeyword]: 'number',
    [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  };
  const type = plain[node.kind];
  return type ? { type } : {};
}

/** `kgCo2Equivalent` is `kg_co2_equivalent` on the wire. */
function wireName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
