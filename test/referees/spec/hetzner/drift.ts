import type { Drift } from '../openapi/document.js';
import { isObject, type Json, walkSchemas } from '../openapi/json.js';

const HCLOUD_GO = 'hcloud-go 2.47.0 changelog (2026-08-18)';

const schemasOf = (block: Json): Json[] => {
  const found: Json[] = [];
  walkSchemas(block, (schema) => void found.push(schema));
  return found;
};
const without = (list: unknown, name: string): unknown =>
  Array.isArray(list) ? list.filter((one) => one !== name) : list;
const properties = (block: Json): Json => block['properties'] as Json;

/** Bodies stand inside path items, too. */
const inOperation = (block: Json, method: string): Json =>
  ((block[method] as Json)['requestBody'] as { content: Record<string, { schema: Json }> }).content[
    'application/json'
  ]!;

/** What changed at Hetzner since the description of February 2026, and what it never said right. */
export const drift: readonly Drift[] = [
  {
    what: 'servers and primary IPs have no datacenter any more',
    source: `${HCLOUD_GO}, 2.45: gone since 2026-07-01`,
    edit(at, block) {
      if (!at.startsWith('schemas/')) return;
      for (const schema of schemasOf(block)) {
        if (!isObject(schema['properties']) || !('datacenter' in schema['properties'])) continue;
        delete schema['properties']['datacenter'];
        schema['required'] = without(schema['required'], 'datacenter');
      }
    },
  },
  {
    what: 'a server type says for each location whether it is available and recommended',
    source: `${HCLOUD_GO}, 2.38`,
    edit(at, block) {
      if (at !== 'schemas/server_type_location') return;
      Object.assign(properties(block), { available: { type: 'boolean' }, recommended: { type: 'boolean' } });
      (block['required'] as string[]).push('available', 'recommended');
    },
  },
  {
    what: 'the assignee of a primary IP is "unassigned" where there is none, and optional on create',
    source: `${HCLOUD_GO}: from 2026-08-01`,
    edit(at, block) {
      if (!at.startsWith('schemas/')) return;
      for (const schema of schemasOf(block)) {
        const assignee = isObject(schema['properties']) ? schema['properties']['assignee_type'] : undefined;
        if (isObject(assignee)) assignee['enum'] = ['server', 'unassigned'];
      }
      if (at === 'schemas/create_primary_ip_request') block['required'] = without(block['required'], 'assignee_type');
    },
  },
  {
    what: 'null gives the default reverse DNS name back at floating and primary IPs too',
    source: 'docs.hetzner.cloud, change_dns_ptr of servers, whose schema the description shares wrongly',
    edit(at, block) {
      if (!/^paths\/\/(floating|primary)_ips\/\{id\}\/actions\/change_dns_ptr$/.test(at)) return;
      inOperation(block, 'post').schema = {
        $ref: '#/components/schemas/change_reverse_dns_entry_for_this_server_request',
      };
    },
  },
  {
    what: 'where a name is taken, its id is taken as a number too',
    source: 'what hcloud-cli 1.30.3 sends (seen 2026-11); the description says "ID or name" of strings',
    edit(at, block) {
      if (!/^schemas\/.*_request$/.test(at)) return;
      for (const schema of schemasOf(block)) {
        for (const name of ['image', 'server_type', 'iso', 'location', 'ssh_keys']) {
          const property = isObject(schema['properties']) ? schema['properties'][name] : undefined;
          const reference = isObject(property) && property['type'] === 'array' ? property['items'] : property;
          if (isObject(reference) && reference['type'] === 'string') reference['type'] = ['string', 'integer'];
        }
      }
    },
  },
  {
    what: 'an empty object is taken where no body is described, and so are an empty gateway and pages of actions',
    source: 'what hcloud-cli 1.30.3 with hcloud-go 1.35 sends (seen 2026-11)',
    edit(at, block) {
      if (at === 'schemas/subnet') properties(block)['gateway'] = { const: '' };
      if (at === 'paths//actions')
        (block['get'] as { parameters: Json[] }).parameters.push({ in: 'query', name: 'page' });
      const post = block['post'] as Json | undefined;
      if (!/^paths\/.*\/actions\//.test(at) || !post || post['requestBody']) return;
      post['requestBody'] = { content: { 'application/json': { schema: { type: 'object', maxProperties: 0 } } } };
    },
  },
];
