import { fromWireRules, toWireRules } from './firewall-rules.js';

test('rules come back as they went', () => {
  const rules = [
    { direction: 'in' as const, protocol: 'tcp' as const, ports: '80-90', cidrs: ['0.0.0.0/0', '::/0'] },
    { direction: 'out' as const, protocol: 'icmp' as const, ports: null, cidrs: ['10.0.0.0/8'] },
  ];
  expect(fromWireRules(toWireRules(rules))).toEqual(rules);
});

test("SECA's shorter words for the same are understood, and what has no word in the model is left out", () => {
  expect(
    fromWireRules([{ direction: 'ingress', version: 'IPv4', protocol: 'tcp+udp', ports: { from: 80, list: [443] } }]),
  ).toEqual(
    ['tcp', 'udp'].flatMap((protocol) =>
      ['80', '443'].map((ports) => ({ direction: 'in', protocol, ports, cidrs: ['0.0.0.0/0'] })),
    ),
  );
  expect(fromWireRules([{ direction: 'egress' }]).map(({ protocol }) => protocol)).toEqual(['tcp', 'udp', 'icmp']);
  expect(fromWireRules([{ direction: 'ingress', sourceRef: [{ resource: 'security-groups/web' }] }])).toEqual([]);
});
