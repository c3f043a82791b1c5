import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { parseCidr } from '../core/cidr.js';
import type { CloudRequest, Route } from '../core/http.js';
import { read } from './arguments.js';
import { invalidArguments, invalidRequest, notFound, quotasExceeded } from './errors.js';
import { instancePage } from './paging.js';
import type { RuleRecord, SecurityGroupRecord } from './records.js';
import { findSecurityGroup, touch } from './security-groups.js';
import type { World } from './world.js';

const RULES = '/instance/v1/zones/{zone}/security_groups/{security_group_id}/rules';
const RULE = `${RULES}/{security_group_rule_id}`;
/** docs.scaleway.com, Organization quotas, read 2025-10. */
const MOST = 500;

const port = z.int().min(0).max(65_535);
const ruleShape = z.object({
  id: z.string().nullish(),
  protocol: z.enum(['TCP', 'UDP', 'ICMP', 'ANY']),
  direction: z.enum(['inbound', 'outbound']),
  action: z.enum(['accept', 'drop']),
  ip_range: z.string(),
  dest_port_from: port.nullish(),
  dest_port_to: port.nullish(),
  position: z.int().min(0).nullish(),
});
const patchShape = ruleShape.partial();

/** Mail is blocked in every group with default security; nobody can edit these (recorded 2026-07). */
const DEFAULTS = ['0.0.0.0/0', '::/0'].flatMap((range, family) =>
  [25, 465, 587].map((from, index) => ({
    id: `11111111-2222-4333-8444-00000000000${family * 3 + index + 1}`,
    protocol: 'TCP' as const,
    direction: 'outbound' as const,
    action: 'drop' as const,
    range,
    from,
    to: null,
  })),
);

export function securityGroupRules(world: World): Route[] {
  const find = (request: CloudRequest) => {
    const group = findSecurityGroup(world, request.params);
    const id = request.params['security_group_rule_id']!;
    const index = group.rules.findIndex((rule) => rule.id === id);
    if (DEFAULTS.some((rule) => rule.id === id)) throw invalidRequest('default rules cannot be edited');
    if (index < 0) throw notFound('instance_security_group_rule', id);
    return { group, index, rule: group.rules[index]! };
  };
  const shownIn = ({ zone }: SecurityGroupRecord, rule: RuleRecord, position: number) =>
    shown(rule, zone, position, true);
  return [
    {
      method: 'GET',
      path: '/instance/v1/zones/{zone}/security_groups/default/rules',
      handle: ({ params }) => ({ status: 200, body: { rules: defaults(params['zone']!) } }),
    },
    {
      method: 'GET',
      path: RULES,
      handle: (request) => {
        const rules = all(findSecurityGroup(world, request.params));
        // This list has neither total nor Link, and comes whole unless a page is asked for (recorded 2026-07).
        if (!request.query.has('per_page')) return { status: 200, body: { rules } };
        const { status, body } = instancePage(request, 'rules', rules, (rule) => rule);
        return { status, body };
      },
    },
    {
      method: 'PUT',
      path: RULES,
      handle: (request) => {
        const group = findSecurityGroup(world, request.params);
        const { rules = [] } = read(request, z.object({ rules: z.array(ruleShape).optional() }));
        if (rules.length > MOST)
          throw quotasExceeded('security-group-rules', MOST, group.rules.length, world.organizationId);
        const ids = new Set(DEFAULTS.map(({ id }) => id));
        const wanted = rules
          .map((rule, index) => ({ rule, index }))
          .filter(({ rule }) => !rule.id || !ids.has(rule.id));
        // Equal positions keep their order, as the vendor's own tools send 0 for all (recorded 2026-07).
        wanted.sort((a, b) => (a.rule.position ?? 0) - (b.rule.position ?? 0));
        group.rules = wanted.map(({ rule, index }) => toRule(rule, `rules.${index}.`));
        touch(world, group);
        return { status: 200, body: { rules: all(group) } };
      },
    },
    {
      method: 'POST',
      path: RULES,
      handle: (request) => {
        const group = findSecurityGroup(world, request.params);
        const given = read(request, ruleShape);
        if (group.rules.length >= MOST) {
          throw quotasExceeded('security-group-rules', MOST, group.rules.length, world.organizationId);
        }
        const rule = toRule({ ...given, id: null }, '');
        const position = given.position ? Math.min(given.position - 1, group.rules.length) : group.rules.length;
        group.rules.splice(position, 0, rule);
        touch(world, group);
        return { status: 201, body: { rule: shownIn(group, rule, position + 1) } };
      },
    },
    {
      method: 'GET',
      path: RULE,
      handle: (request) => {
        const { group, rule, index } = find(request);
        return { status: 200, body: { rule: shownIn(group, rule, index + 1) } };
      },
    },
    {
      method: 'PATCH',
      path: RULE,
      handle: (request) => {
        const { group, rule, index } = find(request);
        const given = read(request, patchShape);
        const { range, from, to, ...rest } = rule;
        const changed = toRule(
          { ...rest, ip_range: range, dest_port_from: from, dest_port_to: to, ...given, id: rule.id },
          '',
        );
        group.rules.splice(index, 1);
        const position = given.position ? Math.min(given.position - 1, group.rules.length) : index;
        group.rules.splice(position, 0, changed);
        touch(world, group);
        return { status: 200, body: { rule: shownIn(group, changed, position + 1) } };
      },
    },
    {
      method: 'DELETE',
      path: RULE,
      handle: (request) => {
        const { group, index } = find(request);
        group.rules.splice(index, 1);
        touch(world, group);
        return { status: 204 };
      },
    },
  ];
}

function all(group: SecurityGroupRecord) {
  const own = group.rules.map((rule, index) => shown(rule, group.zone, index + 1, true));
  return group.defaultSecurity ? [...defaults(group.zone), ...own] : own;
}

const defaults = (zone: string) => DEFAULTS.map((rule, index) => shown(rule, zone, index + 1, false));

function shown(rule: RuleRecord, zone: string, position: number, editable: boolean) {
  return {
    id: rule.id,
    protocol: rule.protocol,
    direction: rule.direction,
    // A single host loses its mask (recorded 2026-07).
    ip_range: rule.range.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/, '$1$2'),
    dest_ip_range: null,
    dest_port_from: rule.from,
    dest_port_to: rule.to,
    position,
    editable,
    action: rule.action,
    zone,
  };
}

/** Ports go where the protocol has none, and an end that equals the start goes too (the vendor's API description, 2026-06). */
function toRule(given: z.output<typeof ruleShape>, at: string): RuleRecord {
  const range = parseCidr(given.ip_range);
  if (!range) {
    throw invalidArguments({
      argument_name: `${at}ip_range`,
      reason: 'format',
      help_message: 'not a valid IP network',
    });
  }
  const ports = given.protocol === 'TCP' || given.protocol === 'UDP';
  const from = ports ? (given.dest_port_from ?? null) : null;
  const to = ports ? (given.dest_port_to ?? null) : null;
  if (from !== null && to !== null && to < from) {
    throw invalidArguments({
      argument_name: `${at}dest_port_to`,
      reason: 'constraint',
      help_message: 'must not be lower than dest_port_from',
    });
  }
  return {
    id: given.id ?? randomUUID(),
    protocol: given.protocol,
    direction: given.direction,
    action: given.action,
    range: range.text,
    from,
    to: to === from ? null : to,
  };
}
