import { type Document, objectDocument } from '../openapi/document.js';
import type { Json } from '../openapi/json.js';

/** Shared with the description of the rest, which knows rules of network cards: a rule of a group is the same thing. */
type Component = (name: string) => Json;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const query = (name: string, schema: Json): Json => ({ in: 'query', name, schema });
const text: Json = { type: 'string' };

const DEPTH = query('depth', { type: 'integer', minimum: 0, maximum: 10 });
const PAGE = [
  query('offset', { type: 'integer', minimum: 0 }),
  query('limit', { type: 'integer', minimum: 1, maximum: 10_000 }),
];

function operation(answer: string | undefined, status: number, request?: string): Json {
  return {
    parameters: [DEPTH, ...(status === 200 ? PAGE : [])],
    ...(request ? { requestBody: { required: true, ...body(ref(request)) } } : {}),
    responses: { [status]: answer ? body(ref(answer)) : {} },
  };
}

/** Network security groups, which are younger than the vendor's description: as its own client (6.1.5) types and calls them. */
export function securityGroups(component: Component): Document {
  const groups = '/datacenters/{datacenterId}/securitygroups';
  const rules = `${groups}/{securityGroupId}/rules`;
  const thing = (properties: Json, entities: Json = {}): Json => ({
    type: 'object',
    required: ['properties'],
    properties: { id: text, type: text, href: text, metadata: ref('DatacenterElementMetadata'), properties, entities },
  });
  const list = (items: Json): Json => ({
    type: 'object',
    properties: {
      id: text,
      type: text,
      href: text,
      items: { type: 'array', items },
      offset: { type: 'number' },
      limit: { type: 'number' },
      _links: { type: 'object' },
    },
  });
  // What is listed without depth is only named.
  const named: Json = {
    type: 'object',
    required: ['id', 'type', 'href'],
    properties: { id: text, type: text, href: text },
  };
  const schemas: Record<string, Json> = {
    DatacenterElementMetadata: component('DatacenterElementMetadata'),
    FirewallruleProperties: component('FirewallruleProperties'),
    Properties: { type: 'object', required: ['name'], properties: { name: text, description: text } },
    Changes: { type: 'object', properties: { name: text, description: text } },
    Rule: thing(ref('FirewallruleProperties')),
    NewRule: thing({ allOf: [ref('FirewallruleProperties'), { required: ['protocol'] }] }),
    Entities: {
      type: 'object',
      properties: { rules: { type: 'object' }, nics: { type: 'object' }, servers: { type: 'object' } },
    },
    Group: thing(ref('Properties'), ref('Entities')),
    NewGroup: thing(ref('Properties'), { type: 'object', properties: { rules: list(ref('NewRule')) } }),
    Groups: list({ anyOf: [ref('Group'), named] }),
    Rules: list({ anyOf: [ref('Rule'), named] }),
    Ids: { type: 'object', required: ['ids'], properties: { ids: { type: 'array', items: text } } },
  };
  const paths: Record<string, Json> = {
    [groups]: { get: operation('Groups', 200), post: operation('Group', 202, 'NewGroup') },
    [`${groups}/{securityGroupId}`]: {
      get: operation('Group', 200),
      put: operation('Group', 202, 'NewGroup'),
      patch: operation('Group', 202, 'Changes'),
      delete: operation(undefined, 202),
    },
    [rules]: { get: operation('Rules', 200), post: operation('Rule', 202, 'NewRule') },
    [`${rules}/{ruleId}`]: {
      get: operation('Rule', 200),
      put: operation('Rule', 202, 'NewRule'),
      patch: operation('Rule', 202, 'FirewallruleProperties'),
      delete: operation(undefined, 202),
    },
    '/datacenters/{datacenterId}/servers/{serverId}/securitygroups': { put: operation('Groups', 202, 'Ids') },
    '/datacenters/{datacenterId}/servers/{serverId}/nics/{nicId}/securitygroups': {
      put: operation('Groups', 202, 'Ids'),
    },
  };
  return objectDocument('IONOS security groups', { paths, components: { schemas: schemas as unknown as Json } });
}
