import type { Drift } from '../openapi/document.js';
import { isObject, type Json } from '../openapi/json.js';
import { allowNull } from '../openapi/rewrite.js';

/** The vendor's own client, which is younger than its description. */
export const CLIENT = '@ionos-cloud/sdk-nodejs 6.1.5, read 2026-11';

const propertiesOf = (block: Json): Record<string, Json> => (block['properties'] ?? {}) as Record<string, Json>;
const text = () => ({ type: 'string' });

/** What must be said of a new thing. A change says what it changes, and both share one schema. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Datacenter: ['location'],
  Server: ['cores', 'ram'],
  Volume: ['size'],
  Nic: ['lan'],
  IpBlock: ['location', 'size'],
  FirewallRule: ['protocol'],
};
const PROPERTIES = Object.fromEntries(
  Object.keys(REQUIRED).map((name) => [name === 'FirewallRule' ? 'FirewallruleProperties' : `${name}Properties`, name]),
);

/** Fields that came later, by schema. */
const LATER: Readonly<Record<string, Record<string, Json>>> = {
  LanProperties: { ipv4CidrBlock: text(), ipv6CidrBlock: text() },
  LanPropertiesPost: { ipv4CidrBlock: text(), ipv6CidrBlock: text() },
  NicProperties: { ipv6Ips: { type: 'array' }, ipv6CidrBlock: text(), dhcpv6: { type: 'boolean' } },
  ServerProperties: { hostname: text(), nicMultiQueue: { type: 'boolean' } },
  DatacenterProperties: { ipv6CidrBlock: text(), defaultSecurityGroupId: text() },
  FirewallruleProperties: { ipVersion: { enum: ['IPv4', 'IPv6'] } },
  ResourceLimits: {
    securityGroupsPerVdc: { type: 'integer' },
    securityGroupsPerResource: { type: 'integer' },
    rulesPerSecurityGroup: { type: 'integer' },
  },
};

/** A thing without anything that is told of it. */
const NAMED: Json = {
  type: 'object',
  required: ['id', 'type', 'href'],
  properties: { id: text(), type: text(), href: text() },
};

/** Lists of security groups, where they are shown as a part of something. */
const GROUPS: Json = {
  type: 'object',
  required: ['id', 'type', 'href'],
  properties: { id: text(), type: { enum: ['collection'] }, href: text(), items: { type: 'array' } },
};

/** What was never set, or is never told, comes as null. */
const NULL: Readonly<Record<string, readonly string[]>> = {
  ServerProperties: ['bootVolume', 'bootCdrom', 'cpuFamily', 'templateUuid'],
  VolumeProperties:
    'image imageAlias imagePassword sshKeys userData deviceNumber pciSlot bootServer backupunitId'.split(' '),
  NicProperties: ['deviceNumber', 'pciSlot'],
  LanProperties: ['pcc', 'ipv4CidrBlock', 'ipv6CidrBlock'],
  LanPropertiesPost: ['pcc', 'ipv4CidrBlock', 'ipv6CidrBlock'],
  FirewallruleProperties: ['portRangeStart', 'portRangeEnd', 'ipVersion'],
};

/** What changed at IONOS since the description of February 2023, and what it never said right. */
export const drift: readonly Drift[] = [
  {
    what: 'the type of a thing is a word; the description calls it an object and lists the words',
    source: `the description's own examples; ${CLIENT}`,
    edit(at, block) {
      if (at === 'schemas/Type') (block['enum'] as string[]).push('security-group', 'gpu');
      for (const property of Object.values(propertiesOf(block))) {
        if (property['type'] === 'object' && Array.isArray(property['allOf'])) delete property['type'];
      }
    },
  },
  {
    what: 'a change says what it changes, and nothing else is required of it',
    source: `${CLIENT}; ionos-cloud/terraform-provider-ionoscloud (2026-07) changes single properties`,
    edit(at, block) {
      const name = at.replace('schemas/', '');
      if (name in PROPERTIES) delete block['required'];
      const required = REQUIRED[name];
      const inner = propertiesOf(block)['properties'];
      if (required && inner) propertiesOf(block)['properties'] = { allOf: [inner, { required: [...required] }] };
    },
  },
  {
    what: 'fields that came later',
    source: CLIENT,
    edit(at, block) {
      const later = LATER[at.replace('schemas/', '')];
      if (later) Object.assign(propertiesOf(block), structuredClone(later));
      if (at === 'schemas/NicEntities' || at === 'schemas/DataCenterEntities')
        propertiesOf(block)['securitygroups'] = structuredClone(GROUPS);
    },
  },
  {
    what: 'firewall rules take more protocols, blocks of addresses, and every port',
    source: `${CLIENT}; ionos-cloud/sdk-go 6.3.11 (2026-07)`,
    edit(at, block) {
      if (at !== 'schemas/FirewallruleProperties') return;
      const rule = propertiesOf(block);
      const protocols = rule['protocol'] as { enum: string[] };
      protocols.enum.push('ICMPv6', 'GRE', 'VRRP', 'ESP', 'AH');
      for (const name of ['sourceIp', 'targetIp']) delete rule[name]?.['pattern'];
      for (const name of ['portRangeStart', 'portRangeEnd']) Object.assign(rule[name] ?? {}, { maximum: 65_535 });
    },
  },
  {
    what: 'what is listed without depth is only named',
    source: 'description, parameter depth; responses in docs.ionos.com, read 2026-11',
    edit(at, block) {
      const items = propertiesOf(block)['items'];
      const ref = items?.['items'];
      if (at.startsWith('schemas/') && items && isObject(ref) && '$ref' in ref)
        items['items'] = { anyOf: [ref, NAMED] };
    },
  },
  {
    what: 'a volume is attached by its id alone',
    source: 'ionos-cloud/terraform-provider-ionoscloud (2026-07), which sends nothing else',
    edit(at, block) {
      if (at !== 'paths//datacenters/{datacenterId}/servers/{serverId}/volumes') return;
      const { requestBody } = block['post'] as { requestBody: { content: Record<string, { schema: Json }> } };
      const json = requestBody.content['application/json'] as { schema: Json };
      const byId = { type: 'object', required: ['id'], properties: { id: text() }, additionalProperties: false };
      json.schema = { anyOf: [json.schema, byId] };
    },
  },
  {
    what: 'what is not set comes as null',
    source: 'description, sshKeys: "when reading, it always returns null"; responses in docs.ionos.com, read 2026-11',
    edit(at, block) {
      for (const name of NULL[at.replace('schemas/', '')] ?? []) {
        const property = propertiesOf(block)[name];
        if (isObject(property) && property['nullable'] !== true) allowNull(property);
      }
    },
  },
];
