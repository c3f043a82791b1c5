import { type AtomicRule, atoms, type FirewallRule, fromAtoms } from '../../kinds/index.js';
import type { WireRule } from './wire.js';

/** Rules as Scaleway stores them: one block each, positions counted for each direction from 1. */
export function toWireRules(rules: readonly FirewallRule[]): Omit<WireRule, 'editable'>[] {
  const position = { inbound: 0, outbound: 0 };
  return atoms(rules).map(({ direction, protocol, ports, cidr }) => {
    const way = direction === 'in' ? 'inbound' : 'outbound';
    position[way] += 1;
    const [from, to] = ports ?? [null, null];
    return {
      direction: way,
      protocol: protocol.toUpperCase() as WireRule['protocol'],
      action: 'accept',
      ip_range: cidr,
      dest_port_from: from,
      dest_port_to: from === to ? null : to,
      position: position[way],
    };
  });
}

/**
 * The allow rules among `rules`. Left out: the vendor's own that nobody can edit (its block of outgoing SMTP), and drops, which
 * the model has not. What allows every protocol is shown as tcp, udp and icmp.
 */
export function fromWireRules(rules: readonly WireRule[]): FirewallRule[] {
  const own = rules.filter((rule) => rule.editable !== false && rule.action === 'accept');
  return fromAtoms(own.flatMap(toAtoms));
}

function toAtoms(rule: WireRule): AtomicRule[] {
  const protocols =
    rule.protocol === 'ANY' ? (['tcp', 'udp', 'icmp'] as const) : [rule.protocol.toLowerCase() as 'tcp'];
  const from = rule.dest_port_from ?? 1;
  const to = rule.dest_port_to ?? rule.dest_port_from ?? 65_535;
  return protocols.map((protocol) => ({
    direction: rule.direction === 'inbound' ? 'in' : 'out',
    protocol,
    ports: protocol === 'icmp' ? null : [from, to],
    cidr: withPrefix(rule.ip_range),
  }));
}

/** A block of one address comes back bare (`1.1.1.1`; recorded 2026-07). */
function withPrefix(range: string): string {
  if (range.includes('/')) return range;
  return range.includes(':') ? `${range}/128` : `${range}/32`;
}
