import type { FirewallRule } from '../../kinds/firewall/rules.js';
import { refTo } from './naming.js';
import type { WireRule } from './wire.js';

const EVERYWHERE = { IPv4: ['0.0.0.0/0'], IPv6: ['::/0'] } as const;
const PROTOCOLS = { tcp: ['tcp'], udp: ['udp'], 'tcp+udp': ['tcp', 'udp'], icmp: ['icmp'] } as const;

/** Rules as SECA has them: a source may be a CIDR block; it is named by a reference whose resource is the block itself. */
export function toWireRules(rules: readonly FirewallRule[]): WireRule[] {
  return rules.map(({ direction, protocol, ports, cidrs }) => ({
    direction: direction === 'in' ? 'ingress' : 'egress',
    protocol,
    ...(ports ? { ports: portsOf(ports) } : {}),
    sourceRef: cidrs.map(refTo),
  }));
}

/** Rules in the model's words. What names no blocks (an instance, a group) is left out: the model has no word for it. */
export function fromWireRules(rules: readonly WireRule[]): FirewallRule[] {
  return rules.flatMap(({ direction, protocol, ports, version, sourceRef = [] }) => {
    const blocks = sourceRef
      .map((one) => (typeof one === 'string' ? one : one.resource))
      .filter((text) => /^[\da-f.:]+\/\d+$/i.test(text));
    const anyone = version ? EVERYWHERE[version] : [...EVERYWHERE.IPv4, ...EVERYWHERE.IPv6];
    const cidrs = sourceRef.length > 0 ? blocks : [...anyone];
    if (cidrs.length === 0) return [];
    const protocols = protocol ? PROTOCOLS[protocol] : (['tcp', 'udp', 'icmp'] as const);
    return protocols.flatMap((one) =>
      rangesOf(ports).map((range) => ({
        direction: direction === 'ingress' ? ('in' as const) : ('out' as const),
        protocol: one,
        ports: one === 'icmp' ? null : range,
        cidrs: [...cidrs],
      })),
    );
  });
}

function portsOf(text: string): { from: number; to: number } {
  const [from = 1, to = from] = text.split('-').map(Number);
  return { from, to };
}

function rangesOf(ports: WireRule['ports']): (string | null)[] {
  if (!ports) return [null];
  const { from, to, list = [] } = ports;
  const [low, high] = [from ?? to, to ?? from];
  const range = low === undefined ? [] : [low === high ? String(low) : `${low}-${high}`];
  return [...range, ...list.map(String)];
}
