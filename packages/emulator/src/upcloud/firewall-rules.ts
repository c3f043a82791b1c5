import * as z from 'zod';
import type { Route } from '../core/http.js';
import { invalid, limitReached, notFound } from './errors.js';
import { mustBeRule } from './firewall-rule-check.js';
import { read } from './input.js';
import type { FirewallRuleRecord } from './records.js';
import { created, get, gone, listed, ok, post, put, remove } from './routes.js';
import { idleServer, serverOf } from './servers.js';
import type { World } from './world.js';

const RULES = '/server/{uuid}/firewall_rule';
const RULE = `${RULES}/{position}`;
/** docs of terraform-provider-upcloud, `firewall_rules`, read 2026-11. */
const MOST = 1000;

/** Numbers come as text or as numbers; everything is kept and shown as text. */
const word = z.union([z.string(), z.number()]).transform(String).default('');
const shape = z.object({
  direction: z.enum(['in', 'out']),
  action: z.enum(['accept', 'reject', 'drop']),
  family: z.enum(['IPv4', 'IPv6', '']).default(''),
  protocol: z.enum(['tcp', 'udp', 'icmp', '']).default(''),
  position: word,
  icmp_type: word,
  source_address_start: word,
  source_address_end: word,
  source_port_start: word,
  source_port_end: word,
  destination_address_start: word,
  destination_address_end: word,
  destination_port_start: word,
  destination_port_end: word,
  comment: word,
});

/** Rules of one server, in the order in which they are looked at; each is named by its place in it. */
export function firewallRules(world: World): Route[] {
  const view = (rule: FirewallRuleRecord, i: number) => ({ ...rule, position: String(i + 1) });
  return [
    ...get(RULES, (request) => listed('firewall_rules', 'firewall_rule', serverOf(world, request).rules.map(view))),
    ...get(RULE, (request) => {
      const position = Number(request.params['position']);
      const rule = serverOf(world, request).rules[position - 1];
      if (!rule) throw notFound('firewall rule', request.params['position'] ?? '');
      return ok({ firewall_rule: view(rule, position - 1) });
    }),
    ...post(RULES, (request) => {
      const server = idleServer(world, request);
      const { position, ...rule } = mustBeRule(read(request, 'firewall_rule', shape));
      if (server.rules.length >= MOST) throw limitReached('firewall_rule');
      const at = position === '' ? server.rules.length : Number(position) - 1;
      if (!(at >= 0 && at < MOST)) throw invalid('position');
      server.rules.splice(at, 0, rule);
      return created({ firewall_rule: view(rule, Math.min(at, server.rules.length - 1)) });
    }),
    ...put(RULES, (request) => {
      const server = idleServer(world, request);
      const { firewall_rule } = read(request, 'firewall_rules', z.object({ firewall_rule: z.array(shape) }));
      if (firewall_rule.length > MOST) throw limitReached('firewall_rule');
      server.rules = firewall_rule.map((one) => {
        const { position: _, ...rule } = mustBeRule(one);
        return rule;
      });
      return gone;
    }),
    ...remove(RULE, (request) => {
      const server = idleServer(world, request);
      const at = Number(request.params['position']) - 1;
      if (!server.rules[at]) throw notFound('firewall rule', request.params['position'] ?? '');
      server.rules.splice(at, 1);
      return gone;
    }),
  ];
}
