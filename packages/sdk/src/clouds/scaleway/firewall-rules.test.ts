import { sameRules } from '../../kinds/index.js';
import { fromWireRules, toWireRules } from './firewall-rules.js';
import type { WireRule } from './wire.js';

const RULES = [
  { direction: 'in' as const, protocol: 'tcp' as const, ports: '80', cidrs: ['0.0.0.0/0', '::/0'] },
  { direction: 'in' as const, protocol: 'tcp' as const, ports: '8000-8100', cidrs: ['1.1.1.1/32'] },
  { direction: 'in' as const, protocol: 'icmp' as const, cidrs: ['0.0.0.0/0'] },
  { direction: 'out' as const, protocol: 'udp' as const, cidrs: ['10.0.0.0/8'] },
];
/** As the vendor gives rules back: bare single addresses, its own rules among them (recorded 2026-07). */
const vendor = (rules: readonly object[]): WireRule[] => [
  {
    direction: 'outbound',
    protocol: 'TCP',
    action: 'drop',
    ip_range: '::/0',
    dest_port_from: 25,
    dest_port_to: null,
    position: 1,
    editable: false,
  },
  ...rules.map((rule) => ({
    ...(rule as WireRule),
    ip_range: (rule as WireRule).ip_range.replace('/32', ''),
    editable: true,
  })),
];

it('writes one rule a block, with positions by direction', () => {
  const written = toWireRules(RULES);
  expect(written.map((rule) => [rule.direction, rule.position])).toEqual([
    ['inbound', 1],
    ['inbound', 2],
    ['inbound', 3],
    ['inbound', 4],
    ['outbound', 1],
  ]);
  expect(written[0]).toEqual({
    direction: 'inbound',
    protocol: 'TCP',
    action: 'accept',
    ip_range: '0.0.0.0/0',
    dest_port_from: 80,
    dest_port_to: null,
    position: 1,
  });
  expect(written[2]).toMatchObject({ dest_port_from: 8000, dest_port_to: 8100 });
  expect(written[3]).toMatchObject({ protocol: 'ICMP', dest_port_from: null, dest_port_to: null });
});

it('reads back what it wrote, without the rules of the vendor', () => {
  expect(sameRules(fromWireRules(vendor(toWireRules(RULES))), RULES)).toBe(true);
});

it('shows rules that others made in the words there are, and leaves drops out', () => {
  const base = {
    direction: 'inbound',
    ip_range: '9.9.9.9',
    dest_port_from: null,
    dest_port_to: null,
    position: 1,
    editable: true,
  } as const;
  const seen = fromWireRules([
    { ...base, protocol: 'ANY', action: 'accept' },
    { ...base, protocol: 'TCP', action: 'drop' },
  ]);
  expect(seen.map(({ protocol, ports, cidrs }) => [protocol, ports, cidrs])).toEqual([
    ['tcp', null, ['9.9.9.9/32']],
    ['udp', null, ['9.9.9.9/32']],
    ['icmp', null, ['9.9.9.9/32']],
  ]);
});
