import { type AtomicRule, atomKey, atoms, type FirewallRule } from '../../../kinds/index.js';
import { formatBlock, parseCidr } from '../../../kinds/model/cidr.js';
import type { WireFirewallRule } from '../wire.js';

/** Rules of one server (docs of UpCloudLtd/terraform-provider-upcloud, `firewall_rules`, read 2026-11). */
export const MOST_RULES = 1000;
/**
 * Ports from which systems ask, and to which answers come: Linux takes 32768 to 60999 unless told otherwise (its
 * `net.ipv4.ip_local_port_range`), others 49152 to 65535 (RFC 6335, section 6).
 */
export const ASKING_PORTS = [32_768, 65_535] as const;

const EVERY_PORT = '1-65535';
const FAMILIES = ['IPv4', 'IPv6'] as const;
/**
 * ICMP that belongs to what passes anyway: answers to a ping, and what tells that a packet did not arrive or is too large; for IPv6 also who
 * is where in the network (RFC 792, RFC 4443, RFC 4861).
 */
const MESSAGES = { IPv4: [0, 3, 11], IPv6: [1, 2, 3, 4, 129, 133, 134, 135, 136] } as const;
/** Ports of a server's own DHCP, and of who answers it. Whether the firewall sees that traffic UpCloud does not tell. */
const DHCP = { IPv4: [68, 67], IPv6: [546, 547] } as const;

type Family = (typeof FAMILIES)[number];
type Match = Omit<WireFirewallRule, 'direction' | 'action' | 'comment'>;

/**
 * The list of a server behind these firewalls. UpCloud's keeps no track of connections (upcloud.com/docs/products/networking/features/firewall,
 * read 2026-11): so answers get rules of their own, and everything else is dropped by the last one.
 */
export function toWireRules(firewalls: readonly (readonly FirewallRule[])[]): WireFirewallRule[] {
  // In an order that says nothing of how they were written: lists are compared.
  const all = atoms(firewalls.flat()).sort((a, b) => (atomKey(a) < atomKey(b) ? -1 : 1));
  const into = all.filter(({ direction }) => direction === 'in');
  // A firewall without rules for what goes out lets out everything, whatever others say beside it.
  const openOut = firewalls.some((rules) => !rules.some(({ direction }) => direction === 'out'));
  const out = openOut ? [] : all.filter(({ direction }) => direction === 'out');
  const rules = [
    ...into.map((atom) => accept('in', asked(atom), '')),
    ...(openOut ? FAMILIES.flatMap(answersFromAnywhere) : out.flatMap((atom) => answerTo(atom))),
    ...FAMILIES.flatMap((family) => upkeep('in', family)),
    last('in'),
  ];
  if (openOut) return once(rules);
  const outward = [
    ...out.map((atom) => accept('out', asked(atom), '')),
    ...into.flatMap((atom) => answerTo(atom)),
    ...FAMILIES.flatMap((family) => upkeep('out', family)),
    last('out'),
  ];
  return once([...rules, ...outward]);
}

/** Whether two lists let the same through: comments and the spelling of addresses do not matter, the order does. */
export function sameList(a: readonly WireFirewallRule[], b: readonly WireFirewallRule[]): boolean {
  return a.length === b.length && a.every((rule, i) => keyOf(rule) === keyOf(b[i] as WireFirewallRule));
}

/** What the rule of the model is about. */
function asked({ direction, protocol, ports, cidr }: AtomicRule): Match {
  const there = direction === 'in' ? 'source' : 'destination';
  return { ...about(protocol, cidr, there), ...range('destination_port', ports) };
}

/** What passes the other way, when it does: from the port that was asked, to one from which systems ask where the server did. */
function answerTo({ direction, protocol, ports, cidr }: AtomicRule): WireFirewallRule[] {
  if (protocol === 'icmp') return [];
  const [back, there] = direction === 'in' ? (['out', 'destination'] as const) : (['in', 'source'] as const);
  const to = back === 'in' ? range('destination_port', ASKING_PORTS) : {};
  return [accept(back, { ...about(protocol, cidr, there), ...range('source_port', ports), ...to }, 'answers')];
}

function answersFromAnywhere(family: Family): WireFirewallRule[] {
  const to = range('destination_port', ASKING_PORTS);
  return ['tcp', 'udp'].map((protocol) => accept('in', { family, protocol, ...to }, 'answers'));
}

function upkeep(direction: 'in' | 'out', family: Family): WireFirewallRule[] {
  const [own, theirs] = DHCP[family];
  const [from, to] = direction === 'in' ? [theirs, own] : [own, theirs];
  const ports = { ...range('source_port', [from, from]), ...range('destination_port', [to, to]) };
  return [
    ...MESSAGES[family].map((type) =>
      accept(direction, { family, protocol: 'icmp', icmp_type: `${type}` }, 'messages'),
    ),
    accept(direction, { family, protocol: 'udp', ...ports }, 'DHCP'),
  ];
}

const accept = (direction: 'in' | 'out', match: Match, what: string): WireFirewallRule => ({
  direction,
  action: 'accept',
  ...match,
  comment: what === '' ? 'hansa' : `hansa: ${what}`,
});

const last = (direction: 'in' | 'out'): WireFirewallRule => ({
  direction,
  action: 'drop',
  comment: 'hansa: everything else',
});

function about(protocol: string, cidr: string, side: 'source' | 'destination'): Match {
  const block = parseCidr(cidr);
  const family = cidr.includes(':') ? 'IPv6' : 'IPv4';
  if (!block || block.prefix === 0) return { family, protocol };
  const bits = block.version === 4 ? 32 : 128;
  const highest = block.first | ((1n << BigInt(bits - block.prefix)) - 1n);
  const text = (first: bigint) => formatBlock({ version: block.version, first, prefix: bits }).replace(/\/.*/, '');
  return { family, protocol, [`${side}_address_start`]: text(block.first), [`${side}_address_end`]: text(highest) };
}

function range(side: 'source_port' | 'destination_port', ports: readonly [number, number] | null): Match {
  if (!ports || ports.join('-') === EVERY_PORT) return {};
  return { [`${side}_start`]: String(ports[0]), [`${side}_end`]: String(ports[1]) };
}

function once(rules: readonly WireFirewallRule[]): WireFirewallRule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => !seen.has(keyOf(rule)) && seen.add(keyOf(rule)));
}

function keyOf(rule: WireFirewallRule): string {
  return [
    rule.direction,
    rule.action,
    rule.family ?? '',
    rule.protocol ?? '',
    rule.icmp_type ?? '',
    plain(rule.source_address_start),
    plain(rule.source_address_end),
    plain(rule.destination_address_start),
    plain(rule.destination_address_end),
    rule.source_port_start ?? '',
    rule.source_port_end ?? '',
    rule.destination_port_start ?? '',
    rule.destination_port_end ?? '',
  ].join(' ');
}

function plain(address: string | undefined): string {
  const block = address ? parseCidr(`${address}/${address.includes(':') ? 128 : 32}`) : null;
  return block ? formatBlock(block) : (address ?? '');
}
