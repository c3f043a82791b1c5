import type { Drift } from '../openapi/document.js';
import { isObject, type Json, walkSchemas } from '../openapi/json.js';

/** The descriptions are made from the services' code and their written documentation; answers of a real cloud weigh more. */
const REAL = 'a real OpenStack (Zed: Nova 2.93, Cinder 3.70, Neutron, Keystone 3.14), seen 2026-11-23';
/** What `test/openstack/both` asked of it. */
const RECORDED = 'the record of a real OpenStack (Zed), test/openstack/both/answers.gen.json, of 2026-11-26';

/** Statuses that come in place of the described ones. */
const STATUS: Record<string, readonly [method: string, described: string, real: string]> = {
  'paths//v3/auth/tokens': ['post', '200', '201'],
  'paths//v2.1/servers/{server_id}/os-interface': ['post', '201', '200'],
  'paths//v2.1/servers/{server_id}/os-volume_attachments': ['post', '201', '200'],
  'paths//v3/{project_id}/volumes/{id}': ['delete', '204', '202'],
  'paths//v2.1/servers/{server_id}/metadata': ['post', '201', '200'],
};

/** What Neutron's documentation calls a string. */
const NOT_STRINGS: Record<string, string> = {
  l2_adjacency: 'boolean',
  dns_assignment: 'array',
  security_group_rules: 'array',
  port_forwardings: 'array',
  port_details: 'object',
};

const each = (block: Json, visit: (properties: Record<string, Json>) => void): void =>
  walkSchemas(block, ({ properties }) => {
    if (isObject(properties)) visit(properties as Record<string, Json>);
  });
const operations = (block: Json): Json[] =>
  Object.entries(block).flatMap(([method, one]) => (method !== 'parameters' && isObject(one) ? [one] : []));

/** What the descriptions of February 2025 do not say as it is. */
export const drift: readonly Drift[] = [
  {
    what: 'statuses',
    source: REAL,
    edit(at, block) {
      const [method, described, real] = STATUS[at] ?? [];
      if (!method || !described || !real) return;
      const { responses } = block[method] as { responses: Json };
      responses[real] = responses[described];
      delete responses[described];
    },
  },
  {
    what: 'lists come in pages and by project; what has no pages passes that over',
    source: REAL,
    edit(at, block) {
      if (!at.startsWith('paths/')) return;
      for (const operation of operations(block)) {
        const parameters = (operation['parameters'] as Json[] | undefined) ?? [];
        const more = ['limit', 'marker', 'project_id'].map((name) => ({
          in: 'query',
          name,
          schema: { type: 'string' },
        }));
        operation['parameters'] = [...parameters, ...more.filter(({ name }) => !queries(parameters).includes(name))];
      }
    },
  },
  {
    what: 'types of fields in answers',
    source: REAL,
    edit(at, block) {
      if (!/^schemas\/.*Response$/.test(at)) return;
      // The first domain is called so.
      if (at === 'schemas/AuthTokensPostResponse') walkSchemas(block, (one) => void delete one['format']);
      each(block, (properties) => {
        for (const [name, type] of Object.entries(NOT_STRINGS)) if (properties[name]) properties[name] = { type };
        if (properties['OS-FLV-EXT-DATA:ephemeral'] && properties['vcpus']) {
          properties['OS-FLV-DISABLED:disabled'] ??= { type: 'boolean' };
          properties['description'] ??= { type: ['string', 'null'] };
        }
        // A server that booted from a volume has an empty string for an image.
        if (properties['image'] && properties['flavor'])
          properties['image'] = { anyOf: [properties['image'], { const: '' }] };
      });
    },
  },
  {
    what: 'security group rules are made many at a time, with ports as numbers, and null for any',
    source: `${REAL}; Neutron's documentation of bulk requests`,
    edit(at, block) {
      if (at !== 'schemas/Security_Group_RulesCreateRequest') return;
      const { security_group_rule: rule } = block['properties'] as { security_group_rule: { properties: Json } };
      for (const name of ['port_range_min', 'port_range_max', 'protocol'])
        rule.properties[name] = { type: ['string', 'integer', 'null'] };
      Object.assign(block['properties'] as Json, { security_group_rules: { type: 'array', items: rule } });
    },
  },
  {
    what: 'ports of a rule that was made are numbers',
    source: RECORDED,
    edit(at, block) {
      if (at !== 'schemas/Security_Group_RulesCreateResponse') return;
      each(block, (properties) => {
        for (const name of ['port_range_min', 'port_range_max'])
          if (properties[name]) properties[name] = { type: 'integer' };
      });
    },
  },
  {
    what: 'no swap is an empty string, until 2.75',
    source: RECORDED,
    edit(at, block) {
      if (at !== 'schemas/FlavorShowResponse') return;
      each(block, (properties) => {
        if (properties['swap']) properties['swap'] = { anyOf: [properties['swap'], { const: '' }] };
      });
    },
  },
  {
    what: 'the action that takes a group off names it, as the one that puts it on',
    source: RECORDED,
    edit(at, block) {
      if (at !== 'schemas/ServersActionRemovesecuritygroupRequest') return;
      Object.assign(block['properties'] as Json, {
        removeSecurityGroup: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      });
    },
  },
  {
    what: 'an action that is under way has no body to tell',
    source: REAL,
    edit(at, block) {
      if (!/^paths\/.*\/action$/.test(at)) return;
      const { responses } = block['post'] as { responses: Record<string, Json> };
      delete responses['202']?.['content'];
    },
  },
];

function queries(parameters: readonly Json[]): string[] {
  return parameters.map((one) => String(one['name'] ?? String(one['$ref']).split(/[/_]/).at(-1)));
}
