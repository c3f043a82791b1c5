import type { FirewallRule } from '../../kinds/firewall/index.js';
import type { WireRule } from '../wire.js';
import { missingAndNeedless, toRules } from './rules.js';

let next = 0;
const wire = (rule: Partial<WireRule>): WireRule => ({
  id: `r${next++}`,
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: null,
  port_range_min: null,
  port_range_max: null,
  remote_ip_prefix: null,
  remote_group_id: null,
  ...rule,
});
const EVERYTHING_OUT = [wire({ direction: 'egress' }), wire({ direction: 'egress', ethertype: 'IPv6' })];
const WEB: FirewallRule = { direction: 'in', protocol: 'tcp', ports: '80', cidrs: ['0.0.0.0/0', '::/0'] };

test('a new group is one without rules, and needs none of its own', () => {
  expect(toRules(EVERYTHING_OUT)).toEqual([]);
  expect(missingAndNeedless(EVERYTHING_OUT, [])).toEqual({ missing: [], needless: [] });
});

test('each block becomes a rule, ping over IPv6 under its own name', () => {
  const ping: FirewallRule = { direction: 'in', protocol: 'icmp', cidrs: ['0.0.0.0/0', '::/0'] };
  const { missing, needless } = missingAndNeedless(EVERYTHING_OUT, [WEB, ping]);
  expect(needless).toEqual([]);
  expect(missing.map((r) => [r.ethertype, r.protocol, r.port_range_min, r.remote_ip_prefix])).toEqual([
    ['IPv4', 'tcp', 80, '0.0.0.0/0'],
    ['IPv6', 'tcp', 80, '::/0'],
    ['IPv4', 'icmp', null, '0.0.0.0/0'],
    ['IPv6', 'ipv6-icmp', null, '::/0'],
  ]);
  const stored = [...EVERYTHING_OUT, ...missing.map((rule) => wire(rule))];
  expect(toRules(stored)).toEqual([WEB, { ...ping, ports: null }]);
  expect(missingAndNeedless(stored, [ping, WEB])).toEqual({ missing: [], needless: [] });
});

test('with out rules nothing else may go out, without them all again', () => {
  const dns: FirewallRule = { direction: 'out', protocol: 'udp', ports: '53', cidrs: ['9.9.9.9/32'] };
  const shut = missingAndNeedless(EVERYTHING_OUT, [dns]);
  expect(shut.needless).toEqual(EVERYTHING_OUT);
  const stored = shut.missing.map((rule) => wire(rule));
  expect(toRules(stored)).toEqual([dns]);
  expect(missingAndNeedless(stored, []).missing).toHaveLength(2);
});

test('a change that was broken off halfway shows: everything out beside a rule is no empty list', () => {
  const half = [
    ...EVERYTHING_OUT,
    wire({
      direction: 'egress',
      protocol: 'tcp',
      port_range_min: 443,
      port_range_max: 443,
      remote_ip_prefix: '0.0.0.0/0',
    }),
  ];
  expect(toRules(half).map(({ protocol }) => protocol)).toEqual(['tcp', 'udp', 'icmp', 'tcp']);
});

test('rules about groups and other protocols are left alone, an any-rule is shown as what it allows', () => {
  const byHand = [
    wire({ remote_group_id: 'g' }),
    wire({ protocol: 'vrrp' }),
    wire({ protocol: 'icmp', port_range_min: 8, port_range_max: 0 }),
  ];
  expect(toRules([...EVERYTHING_OUT, ...byHand])).toEqual([]);
  expect(missingAndNeedless([...EVERYTHING_OUT, ...byHand], []).needless).toEqual([]);
  expect(
    toRules([...EVERYTHING_OUT, wire({ remote_ip_prefix: '10.0.0.0/8' })]).map(({ protocol }) => protocol),
  ).toEqual(['tcp', 'udp', 'icmp']);
});

test('no remote block is everybody, numbers are protocols too', () => {
  const stored = [
    ...EVERYTHING_OUT,
    wire({ protocol: '6', port_range_min: 80, port_range_max: 80 }),
    wire({ ethertype: 'IPv6', protocol: 'tcp', port_range_min: 80, port_range_max: 80 }),
  ];
  expect(missingAndNeedless(stored, [WEB])).toEqual({ missing: [], needless: [] });
});
