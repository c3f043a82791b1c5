import type { FirewallRule } from '../../kinds/index.js';
import type { WireRule } from './wire.js';

/** Most blocks of one rule; longer rules become several (docs.hetzner.cloud, firewalls, read 2026-11). */
const MOST_CIDRS = 100;
const ALL_PORTS = '1-65535';

/** The model's rules as Hetzner's. tcp and udp always name ports there. */
export function toWire(rules: readonly FirewallRule[]): WireRule[] {
  return rules.flatMap(({ direction, protocol, ports, cidrs }) =>
    chunks(cidrs, MOST_CIDRS).map((part) => ({
      direction,
      protocol,
      ...(protocol === 'icmp' ? {} : { port: ports ?? ALL_PORTS }),
      ...(direction === 'in' ? { source_ips: part } : { destination_ips: part }),
    })),
  );
}

/** Hetzner's rules as the model's; those of protocols that the model lacks are left out (see {@link foreign}). */
export function fromWire(rules: readonly WireRule[]): FirewallRule[] {
  return rules.flatMap(({ direction, protocol, port, source_ips, destination_ips }) => {
    if (protocol === 'esp' || protocol === 'gre') return [];
    const ports = port === ALL_PORTS ? null : (port ?? null);
    const cidrs = (direction === 'in' ? source_ips : destination_ips) ?? [];
    return [{ direction, protocol, ports, cidrs }];
  });
}

/** Rules that were made by other hands and that the model cannot say: they are kept as they are. */
export function foreign(rules: readonly WireRule[]): WireRule[] {
  return rules.filter(({ protocol }) => protocol === 'esp' || protocol === 'gre');
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
