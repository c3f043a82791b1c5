import { type FirewallRule, sameRules } from '../../kinds/index.js';
import { fromWireRules, ruleKey, toWireRules } from './firewall-rules.js';

const everyone = ['0.0.0.0/0', '::/0'];
const all = { sourceMac: null, icmpType: null, icmpCode: null };

it.each<[string, FirewallRule[]]>([
  ['nothing', []],
  ['one port, for everyone', [{ direction: 'in', protocol: 'tcp', ports: '443', cidrs: everyone }]],
  ['a range, for a block', [{ direction: 'in', protocol: 'udp', ports: '8000-8100', cidrs: ['192.0.2.0/24'] }]],
  ['every port', [{ direction: 'in', protocol: 'tcp', cidrs: ['2001:db8::/32'] }]],
  ['ICMP of both versions', [{ direction: 'in', protocol: 'icmp', cidrs: everyone }]],
  ['what goes out', [{ direction: 'out', protocol: 'tcp', ports: '53', cidrs: ['10.0.0.0/8'] }]],
])('%s comes back as it was sent', (_, rules) => {
  const back = fromWireRules(toWireRules(rules).map((rule) => ({ ...all, ...rule })));
  expect(sameRules(rules, back)).toBe(true);
});

it('lets everything out by name, of both versions, unless a rule says what', () => {
  const out = (rules: FirewallRule[]) => toWireRules(rules).filter(({ type }) => type === 'EGRESS');
  expect(out([]).map(({ protocol, ipVersion }) => [protocol, ipVersion])).toEqual([
    ['ANY', 'IPv4'],
    ['ANY', 'IPv6'],
  ]);
  const dns: FirewallRule = { direction: 'out', protocol: 'udp', ports: '53', cidrs: ['0.0.0.0/0'] };
  expect(out([dns])).toEqual([
    { protocol: 'UDP', type: 'EGRESS', ipVersion: 'IPv4', portRangeStart: 53, portRangeEnd: 53 },
  ]);
});

it('shows every protocol as tcp, udp and icmp, and nothing that is narrower than it can say', () => {
  const rule = { protocol: 'ANY', type: 'INGRESS', ipVersion: 'IPv4' } as const;
  expect(fromWireRules([rule]).map(({ protocol }) => protocol)).toEqual(['tcp', 'udp', 'icmp']);
  for (const narrow of [{ sourceMac: '00:0a:95:9d:68:16' }, { targetIp: '10.0.0.7' }, { icmpType: 8 }])
    expect(fromWireRules([{ ...rule, ...narrow }])).toEqual([]);
  expect(fromWireRules([{ ...rule, protocol: 'GRE' }])).toEqual([]);
});

it('knows a rule again, however the vendor completes it', () => {
  const [sent] = toWireRules([{ direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['192.0.2.0/24'] }]);
  const back = { ...sent!, name: '', targetIp: null, sourceMac: null, icmpType: null, icmpCode: null };
  expect(ruleKey(back)).toBe(ruleKey(sent!));
  expect(ruleKey({ ...back, portRangeEnd: 23 })).not.toBe(ruleKey(sent!));
});
