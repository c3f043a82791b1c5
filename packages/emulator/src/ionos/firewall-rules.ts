import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { invalid, notFound } from './errors.js';
import { nothing, read, sent, text } from './input.js';
import { PAGES } from './pages.js';
import type { RuleRecord } from './records.js';
import { paged, render } from './render.js';
import { ruleNode } from './views.js';
import type { World } from './world.js';

/** An address or, as newer servers of the vendor take it too, a block (ionos-cloud/sdk-go 6.3.11, FirewallruleProperties). */
const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).nullish();
const port = z.int().min(1).max(65_535).nullish();
const code = z.int().min(0).max(254).nullish();
const Properties = z.strictObject({
  name: text,
  protocol: z.enum(['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'VRRP', 'ESP', 'AH', 'ANY']),
  sourceMac: text,
  sourceIp: address,
  targetIp: address,
  ipVersion: z.enum(['IPv4', 'IPv6']).nullish(),
  icmpType: code,
  icmpCode: code,
  portRangeStart: port,
  portRangeEnd: port,
  type: z.enum(['INGRESS', 'EGRESS']).nullish(),
});
const Change = Properties.omit({ protocol: true }).partial();
export const RuleInput = sent(Properties, nothing);

/** @param most how many rules the parent may have */
export function addRule(
  world: World,
  parentId: string,
  input: z.output<typeof Properties>,
  most = Number.POSITIVE_INFINITY,
): RuleRecord {
  if (world.rules.filter((rule) => rule.parentId === parentId).length >= most)
    throw invalid('entities.rules', `at most ${most} rules`);
  check(input);
  const base = world.base();
  return world.rules.put(base.id, { ...base, parentId, name: input.name ?? '', ...defaults(input) });
}

/**
 * The calls on the rules of a NIC or a security group.
 *
 * @param parent the id of what has the rules; throws where it is not there
 * @param changed queues the request, and answers with its headers
 */
export function ruleRoutes(
  world: World,
  path: string,
  parent: (request: CloudRequest) => string,
  changed: (request: CloudRequest, rule: RuleRecord, gone: boolean) => Record<string, string>,
  most?: number,
): Route[] {
  const under = ({ path: called, params }: CloudRequest) =>
    params['ruleId'] ? called.slice(0, called.lastIndexOf('/')) : called;
  const one = (request: CloudRequest) => {
    const rule = world.rules.get(String(request.params['ruleId']));
    if (!rule || rule.parentId !== parent(request)) throw notFound();
    return rule;
  };
  const shown = (request: CloudRequest, rule: RuleRecord) => render(request, ruleNode(world, rule, under(request)));
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const id = parent(request);
        const nodes = world.rules
          .filter(({ parentId }) => parentId === id)
          .map((rule) => ruleNode(world, rule, under(request)));
        return { status: 200, body: paged(request, nodes, PAGES) };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const rule = addRule(world, parent(request), read(request, RuleInput).properties, most);
        return { status: 202, headers: changed(request, rule, false), body: shown(request, rule) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{ruleId}`,
      handle: (request) => ({ status: 200, body: shown(request, one(request)) }),
    },
    {
      method: 'PATCH',
      path: `${path}/{ruleId}`,
      handle: (request) => {
        const rule = one(request);
        const change = read(request, Change);
        const next = { ...rule, ...change } as z.output<typeof Properties>;
        check(next);
        Object.assign(rule, { name: next.name ?? rule.name, ...defaults(next) });
        world.touch(rule);
        return { status: 202, headers: changed(request, rule, false), body: shown(request, rule) };
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{ruleId}`,
      handle: (request) => ({ status: 202, headers: changed(request, one(request), true) }),
    },
  ];
}

function check({ protocol, portRangeStart, portRangeEnd, icmpType, icmpCode }: z.output<typeof Properties>): void {
  const hasPorts = portRangeStart != null || portRangeEnd != null;
  if (hasPorts && protocol !== 'TCP' && protocol !== 'UDP')
    throw invalid('properties.portRangeStart', 'needs TCP or UDP');
  if ((portRangeStart == null) !== (portRangeEnd == null) || Number(portRangeStart ?? 1) > Number(portRangeEnd ?? 1))
    throw invalid('properties.portRangeEnd', 'must be given with portRangeStart, and not be less');
  if ((icmpType != null || icmpCode != null) && !protocol.startsWith('ICMP'))
    throw invalid('properties.icmpType', 'needs ICMP');
}

/** The version follows from the addresses; without any it is the fourth, unless another is asked for. */
function defaults(
  input: z.output<typeof Properties>,
): Omit<RuleRecord, keyof ReturnType<World['base']> | 'parentId' | 'name'> {
  const { protocol, sourceMac, sourceIp, targetIp, icmpType, icmpCode, portRangeStart, portRangeEnd, type } = input;
  const told = sourceIp ?? targetIp;
  const version = told
    ? told.includes(':')
      ? 'IPv6'
      : 'IPv4'
    : (input.ipVersion ?? (protocol === 'ICMPv6' ? 'IPv6' : 'IPv4'));
  return {
    protocol,
    sourceMac: sourceMac ?? null,
    sourceIp: sourceIp ?? null,
    targetIp: targetIp ?? null,
    ipVersion: version,
    icmpType: icmpType ?? null,
    icmpCode: icmpCode ?? null,
    portRangeStart: portRangeStart ?? null,
    portRangeEnd: portRangeEnd ?? null,
    type: type ?? 'INGRESS',
  };
}
