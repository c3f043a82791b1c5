import * as z from 'zod';
import { canonicalCidr, isCidr } from './cidr.js';
import type { Rule } from './records.js';

/** docs.hetzner.cloud, firewalls, read 2026-11: 50 rules, 100 blocks a rule. */
const blocks = z
  .array(z.string().refine(isCidr, 'must be in CIDR notation without bits behind the prefix'))
  .max(100)
  .default([])
  .transform((list) => list.map(canonicalCidr));

const ruleShape = z
  .object({
    direction: z.enum(['in', 'out']),
    protocol: z.enum(['tcp', 'udp', 'icmp', 'esp', 'gre']),
    port: z.string().nullish(),
    source_ips: blocks,
    destination_ips: blocks,
    description: z.string().max(255).nullish(),
  })
  .superRefine((rule, context) => {
    const say = (field: keyof Rule, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const ported = rule.protocol === 'tcp' || rule.protocol === 'udp';
    if (ported && !rule.port) say('port', `is required for protocol ${rule.protocol}`);
    if (!ported && rule.port) say('port', `is not allowed for protocol ${rule.protocol}`);
    if (ported && rule.port && !isPortRange(rule.port)) say('port', 'must be a port or a range of ports');
    const [wanted, other] =
      rule.direction === 'in'
        ? (['source_ips', 'destination_ips'] as const)
        : (['destination_ips', 'source_ips'] as const);
    if (rule[wanted].length === 0) say(wanted, `is required for direction ${rule.direction}`);
    if (rule[other].length > 0) say(other, `is not allowed for direction ${rule.direction}`);
  })
  .transform((rule): Rule => ({ ...rule, port: rule.port ?? null, description: rule.description ?? null }));

export const rulesShape = z.array(ruleShape).max(50);

function isPortRange(text: string): boolean {
  const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const low = Number(from);
  const high = Number(to ?? from);
  return from !== undefined && low >= 1 && high <= 65_535 && low <= high;
}
