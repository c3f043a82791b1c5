import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Exchange } from '../core/exchange.js';

/** The vendor's description stands beside the project where it may be read, never in it. */
const FILE = resolve(__dirname, '../../../../../shared/clouds/specs/hetzner/hcloud-openapi-koestler.json');

type Json = Record<string, unknown>;

interface Operation {
  responses: Record<string, { content?: { 'application/json'?: { schema: Json } } }>;
  requestBody?: { content: { 'application/json': { schema: Json } } };
}

/** Holds exchanges against the vendor's description, with what changed since (2026-02) applied. */
export interface Specification {
  /** What is wrong with an exchange; empty where nothing is. */
  check(exchange: Exchange): string[];
  /** Operations seen so far, as `GET /servers`. */
  readonly seen: ReadonlySet<string>;
}

/** `undefined` where the description does not stand beside the project. */
export function loadSpecification(): Specification | undefined {
  if (!existsSync(FILE)) return undefined;
  const spec = JSON.parse(readFileSync(FILE, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
    components: Json;
  };
  drift(spec.components);
  for (const kind of ['floating_ips', 'primary_ips']) {
    // Null gives the default name back, here as with servers; the description lost it where it shares a schema.
    const { content } = spec.paths[`/${kind}/{id}/actions/change_dns_ptr`]!['post']!.requestBody!;
    content['application/json'].schema = {
      $ref: '#/components/schemas/change_reverse_dns_entry_for_this_server_request',
    };
  }
  toJsonSchema(spec);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['int32', 'int64', 'double', 'decimal']) ajv.addFormat(format, true);
  // Clients may send more than the description knows, and do; the emulator may not answer more.
  ajv.addSchema({ $id: 'request', components: referencesById(structuredClone(spec.components)) });
  close(spec);
  ajv.addSchema({ $id: 'response', components: spec.components });
  const compiled = new Map<Json, ValidateFunction>();
  const problems = (side: 'request' | 'response', schema: Json, body: unknown, what: string): string[] => {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${side}#/`)) as Json);
      compiled.set(schema, validate);
    }
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      (error) => `${what}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
    );
  };
  const seen = new Set<string>();

  return {
    seen,
    check({ method, template, status, requestBody, responseBody, faults }) {
      if (template === '' || status === undefined || faults.length > 0) return [];
      const what = `${method} ${template} ${status}`;
      const operation = spec.paths[template]?.[method.toLowerCase()];
      if (!operation) return [`${what}: not in the description`];
      seen.add(`${method} ${template}`);
      const response = operation.responses[status] ?? operation.responses[`${Math.floor(status / 100)}xx`];
      if (!response) return [`${what}: status not in the description`];
      const schema = response.content?.['application/json']?.schema;
      const found = schema
        ? problems('response', schema, responseBody, `${what}: `)
        : responseBody === undefined
          ? []
          : [`${what}: body`];
      const wanted = operation.requestBody?.content['application/json'].schema;
      if (status < 400 && wanted && requestBody !== undefined)
        found.push(...problems('request', wanted, requestBody, `${what} request: `));
      return found;
    },
  };
}

/** What changed between the description (2026-02) and today, as the vendor's own clients' changelogs say. */
function drift(components: Json): void {
  walk(components, (schema) => {
    const properties = schema['properties'] as Json | undefined;
    if (!properties) return;
    // 2026-07-01: the field is gone.
    delete properties['datacenter'];
    schema['required'] = ((schema['required'] as string[] | undefined) ?? []).filter((name) => name !== 'datacenter');
    // 2026-08-01: `unassigned`, and optional where a primary IP is made.
    const assignee = properties['assignee_type'] as { enum?: string[] } | undefined;
    if (assignee?.enum) assignee.enum = ['server', 'unassigned'];
  });
  const { schemas } = components as { schemas: Record<string, { properties: Json; required?: string[] }> };
  Object.assign(schemas['server_type_location']!.properties, {
    available: { type: 'boolean' },
    recommended: { type: 'boolean' },
  });
  schemas['server_type_location']!.required!.push('available', 'recommended');
  const create = schemas['create_primary_ip_request']!;
  create.required = create.required!.filter((name) => name !== 'assignee_type');
}

/** Where the description has names only, the vendor's own client also sends ids, as numbers (hcloud-cli 1.30.3, seen 2026-11). */
function referencesById(components: Json): Json {
  walk(components, (schema) => {
    const properties = schema['properties'] as Record<string, Json> | undefined;
    for (const name of ['image', 'server_type', 'iso', 'location', 'ssh_keys']) {
      const property = properties?.[name];
      const reference = property?.['type'] === 'array' ? (property['items'] as Json) : property;
      if (reference?.['type'] === 'string') reference['type'] = ['string', 'integer'];
    }
  });
  return components;
}

/** No field that the description does not know. */
function close(spec: Json): void {
  walk(spec, (schema) => {
    if (schema['properties'] && schema['additionalProperties'] === undefined) schema['additionalProperties'] = false;
  });
}

/** OpenAPI 3.0 to JSON Schema. */
function toJsonSchema(spec: Json): void {
  walk(spec, (schema) => {
    if (schema['nullable'] !== true) return;
    delete schema['nullable'];
    if (Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null];
    if (typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null'];
    else {
      const { allOf } = schema;
      delete schema['allOf'];
      schema['anyOf'] = [{ allOf }, { type: 'null' }];
    }
  });
}

function walk(node: unknown, visit: (schema: Json) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const child of Object.values(node)) walk(child, visit);
  if (!Array.isArray(node)) visit(node as Json);
}
