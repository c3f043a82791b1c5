import { type FirewallRule, sameRules } from '../../kinds/index.js';
import { foreign, fromWire, toWire } from './firewall-rules.js';
import type { WireRule } from './wire.js';

it('goes to Hetzner and back without change', () => {
  const rules: FirewallRule[] = [
    { direction: 'in', protocol: 'tcp', ports: '80-85', cidrs: ['0.0.0.0/0', '::/0'] },
    { direction: 'in', protocol: 'udp', cidrs: ['10.0.0.0/8'] },
    { direction: 'out', protocol: 'icmp', cidrs: ['0.0.0.0/0'] },
  ];
  const wire = toWire(rules);
  expect(wire).toEqual([
    { direction: 'in', protocol: 'tcp', port: '80-85', source_ips: ['0.0.0.0/0', '::/0'] },
    { direction: 'in', protocol: 'udp', port: '1-65535', source_ips: ['10.0.0.0/8'] },
    { direction: 'out', protocol: 'icmp', destination_ips: ['0.0.0.0/0'] },
  ]);
  expect(sameRules(fromWire(wire), rules)).toBe(true);
});

it('splits what has more than 100 blocks', () => {
  const cidrs = Array.from({ length: 250 }, (_, i) => `10.0.${i}.0/24`);
  const wire = toWire([{ direction: 'in', protocol: 'tcp', ports: '22', cidrs }]);
  expect(wire.map((rule) => rule.source_ips?.length)).toEqual([100, 100, 50]);
  expect(sameRules(fromWire(wire), [{ direction: 'in', protocol: 'tcp', ports: '22', cidrs }])).toBe(true);
});

it('keeps rules that the model cannot say apart', () => {
  const esp: WireRule = { direction: 'in', protocol: 'esp', source_ips: ['192.0.2.1/32'], destination_ips: [] };
  expect(fromWire([esp])).toEqual([]);
  expect(foreign([esp])).toEqual([esp]);
});
