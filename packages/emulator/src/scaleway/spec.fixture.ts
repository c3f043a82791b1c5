import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { Exchange } from '../core/exchange.js';

/** The vendor's descriptions stand beside the project where they may be read, never in it. */
const FOLDER = resolve(__dirname, '../../../../../shared/clouds/specs/scaleway');
const FILES = ['account.v3.ProjectApi', 'iam.v1alpha1.Api', 'instance.v1.Api', 'marketplace.v2.Api', 'vpc.v2.Api'];
/** No description of these is at hand: the vendor's own client reads their answers in the tests. */
const UNDESCRIBED = /^\/(block|ipam|product-catalog)\//;

type Json = Record<string, unknown>;

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: Json }> }>;
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly parameters?: readonly { in: string; name: string }[];
}

/** Fields that answers carried in July and August 2026 and the descriptions (2026-06) lack, by field of the answer's schema. */
const BEYOND: Record<string, readonly string[]> = {
  Server: ['extra_networks', 'bootscript', 'dns', 'end_of_service'],
  ServerType: ['mig_profile', 'private_network', 'placement_groups', 'hot_snapshots_local_volume'],
  SecurityGroupRule: ['dest_ip_range'],
  PrivateNIC: ['modification_date', 'ipam_ip_ids'],
  VolumeServer: ['tags'],
  VPC: ['transitivity_enabled', 's3_integration_enabled'],
  Subnet: ['region'],
};
const beyond = new Set(Object.values(BEYOND).flat());

/** What a block volume in a server lacks (recorded 2026-07), and a map keyed by ids needs not have. */
const MAY_LACK = new Set([
  'name',
  'export_uri',
  'organization',
  'server',
  'size',
  'creation_date',
  'modification_date',
  'project',
]);
/** Strings that were null in answers of July 2026. */
const MAY_BE_NULL = new Set(['description', 'address', 'prefix', 'export_uri', 'admin_password_encryption_ssh_key_id']);
MAY_BE_NULL.add('admin_password_encrypted_value');
/** Answered with another status than described (recorded 2026-07). */
const STATUS: Record<string, number> = { 'POST /instance/v1/zones/{zone}/servers/{server_id}/action': 202 };
/** Parameters that the vendor's clients of 2026-07 send and the descriptions lack. */
const PARAMETERS = new Set(['image_label', 'image_id', 'version_id']);
/** Paths that the client knows and the descriptions of 2026-06 do not. */
const PATHS = new Set(['/vpc/v2/regions/{region}/vpcs/{vpc_id}/enable-custom-routes-propagation']);

const ERRORS = [
  'already_exists denied_authentication internal invalid_arguments invalid_request_error locked not_found out_of_stock',
  'permissions_denied precondition_failed quotas_exceeded transient_state',
].flatMap((line) => line.split(' '));

export interface Specification {
  /** What is wrong with an exchange; empty where nothing is. */
  check(exchange: Exchange): string[];
  /** Operations seen so far, as `GET /vpc/v2/regions/{region}/vpcs`. */
  readonly seen: ReadonlySet<string>;
}

/** `undefined` where the descriptions do not stand beside the project. */
export function loadSpecification(): Specification | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['int32', 'uint32', 'int64', 'uint64', 'float', 'double']) ajv.addFormat(format, true);
  const operations = new Map<string, { operation: Operation; spec: string }>();
  for (const file of FILES) {
    const spec = parse(readFileSync(resolve(FOLDER, `scaleway.${file}.yml`), 'utf8')) as Json & {
      paths: Record<string, Record<string, Operation>>;
    };
    toJsonSchema(spec);
    ajv.addSchema({ $id: `request:${file}`, ...spec });
    ajv.addSchema({ $id: `response:${file}`, ...(strict(structuredClone(spec)) as Json) });
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        operations.set(`${method.toUpperCase()} ${path}`, { operation, spec: file });
      }
    }
  }
  const compiled = new Map<string, ValidateFunction>();
  const validator = (id: string, schema: Json, key: string): ValidateFunction => {
    let validate = compiled.get(key);
    if (!validate) {
      const text = JSON.stringify(id.startsWith('response') ? strict(structuredClone(schema)) : schema);
      validate = ajv.compile(JSON.parse(text.replaceAll('"#/', `"${id}#/`)) as Json);
      compiled.set(key, validate);
    }
    return validate;
  };
  const seen = new Set<string>();

  return {
    seen,
    check({ method, template, status, requestBody, responseBody, responseHeaders, query, faults }) {
      if (status === undefined || faults.length > 0) return [];
      if (status >= 400) return errorProblems(status, responseBody);
      if (template === '' || UNDESCRIBED.test(template) || PATHS.has(template)) return [];
      const what = `${method} ${template}`;
      const found = operations.get(what);
      if (!found) return [`${what}: not in the description`];
      seen.add(what);
      const { operation, spec } = found;
      const [described = ''] = Object.keys(operation.responses);
      const problems: string[] = [];
      if (status !== (STATUS[what] ?? Number(described))) problems.push(`${what}: status ${status}, not ${described}`);
      const known = new Set(operation.parameters?.map(({ name }) => name));
      for (const name of query.keys()) {
        if (!known.has(name) && !PARAMETERS.has(name)) problems.push(`${what}: parameter ${name} is not described`);
      }
      const check = (id: string, schema: Json | undefined, body: unknown) => {
        if (!schema) return;
        const validate = validator(`${id}:${spec}`, schema, `${id} ${what}`);
        if (validate(body)) return;
        for (const { instancePath, message, params } of validate.errors ?? []) {
          problems.push(`${what} ${id}: ${instancePath} ${message} ${JSON.stringify(params)}`);
        }
      };
      const json = responseHeaders['content-type'] === 'application/json';
      if (json || responseBody === undefined) {
        const schema = operation.responses[described]?.content?.['application/json']?.schema;
        if (schema || responseBody !== undefined) check('response', schema ?? {}, responseBody);
      }
      check('request', operation.requestBody?.content['application/json']?.schema, requestBody ?? {});
      return problems;
    },
  };
}

function errorProblems(status: number, body: unknown): string[] {
  if (body === undefined) return status === 429 || status === 404 ? [] : [`error ${status} without a body`];
  if (typeof body === 'string') return status > 500 ? [] : [`error ${status} is text`];
  const { type, message } = body as { type?: string; message?: string };
  return typeof message === 'string' && ERRORS.includes(type ?? '') ? [] : [`error ${status} of type ${type}`];
}

/** OpenAPI to JSON Schema: `nullable`, maps by key, and messages, which are null where they are not there. */
function toJsonSchema(node: unknown): void {
  walk(node, (schema) => {
    const properties = schema['properties'] as Record<string, Json> | undefined;
    const [key = ''] = Object.keys(properties ?? {});
    if (key.startsWith('<')) {
      schema['additionalProperties'] = properties![key];
      delete schema['properties'];
    } else if (properties) {
      for (const [name, property] of Object.entries(properties)) {
        if (property['type'] === 'object' || '$ref' in property || MAY_BE_NULL.has(name)) {
          properties[name] = { anyOf: [property, { type: 'null' }] };
        }
      }
    }
    if (schema['nullable'] !== true) return;
    schema['type'] = [schema['type'], 'null'];
    if (Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null];
  });
}

/** Answers carry every field, and none that is not known. */
function strict(node: unknown): unknown {
  walk(node, (schema) => {
    const properties = schema['properties'] as Json | undefined;
    if (!properties || !schema['x-properties-order']) return;
    for (const name of beyond) properties[name] ??= {};
    const names = schema['x-properties-order'] as string[];
    const volume = names.includes('boot') && names.includes('volume_type');
    schema['required'] = names.filter((name) => name !== 'total_count' && !(volume && MAY_LACK.has(name)));
    schema['additionalProperties'] = false;
  });
  return node;
}

function walk(node: unknown, visit: (schema: Json) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const child of Object.values(node)) walk(child, visit);
  if (!Array.isArray(node)) visit(node as Json);
}
