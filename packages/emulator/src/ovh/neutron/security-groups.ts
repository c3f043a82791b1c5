import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseCidr } from '../../core/cidr.js';
import type { CloudRequest, Route } from '../../core/http.js';
import { defaultGroup } from '../cards.js';
import { date } from '../input.js';
import type { GroupRecord, RuleRecord } from '../records.js';
import type { World } from '../world.js';
import { badInput, inUse, notFound, overQuota, ruleExists } from './errors.js';
import { input } from './input.js';
import { page } from './listing.js';

const text = z.string().max(255);
const groupShape = z.object({ security_group: z.object({ name: text, description: text.nullish() }) });
const changeShape = z.object({ security_group: z.object({ name: text.nullish(), description: text.nullish() }) });
const port = z.int().min(0).max(65_535).nullish();
const ruleShape = z.object({
  security_group_id: z.string(),
  direction: z.enum(['ingress', 'egress']),
  ethertype: z.enum(['IPv4', 'IPv6']).nullish(),
  protocol: z.union([z.string(), z.int()]).nullish(),
  port_range_min: port,
  port_range_max: port,
  remote_ip_prefix: z.string().nullish(),
  remote_group_id: z.string().nullish(),
  description: text.nullish(),
});
type RuleWish = z.output<typeof ruleShape>;
const rulesShape = z.union([
  z.object({ security_group_rule: ruleShape }),
  z.object({ security_group_rules: z.array(ruleShape) }),
]);

export function securityGroups(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/security-groups',
      handle: (request) => {
        const { region } = defaultGroup(world, request.params['region']!);
        const all = world.groups.filter((one) => one.region === region).map((one) => shown(world, one));
        return page(request, 'security_groups', all);
      },
    },
    {
      method: 'POST',
      path: '/security-groups',
      handle: (request) => {
        const { security_group: given } = input(request, groupShape);
        if (given.name === 'default') throw badInput('Default security group already exists.');
        const quota = world.context.quota('security_group');
        if (quota !== undefined && world.groups.size >= quota) throw overQuota('security_group');
        const id = randomUUID();
        const rules = (['IPv4', 'IPv6'] as const).map((ethertype) =>
          record({ security_group_id: id, direction: 'egress', ethertype }),
        );
        const group = {
          id,
          region: request.params['region']!,
          name: given.name,
          description: given.description ?? '',
          rules,
          created: world.now(),
        };
        return { status: 201, body: { security_group: shown(world, world.groups.put(id, group)) } };
      },
    },
    {
      method: 'GET',
      path: '/security-groups/{id}',
      handle: (request) => ({ status: 200, body: { security_group: shown(world, find(world, request)) } }),
    },
    {
      method: 'PUT',
      path: '/security-groups/{id}',
      handle: (request) => {
        const group = find(world, request);
        const { name, description } = input(request, changeShape).security_group;
        Object.assign(group, { name: name ?? group.name, description: description ?? group.description });
        return { status: 200, body: { security_group: shown(world, group) } };
      },
    },
    {
      method: 'DELETE',
      path: '/security-groups/{id}',
      handle: (request) => {
        const { id } = find(world, request);
        if (world.ports.find(({ groups }) => groups.includes(id))) throw inUse('Security Group', id);
        world.groups.delete(id);
        return { status: 204 };
      },
    },
  ];
}

export function securityGroupRules(world: World): Route[] {
  return [
    {
      method: 'POST',
      path: '/security-group-rules',
      handle: (request) => {
        const given = input(request, rulesShape);
        const wishes = 'security_group_rules' in given ? given.security_group_rules : [given.security_group_rule];
        const made = wishes.map((wish) => ({ group: groupOf(world, request, wish), rule: record(wish) }));
        // All or nothing: what is there already refuses the lot.
        for (const { group, rule } of made) {
          const same = group.rules.find((one) => key(one) === key(rule));
          if (same) throw ruleExists(same.id);
        }
        for (const { group, rule } of made) group.rules.push(rule);
        const bodies = made.map(({ group, rule }) => shownRule(world, group, rule));
        return {
          status: 201,
          body: 'security_group_rules' in given ? { security_group_rules: bodies } : { security_group_rule: bodies[0] },
        };
      },
    },
    {
      method: 'DELETE',
      path: '/security-group-rules/{id}',
      handle: ({ params }) => {
        const group = world.groups.find(({ rules }) => rules.some(({ id }) => id === params['id']));
        if (!group) throw notFound('Security Group Rule', params['id']!);
        group.rules = group.rules.filter(({ id }) => id !== params['id']);
        return { status: 204 };
      },
    },
  ];
}

function find(world: World, { params }: CloudRequest): GroupRecord {
  const found = world.groups.get(params['id']!);
  if (!found || found.region !== params['region']) throw notFound('Security Group', params['id']!);
  return found;
}

function groupOf(world: World, { params }: CloudRequest, { security_group_id: id }: RuleWish): GroupRecord {
  const found = world.groups.get(id);
  if (!found || found.region !== params['region']) throw notFound('Security Group', id);
  return found;
}

function record(wish: Partial<RuleWish> & Pick<RuleWish, 'direction'>): RuleRecord {
  const { direction, ethertype, protocol, port_range_min: from, port_range_max: to, remote_ip_prefix: prefix } = wish;
  const version = ethertype ?? 'IPv4';
  if (prefix && !fitsVersion(prefix, version))
    throw badInput(`Conflicting value ethertype ${version} for CIDR ${prefix}`);
  if ((from ?? null) !== null && (to ?? null) !== null && from! > to! && !/icmp/.test(String(protocol)))
    throw badInput('For TCP/UDP protocols, port_range_min must be <= port_range_max');
  return {
    id: randomUUID(),
    direction,
    ethertype: version,
    protocol: protocol == null ? null : String(protocol),
    port_range_min: from ?? null,
    port_range_max: to ?? null,
    remote_ip_prefix: prefix ?? null,
    remote_group_id: wish.remote_group_id ?? null,
    description: wish.description ?? '',
  };
}

function fitsVersion(prefix: string, version: 'IPv4' | 'IPv6'): boolean {
  return parseCidr(prefix)?.v6 === (version === 'IPv6');
}

/** Any source is the same as none said (Neutron normalizes it). */
function key({
  direction,
  ethertype,
  protocol,
  port_range_min,
  port_range_max,
  remote_ip_prefix,
  remote_group_id,
}: RuleRecord): string {
  const source = remote_ip_prefix === '0.0.0.0/0' || remote_ip_prefix === '::/0' ? null : remote_ip_prefix;
  return JSON.stringify([direction, ethertype, protocol, port_range_min, port_range_max, source, remote_group_id]);
}

function shown(world: World, group: GroupRecord) {
  const { id, name, description, rules, created } = group;
  return {
    id,
    name,
    description,
    stateful: true,
    shared: false,
    tags: [],
    revision_number: 1,
    created_at: date(created),
    updated_at: date(created),
    project_id: world.projectId,
    tenant_id: world.projectId,
    security_group_rules: rules.map((rule) => shownRule(world, group, rule)),
  };
}

function shownRule(world: World, { id, created }: GroupRecord, rule: RuleRecord) {
  return {
    ...rule,
    security_group_id: id,
    remote_address_group_id: null,
    normalized_cidr: rule.remote_ip_prefix,
    tags: [],
    revision_number: 0,
    created_at: date(created),
    updated_at: date(created),
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}
