import { type AtomicRule, atomKey, atoms, type FirewallRule, fromAtoms } from '../../kinds/firewall/index.js';
import type { WireRule } from '../wire.js';

/** A rule as Neutron's create takes it. */
export type NewRule = Pick<WireRule, 'direction' | 'ethertype' | 'protocol'> &
  Partial<Pick<WireRule, 'port_range_min' | 'port_range_max' | 'remote_ip_prefix'>>;

const ANY = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;
const EVERYTHING_OUT: NewRule[] = [
  { direction: 'egress', ethertype: 'IPv4', protocol: null },
  { direction: 'egress', ethertype: 'IPv6', protocol: null },
];
/** Neutron's words and numbers for the protocols of the model. */
const PROTOCOLS: Record<string, AtomicRule['protocol']> = {
  tcp: 'tcp',
  '6': 'tcp',
  udp: 'udp',
  '17': 'udp',
  icmp: 'icmp',
  '1': 'icmp',
  'ipv6-icmp': 'icmp',
  icmpv6: 'icmp',
  '58': 'icmp',
};

/** The rules of a group in the model's words. Everything may go out: that is a group without `out` rules. */
export function toRules(wire: readonly WireRule[]): FirewallRule[] {
  const out = wire.filter(isExpressible).filter(({ direction }) => direction === 'egress');
  const open = out.every(isEverythingOut);
  return fromAtoms(wire.filter((rule) => !(open && isEverythingOut(rule))).flatMap(toAtoms));
}

/**
 * What lacks and what is too much. Rules that the model has no words for (those about another group, or of other protocols than
 * TCP, UDP and ICMP) are left alone: somebody made them by hand, and the plan cannot show that they would go.
 */
export function missingAndNeedless(
  wire: readonly WireRule[],
  rules: readonly FirewallRule[],
): { missing: NewRule[]; needless: WireRule[] } {
  const wanted = [
    ...atoms(rules).map(toWire),
    ...(rules.some(({ direction }) => direction === 'out') ? [] : EVERYTHING_OUT),
  ];
  const ours = wire.filter(isExpressible);
  const [have, want] = [new Set(ours.map(key)), new Set(wanted.map(key))];
  return {
    missing: wanted.filter((rule) => !have.has(key(rule))),
    needless: ours.filter((rule) => !want.has(key(rule))),
  };
}

function toWire(atom: AtomicRule): NewRule {
  const v6 = atom.cidr.includes(':');
  const [from, to] = atom.ports && !isAllPorts(atom.ports) ? atom.ports : [null, null];
  return {
    direction: atom.direction === 'in' ? 'ingress' : 'egress',
    ethertype: v6 ? 'IPv6' : 'IPv4',
    protocol: atom.protocol === 'icmp' && v6 ? 'ipv6-icmp' : atom.protocol,
    port_range_min: from,
    port_range_max: to,
    remote_ip_prefix: atom.cidr,
  };
}

/** One rule; any protocol is all three that the model knows. */
function toAtoms(rule: NewRule): AtomicRule[] {
  if (!isExpressible(rule)) return [];
  const protocols = rule.protocol === null ? (['tcp', 'udp', 'icmp'] as const) : [PROTOCOLS[rule.protocol] ?? 'tcp'];
  return protocols.map((protocol) => ({
    direction: rule.direction === 'ingress' ? 'in' : 'out',
    protocol,
    ports: protocol === 'icmp' ? null : [rule.port_range_min ?? 1, rule.port_range_max ?? 65_535],
    cidr: rule.remote_ip_prefix ?? ANY[rule.ethertype],
  }));
}

function isExpressible(rule: NewRule & Partial<WireRule>): boolean {
  const icmpType = rule.protocol !== null && PROTOCOLS[rule.protocol] === 'icmp' && rule.port_range_min != null;
  return (
    !rule.remote_group_id &&
    !rule.remote_address_group_id &&
    (rule.protocol === null || rule.protocol in PROTOCOLS) &&
    !icmpType
  );
}

function isEverythingOut(rule: NewRule): boolean {
  const anywhere = rule.remote_ip_prefix == null || rule.remote_ip_prefix === ANY[rule.ethertype];
  return rule.direction === 'egress' && rule.protocol === null && anywhere;
}

/** Text that two rules share exactly when they allow the same. */
function key(rule: NewRule): string {
  if (rule.protocol === null) return `${rule.direction} any ${rule.remote_ip_prefix ?? ANY[rule.ethertype]}`;
  return toAtoms(rule)
    .flatMap((atom) => atoms([{ ...atom, ports: portsOf(atom), cidrs: [atom.cidr] }]).map(atomKey))
    .join();
}

function portsOf({ ports }: AtomicRule): string | null {
  return ports && !isAllPorts(ports) ? `${ports[0]}-${ports[1]}` : null;
}

function isAllPorts([from, to]: readonly [number, number]): boolean {
  return from === 1 && to === 65_535;
}
