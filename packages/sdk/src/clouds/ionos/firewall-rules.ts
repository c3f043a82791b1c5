import { type AtomicRule, atoms, type FirewallRule, fromAtoms } from '../../kinds/index.js';
import type { WireRule } from './wire.js';

type Properties = WireRule['properties'];

/** Everything may go out, unless a rule says what: a security group lets nothing through that it does not name, in either direction. */
const ALL_OUT = 'hansa-everything-out';
const ANYWHERE = /^(0\.0\.0\.0|::)\/0$/;

/** Rules as a security group stores them: each about one block of one version, in one direction. */
export function toWireRules(rules: readonly FirewallRule[]): Properties[] {
  const all = atoms(rules).map(toWire);
  if (rules.some(({ direction }) => direction === 'out')) return all;
  const out = (ipVersion: 'IPv4' | 'IPv6'): Properties => ({
    name: ALL_OUT,
    protocol: 'ANY',
    type: 'EGRESS',
    ipVersion,
  });
  return [...all, out('IPv4'), out('IPv6')];
}

/** The rules in the model's words. What allows every protocol is shown as tcp, udp and icmp; what the model has not is left out. */
export function fromWireRules(rules: readonly Properties[]): FirewallRule[] {
  return fromAtoms(rules.filter(({ name }) => name !== ALL_OUT).flatMap(toAtoms));
}

/** Text that two rules share exactly when they allow the same. */
export function ruleKey(rule: Properties): string {
  const { protocol, type, sourceIp, targetIp, sourceMac, portRangeStart, portRangeEnd, icmpType, icmpCode } = rule;
  const told = sourceIp ?? targetIp;
  const version = told ? (told.includes(':') ? 'IPv6' : 'IPv4') : (rule.ipVersion ?? 'IPv4');
  const all = rule.name === ALL_OUT ? ALL_OUT : '';
  return JSON.stringify([
    all,
    protocol,
    type ?? 'INGRESS',
    version,
    sourceIp ?? null,
    targetIp ?? null,
    sourceMac ?? null,
    portRangeStart ?? null,
    portRangeEnd ?? null,
    icmpType ?? null,
    icmpCode ?? null,
  ]);
}

function toWire({ direction, protocol, ports, cidr }: AtomicRule): Properties {
  const v6 = cidr.includes(':');
  const [from, to] = ports ?? [];
  const everyPort = from === 1 && to === 65_535;
  const block = ANYWHERE.test(cidr) ? {} : direction === 'in' ? { sourceIp: cidr } : { targetIp: cidr };
  return {
    protocol: protocol === 'icmp' ? (v6 ? 'ICMPv6' : 'ICMP') : protocol.toUpperCase(),
    type: direction === 'in' ? 'INGRESS' : 'EGRESS',
    ipVersion: v6 ? 'IPv6' : 'IPv4',
    ...block,
    ...(from === undefined || everyPort ? {} : { portRangeStart: from, portRangeEnd: to ?? from }),
  };
}

function toAtoms(rule: Properties): AtomicRule[] {
  const direction = rule.type === 'EGRESS' ? 'out' : 'in';
  const told = direction === 'in' ? rule.sourceIp : rule.targetIp;
  const other = direction === 'in' ? rule.targetIp : rule.sourceIp;
  // Narrower than the model can say: shown it would claim more than there is.
  if (other || rule.sourceMac || rule.icmpType != null || rule.icmpCode != null) return [];
  const v6 = told ? told.includes(':') : rule.ipVersion === 'IPv6';
  const cidr = told ? withPrefix(told) : v6 ? '::/0' : '0.0.0.0/0';
  const protocols =
    rule.protocol === 'ANY'
      ? (['tcp', 'udp', 'icmp'] as const)
      : [rule.protocol.toLowerCase().replace('icmpv6', 'icmp')];
  const ports = [rule.portRangeStart ?? 1, rule.portRangeEnd ?? 65_535] as const;
  return protocols
    .filter((one): one is AtomicRule['protocol'] => one === 'tcp' || one === 'udp' || one === 'icmp')
    .map((protocol) => ({ direction, protocol, ports: protocol === 'icmp' ? null : ports, cidr }));
}

function withPrefix(range: string): string {
  if (range.includes('/')) return range;
  return range.includes(':') ? `${range}/128` : `${range}/32`;
}
