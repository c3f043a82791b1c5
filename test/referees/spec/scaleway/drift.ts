import type { Drift } from '../openapi/document.js';
import { isObject, type Json, walkSchemas } from '../openapi/json.js';
import { allowNull } from '../openapi/rewrite.js';

/** Kept as test recordings by scaleway/terraform-provider-scaleway and scaleway-cli; read 2026-11. */
const RECORDED = 'answers of the real API recorded 2025-06 to 2026-08';

/** Fields that answers carry and the descriptions of 2026-06 lack, by two fields that tell the message. */
const BEYOND: readonly { in: readonly [string, string]; fields: readonly string[] }[] = [
  { in: ['commercial_type', 'state_detail'], fields: ['extra_networks', 'bootscript', 'dns', 'end_of_service'] },
  { in: ['hourly_price', 'capabilities'], fields: ['mig_profile'] },
  {
    in: ['boot_types', 'block_storage'],
    fields: ['private_network', 'placement_groups', 'hot_snapshots_local_volume'],
  },
  { in: ['dest_port_from', 'editable'], fields: ['dest_ip_range'] },
  { in: ['private_network_id', 'mac_address'], fields: ['modification_date', 'ipam_ip_ids'] },
  { in: ['boot', 'state'], fields: ['tags'] },
  { in: ['is_default', 'private_network_count'], fields: ['transitivity_enabled', 's3_integration_enabled'] },
  { in: ['subnet', 'vpc_id'], fields: ['region'] },
  { in: ['parent_snapshot_id', 'specs'], fields: ['kms_key_id'] },
  { in: ['parent_volume', 'class'], fields: ['public'] },
  { in: ['sku', 'locality'], fields: ['badges'] },
  { in: ['threads', 'virtual'], fields: ['shared'] },
];
/** Strings that were null in answers. */
const NULL = [
  'description',
  'address',
  'prefix',
  'export_uri',
  'admin_password_encryption_ssh_key_id',
  'admin_password_encrypted_value',
];

const each = (block: Json, visit: (properties: Record<string, Json>, schema: Json) => void): void =>
  walkSchemas(block, (schema) => {
    if (isObject(schema['properties'])) visit(schema['properties'] as Record<string, Json>, schema);
  });

/** What changed at Scaleway since the descriptions of June 2026, and what they never said right. */
export const drift: readonly Drift[] = [
  {
    what: 'fields that answers carry',
    source: RECORDED,
    edit(_, block) {
      const add = (properties: Record<string, Json>) => {
        for (const { in: marks, fields } of BEYOND) {
          if (marks.every((mark) => mark in properties)) for (const field of fields) properties[field] ??= {};
        }
      };
      each(block, add);
    },
  },
  {
    what: 'messages, and some strings, are null where they are not there',
    source: RECORDED,
    edit(at, block) {
      if (!at.startsWith('schemas/')) return;
      each(block, (properties) => {
        for (const [name, property] of Object.entries(properties)) {
          if (property['type'] === 'object' || '$ref' in property || NULL.includes(name)) allowNull(property);
        }
      });
    },
  },
  {
    what: 'a server action answers 202',
    source: RECORDED,
    edit(at, block) {
      if (!at.endsWith('/servers/{server_id}/action')) return;
      const { responses } = block['post'] as { responses: Json };
      responses['202'] = responses['200'];
      delete responses['200'];
    },
  },
  {
    what: 'user data comes as it was put, as text',
    source: RECORDED,
    edit(at, block) {
      if (!at.endsWith('/user_data/{key}') || !block['get']) return;
      const { responses } = block['get'] as { responses: Record<string, Json> };
      responses['200'] = { content: { 'text/plain': {} } };
    },
  },
  {
    what: 'local images are listed by an image, a version or a label, in any zone',
    source: '@scaleway/sdk-marketplace 1.2.0, ListLocalImagesRequest (2026-07)',
    edit(at, block) {
      if (at !== 'paths//marketplace/v2/local-images') return;
      const { parameters } = block['get'] as { parameters: Json[] };
      for (const parameter of parameters) if (parameter['name'] === 'zone') parameter['required'] = false;
      for (const name of ['image_id', 'version_id', 'image_label']) {
        if (!parameters.some((one) => one['name'] === name))
          parameters.push({ in: 'query', name, schema: { type: 'string' } });
      }
    },
  },
];
