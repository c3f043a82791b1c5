import * as z from 'zod';
import { parseCidr } from '../../core/cidr.js';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { GroupRecord, RuleRecord } from '../records.js';
import type { World } from '../world.js';
import { addGroup, addRule, defaultGroup } from './groups.js';
import { checkQuota, notFound } from './refusals.js';

const text = z.string().max(255);
const createShape = z.strictObject({
  security_group: z.strictObject({
    name: text,
    description: text.nullish(),
    project_id: text.optional(),
    stateful: z.boolean().optional(),
  }),
});
const changeShape = z.strictObject({
  security_group: z.strictObject({
    name: text.optional(),
    description: text.nullish(),
    stateful: z.boolean().optional(),
  }),
});
const port = z.coerce.number().int().min(0).max(65_535).nullish();
const rule = z.strictObject({
  security_group_id: z.string(),
  direction: z.enum(['ingress', 'egress']),
  ethertype: z.enum(['IPv4', 'IPv6']).default('IPv4'),
  protocol: z.union([text, z.int()]).nullish(),
  port_range_min: port,
  port_range_max: port,
  remote_ip_prefix: text.nullish(),
  remote_group_id: text.nullish(),
  description: text.nullish(),
});
const rulesShape = z.union([
  z.strictObject({ security_group_rule: rule }),
  z.strictObject({ security_group_rules: z.array(rule) }),
]);
type RuleWish = z.output<typeof rule>;

export function securityGroups(world: World): Route[] {
  const find = ({ params }: CloudRequest): GroupRecord => {
    const found = world.groups.get(params['id']!);
    if (!found) throw notFound('SecurityGroup', `Security group ${params['id']} does not exist`);
    return found;
  };
  const one = (group: GroupRecord, status = 200) => ({ status, body: { security_group: shownGroup(world, group) } });
  return [
    {
      method: 'GET',
      path: '/security-groups',
      handle: (request) => {
        defaultGroup(world);
        return neutronPage(
          request,
          'security_groups',
          world.groups.list().map((group) => shownGroup(world, group)),
        );
      },
    },
    {
      method: 'POST',
      path: '/security-groups',
      handle: (request) => {
        defaultGroup(world);
        const { name, description } = neutronBody(request, createShape).security_group;
        if (name === 'default')
          throw neutronError(409, 'SecurityGroupDefaultAlreadyExists', 'Default security group already exists.');
        checkQuota(world, 'security_group', world.groups.size);
        return one(addGroup(world, name, description ?? ''), 201);
      },
    },
    { method: 'GET', path: '/security-groups/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/security-groups/{id}',
      handle: (request) => {
        const group = find(request);
        const { name, description } = neutronBody(request, changeShape).security_group;
        if (group.name === 'default' && name !== undefined && name !== 'default')
          throw neutronError(409, 'SecurityGroupCannotUpdateDefault', 'Updating default security group not allowed.');
        Object.assign(group, {
          name: name ?? group.name,
          description: description ?? group.description,
          updated: world.now(),
        });
        return one(group);
      },
    },
    {
      method: 'DELETE',
      path: '/security-groups/{id}',
      handle: (request) => {
        const { id, name } = find(request);
        if (name === 'default')
          throw neutronError(
            409,
            'SecurityGroupCannotRemoveDefault',
            'Insufficient rights for removing default security group.',
          );
        if (world.ports.find(({ groups }) => groups.includes(id)))
          throw neutronError(409, 'SecurityGroupInUse', `Security Group ${id} in use.`);
        for (const { id: ruleId } of world.rules.filter(({ groupId }) => groupId === id)) world.rules.delete(ruleId);
        world.groups.delete(id);
        return { status: 204 };
      },
    },
  ];
}

export function securityGroupRules(world: World): Route[] {
  const find = ({ params }: CloudRequest): RuleRecord => {
    const found = world.rules.get(params['id']!);
    if (!found) throw notFound('SecurityGroupRule', `Security group rule ${params['id']} does not exist`);
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/security-group-rules',
      handle: (request) =>
        neutronPage(
          request,
          'security_group_rules',
          world.rules.list().map((one) => shownRule(world, one)),
        ),
    },
    {
      method: 'POST',
      path: '/security-group-rules',
      handle: (request) => {
        const given = neutronBody(request, rulesShape);
        const wishes = 'security_group_rules' in given ? given.security_group_rules : [given.security_group_rule];
        // All of them or none.
        const wanted = wishes.map((wish) => checked(world, wish));
        for (const [i, wish] of wanted.entries()) refuseDouble(world, wish, wanted.slice(0, i));
        checkQuota(world, 'security_group_rule', world.rules.size, wanted.length);
        // Its answer has no tags yet.
        const made = wanted.map((wish) => {
          const { tags: _, ...one } = shownRule(world, addRule(world, wish));
          return one;
        });
        const body =
          'security_group_rules' in given ? { security_group_rules: made } : { security_group_rule: made[0] };
        return { status: 201, body };
      },
    },
    {
      method: 'GET',
      path: '/security-group-rules/{id}',
      handle: (request) => ({ status: 200, body: { security_group_rule: shownRule(world, find(request)) } }),
    },
    {
      method: 'DELETE',
      path: '/security-group-rules/{id}',
      handle: (request) => {
        world.rules.delete(find(request).id);
        return { status: 204 };
      },
    },
  ];
}

type Checked = Omit<RuleRecord, 'id' | 'created'>;

function checked(world: World, wish: RuleWish): Checked {
  const { security_group_id: groupId, ethertype, remote_ip_prefix: prefix } = wish;
  if (!world.groups.get(groupId)) throw notFound('SecurityGroup', `Security group ${groupId} does not exist`);
  const protocol = wish.protocol == null ? null : String(wish.protocol).toLowerCase();
  const [min, max] = [wish.port_range_min ?? null, wish.port_range_max ?? null];
  const ranged = protocol !== null && ['tcp', 'udp', 'sctp', 'dccp', 'udplite', '6', '17'].includes(protocol);
  if (ranged && (min === null) !== (max === null))
    throw neutronError(
      400,
      'SecurityGroupInvalidPortRange',
      'For TCP/UDP protocols, port_range_min must be <= port_range_max',
    );
  if (ranged && min !== null && max !== null && min > max)
    throw neutronError(
      400,
      'SecurityGroupInvalidPortRange',
      'For TCP/UDP protocols, port_range_min must be <= port_range_max',
    );
  if (!ranged && protocol === null && (min !== null || max !== null))
    throw neutronError(
      400,
      'SecurityGroupProtocolRequiredWithPorts',
      'Must also specify protocol if port range is given.',
    );
  const range = prefix ? parseCidr(prefix) : undefined;
  if (prefix && !range)
    throw neutronError(
      400,
      'HTTPBadRequest',
      `Invalid input for remote_ip_prefix. Reason: '${prefix}' is not a valid IP subnet.`,
    );
  if (range && range.v6 !== (ethertype === 'IPv6'))
    throw neutronError(
      400,
      'SecurityGroupRuleParameterConflict',
      `Conflicting value ethertype ${ethertype} for CIDR ${prefix}`,
    );
  return {
    groupId,
    direction: wish.direction,
    ethertype,
    protocol,
    portMin: min,
    portMax: max,
    cidr: range?.text ?? null,
    remoteGroupId: wish.remote_group_id ?? null,
    description: wish.description ?? '',
  };
}

function refuseDouble(world: World, wish: Checked, before: readonly Checked[]): void {
  const same = (one: Checked) =>
    (['groupId', 'direction', 'ethertype', 'protocol', 'portMin', 'portMax', 'cidr', 'remoteGroupId'] as const).every(
      (name) => one[name] === wish[name],
    );
  const there = world.rules.find(same);
  if (there)
    throw neutronError(409, 'SecurityGroupRuleExists', `Security group rule already exists. Rule id is ${there.id}.`);
  if (before.some(same))
    throw neutronError(409, 'DuplicateSecurityGroupRuleInPost', 'Duplicate Security Group Rule in POST.');
}

function shownGroup(world: World, { id, name, description, created, updated }: GroupRecord) {
  return {
    id,
    name,
    description,
    stateful: true,
    shared: false,
    tags: [],
    security_group_rules: world.rules.filter(({ groupId }) => groupId === id).map((one) => shownRule(world, one)),
    created_at: date(created),
    updated_at: date(updated),
    revision_number: 1,
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}

function shownRule({ projectId }: World, one: RuleRecord) {
  return {
    id: one.id,
    security_group_id: one.groupId,
    direction: one.direction,
    ethertype: one.ethertype,
    protocol: one.protocol,
    port_range_min: one.portMin,
    port_range_max: one.portMax,
    remote_ip_prefix: one.cidr,
    remote_group_id: one.remoteGroupId,
    remote_address_group_id: null,
    normalized_cidr: one.cidr,
    description: one.description,
    tags: [],
    created_at: date(one.created),
    updated_at: date(one.created),
    revision_number: 0,
    project_id: projectId,
    tenant_id: projectId,
  };
}
