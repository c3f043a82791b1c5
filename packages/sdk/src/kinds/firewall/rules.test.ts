import fc from 'fast-check';
import { atoms, type FirewallRule, fromAtoms, sameRules } from './rules.js';

const port = fc.integer({ min: 1, max: 65_535 });
const ports = fc.oneof(
  fc.constant(null),
  port.map(String),
  fc.tuple(port, port).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
);
const cidr = fc.constantFrom('0.0.0.0/0', '::/0', '10.0.0.0/8', '192.0.2.0/24', '2001:db8::/32', '2001:DB8:0::/32');
const rule: fc.Arbitrary<FirewallRule> = fc
  .record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const),
    ports,
    cidrs: fc.array(cidr, { minLength: 1, maxLength: 4 }),
  })
  .map((one) => (one.protocol === 'icmp' ? { ...one, ports: null } : one));
const rules = fc.array(rule, { maxLength: 8 });

test('taken apart and put together again they allow the same, in the fewest rules', () => {
  fc.assert(
    fc.property(rules, (list) => {
      const again = fromAtoms(atoms(list));
      expect(sameRules(list, again)).toBe(true);
      expect(atoms(again)).toHaveLength(atoms(list).length);
      const groups = new Set(again.map((one) => `${one.direction} ${one.protocol} ${one.ports}`));
      expect(groups.size).toBe(again.length);
    }),
  );
});

test('neither order, repetition nor grouping matters; another rule does', () => {
  fc.assert(
    fc.property(rules, rule, (list, more) => {
      const alone = list.flatMap((one) => one.cidrs.map((text) => ({ ...one, cidrs: [text] })));
      expect(sameRules(list, [...alone].reverse())).toBe(true);
      expect(sameRules(list, [...list, ...list])).toBe(true);
      const new_ = atoms([...list, more]).length > atoms(list).length;
      expect(sameRules(list, [...list, more])).toBe(!new_);
    }),
  );
});
