import { isIP } from 'node:net';
import { isCidr } from '../model/cidr.js';
import { invalid } from '../model/problem.js';
import { isOf, type Kept } from '../model/record.js';
import { resolve } from '../model/reference.js';
import type { Rule } from '../model/specs.js';
import { type Embodiment, firstZone, type Ground, inTurn } from './ground.js';
import { checkPlan, fall, stand } from './stand.js';

interface FirewallRule {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp';
  ports?: string;
  cidrs: string[];
}

const EVERYWHERE = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;
const PROTOCOLS = { tcp: ['tcp'], udp: ['udp'], 'tcp+udp': ['tcp', 'udp'], icmp: ['icmp'] } as const;

/** Security groups are firewalls. */
export const securityGroup = inTurn<'security-group'>({
  check: async (ground, record) =>
    checkPlan(ground, 'firewall', {
      name: 'seca',
      region: firstZone(ground, record.at),
      rules: rulesOf(ground, record),
    }),
  async make(ground, record) {
    const rules = rulesOf(ground, record);
    await stand(ground, record, 'firewall', { region: firstZone(ground, record.at), rules }, { rules });
  },
  remove: (ground, record) => fall(ground, record, 'firewall'),
});

/** A rule of its own is a part of each security group that refers to it. */
export const securityGroupRule: Embodiment<'security-group-rule'> = {
  check: async (_ground, { spec }) => void toFirewallRules(spec, '/spec'),
  make: (ground, record) => settleGroups(ground, record),
  remove: (ground, record) => settleGroups(ground, record),
};

async function settleGroups(ground: Ground, rule: Kept<'security-group-rule'>): Promise<void> {
  for (const group of ground.store.of('security-group'))
    if (group.deletedAt === undefined && referred(ground, group).includes(rule))
      await securityGroup.make(ground, group);
}

function referred({ store }: Ground, group: Kept<'security-group'>): Kept<'security-group-rule'>[] {
  return (group.spec.ruleRefs ?? []).flatMap((reference) => {
    const at = resolve(reference, group.at);
    const found = at && store.get(at);
    return found && isOf(found, 'security-group-rule') ? [found] : [];
  });
}

function rulesOf(ground: Ground, group: Kept<'security-group'>): FirewallRule[] {
  const others = referred(ground, group).filter(({ deletedAt }) => deletedAt === undefined);
  return [
    ...(group.spec.rules ?? []).flatMap((rule, i) => toFirewallRules(rule, `/spec/rules/${i}`)),
    ...others.flatMap(({ spec }) => toFirewallRules(spec, '/spec/ruleRefs')),
  ];
}

/** A rule as the SDK's firewalls have it: one for each protocol and each range of ports. @throws Problem for what they cannot say */
export function toFirewallRules(rule: Rule, pointer: string): FirewallRule[] {
  if (rule.icmp)
    throw invalid(
      `${pointer}/icmp`,
      'firewalls of this cloud let all of ICMP through or none; leave type and code out',
    );
  const cidrs = rule.sourceRef?.length
    ? rule.sourceRef.map(({ resource }, i) => block(resource, `${pointer}/sourceRef/${i}`))
    : rule.version
      ? [EVERYWHERE[rule.version]]
      : Object.values(EVERYWHERE);
  const ranges = portsOf(rule);
  const direction = rule.direction === 'ingress' ? 'in' : 'out';
  const protocols = rule.protocol ? PROTOCOLS[rule.protocol] : (['tcp', 'udp', 'icmp'] as const);
  return protocols.flatMap((protocol): FirewallRule[] =>
    protocol === 'icmp' || ranges.length === 0
      ? ranges.length > 0 && !rule.protocol
        ? []
        : [{ direction, protocol, cidrs }]
      : ranges.map((ports) => ({ direction, protocol, ports, cidrs })),
  );
}

/** `from` or `to` alone is one port; `list` adds single ones. */
function portsOf({ ports }: Rule): string[] {
  if (!ports) return [];
  const { from, to, list = [] } = ports;
  const [low, high] = [from ?? to, to ?? from];
  const range = low === undefined || high === undefined ? [] : [low === high ? String(low) : `${low}-${high}`];
  return [...range, ...list.map(String)];
}

function block(text: string, pointer: string): string {
  if (isCidr(text)) return text;
  const family = isIP(text);
  if (family > 0) return `${text}/${family === 4 ? 32 : 128}`;
  throw invalid(pointer, 'firewalls of this cloud know address blocks alone; name a CIDR block or an IP address');
}
