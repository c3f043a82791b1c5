import fc from 'fast-check';
import { atoms, type FirewallRule } from '../../../kinds/index.js';
import { contains, parseCidr } from '../../../kinds/model/cidr.js';
import type { WireFirewallRule } from '../wire.js';
import { rulesIn, toRuleLabels } from './kept-rules.js';
import { ASKING_PORTS, sameList, toWireRules } from './wire-rules.js';

interface Packet {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp';
  /** The other end. */
  peer: string;
  from: number;
  to: number;
  icmpType: number;
}

/** As UpCloud's documentation has it: the first rule that fits decides, and what none fits passes. */
function passes(list: readonly WireFirewallRule[], packet: Packet): boolean {
  return list.find((rule) => fits(rule, packet))?.action !== 'drop';
}

function fits(rule: WireFirewallRule, { direction, protocol, peer, from, to, icmpType }: Packet): boolean {
  const side = direction === 'in' ? 'source' : 'destination';
  const family = peer.includes(':') ? 'IPv6' : 'IPv4';
  return (
    rule.direction === direction &&
    (!rule.family || rule.family === family) &&
    (!rule.protocol || rule.protocol === protocol) &&
    (!rule.icmp_type || Number(rule.icmp_type) === icmpType) &&
    within(rule.source_port_start, rule.source_port_end, from) &&
    within(rule.destination_port_start, rule.destination_port_end, to) &&
    between(rule[`${side}_address_start`], rule[`${side}_address_end`], peer)
  );
}

const within = (start: string | undefined, end: string | undefined, port: number) =>
  !start || (Number(start) <= port && port <= Number(end));
const number = (address: string) => parseCidr(`${address}/${address.includes(':') ? 128 : 32}`)?.first ?? -1n;
const between = (start: string | undefined, end: string | undefined, peer: string) =>
  !start || (number(start) <= number(peer) && number(peer) <= number(end ?? ''));

/** What the model says of a packet that begins something. */
function allowed(firewalls: readonly FirewallRule[][], { direction, protocol, peer, to }: Packet): boolean {
  const all = atoms(firewalls.flat());
  if (direction === 'out' && firewalls.some((rules) => !rules.some((one) => one.direction === 'out'))) return true;
  const host = parseCidr(`${peer}/${peer.includes(':') ? 128 : 32}`);
  return all.some((atom) => {
    const block = parseCidr(atom.cidr);
    const right = atom.ports === null || (atom.ports[0] <= to && to <= atom.ports[1]);
    return (
      atom.direction === direction &&
      atom.protocol === protocol &&
      right &&
      block !== null &&
      host !== null &&
      contains(block, host)
    );
  });
}

const low = fc.integer({ min: 1, max: 32_767 });
const ports = fc.oneof(
  fc.constant(null),
  low.map(String),
  fc.tuple(low, low).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
);
const cidr = fc.constantFrom('0.0.0.0/0', '::/0', '192.0.2.0/24', '192.0.2.128/25', '2001:db8::/32', '2001:db8:1::/48');
const rule: fc.Arbitrary<FirewallRule> = fc
  .record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const),
    ports,
    cidrs: fc.uniqueArray(cidr, { minLength: 1, maxLength: 3 }),
  })
  .map((one) => (one.protocol === 'icmp' ? { ...one, ports: null } : one));
const rules = fc.array(rule, { maxLength: 5 });
const firewalls = fc.array(rules, { minLength: 1, maxLength: 3 });
const peer = fc.constantFrom('192.0.2.7', '192.0.2.200', '203.0.113.9', '2001:db8::1', '2001:db8:1::9', '2a00::1');
/** Ports of services, and what opens something there: an echo request where it is ICMP. */
const opening: fc.Arbitrary<Packet> = fc
  .record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const),
    peer,
    from: fc.integer({ min: ASKING_PORTS[0], max: ASKING_PORTS[1] }),
    to: low,
  })
  .map((packet) => ({ ...packet, icmpType: packet.peer.includes(':') ? 128 : 8 }));

// What leaves a port that is open inwards might be an answer.
test('what begins something passes exactly when the model says so, however many firewalls there are', () => {
  fc.assert(
    fc.property(firewalls, opening, (all, packet) => {
      const answers = packet.direction === 'out' && allowed(all, { ...packet, direction: 'in', to: packet.from });
      expect(passes(toWireRules(all), packet)).toBe(allowed(all, packet) || (answers && packet.protocol !== 'icmp'));
    }),
    { numRuns: 500 },
  );
});

test('the answer to what passes, passes', () => {
  fc.assert(
    fc.property(firewalls, opening, (all, packet) => {
      fc.pre(allowed(all, packet));
      const list = toWireRules(all);
      const back = packet.direction === 'in' ? 'out' : 'in';
      const echoed = packet.peer.includes(':') ? 129 : 0;
      expect(passes(list, { ...packet, direction: back, from: packet.to, to: packet.from, icmpType: echoed })).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

test('what is left open is said: a port from which systems ask, and with rules for what goes out only from what they name', () => {
  const stranger: Packet = {
    direction: 'in',
    protocol: 'tcp',
    peer: '203.0.113.9',
    from: 443,
    to: 40_000,
    icmpType: 0,
  };
  const out = (cidrs: string[]): FirewallRule => ({ direction: 'out', protocol: 'tcp', ports: '443', cidrs });
  expect(passes(toWireRules([[]]), stranger)).toBe(true);
  expect(passes(toWireRules([[]]), { ...stranger, to: 32_767 })).toBe(false);
  expect(passes(toWireRules([[out(['203.0.113.0/24'])]]), stranger)).toBe(true);
  expect(passes(toWireRules([[out(['203.0.113.0/24'])]]), { ...stranger, from: 80 })).toBe(false);
  expect(passes(toWireRules([[out(['192.0.2.0/24'])]]), stranger)).toBe(false);
  const ssh: FirewallRule = { direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['203.0.113.0/24'] };
  const asking: Packet = { ...stranger, direction: 'out', from: 22, to: 25 };
  expect(passes(toWireRules([[ssh, out(['192.0.2.0/24'])]]), asking)).toBe(true);
  expect(passes(toWireRules([[ssh, out(['192.0.2.0/24'])]]), { ...asking, from: 40_000 })).toBe(false);
});

test('the list is the same whatever the order, and another when another thing passes', () => {
  fc.assert(
    fc.property(firewalls, (all) => {
      const list = toWireRules(all);
      expect(sameList(toWireRules(all.map((one) => [...one].reverse()).reverse()), list)).toBe(true);
      expect(sameList(list.slice(1), list)).toBe(false);
      expect(sameList([list.at(-1) as WireFirewallRule, ...list.slice(0, -1)], list)).toBe(list.length < 2);
    }),
  );
});

test('spelled as UpCloud answers it, with empty fields and a longer address, it is the same', () => {
  const list = toWireRules([[{ direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['2001:db8::/32'] }]]);
  const told = list.map((one) => ({ source_port_start: '', icmp_type: '', protocol: '', ...one, position: '1' }));
  const [first] = told;
  expect(first?.source_address_start).toBe('2001:db8::');
  if (first) first.source_address_start = '2001:0DB8:0:0:0:0:0:0';
  expect(sameList(told, list)).toBe(true);
});

test('rules survive the labels that keep them, each of at most 255 characters', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 40 }), (list) => {
      const labels = toRuleLabels(list);
      expect(atoms(rulesIn({ ...labels, env: 'test' }))).toHaveLength(atoms(list).length);
      expect(toRuleLabels(rulesIn(labels))).toEqual(labels);
      for (const value of Object.values(labels)) expect(value).toMatch(/^[!-~]{1,255}$/);
    }),
  );
});

test('more than fit are refused, with what to do', () => {
  const cidrs = Array.from({ length: 900 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`);
  const many: FirewallRule[] = [{ direction: 'in', protocol: 'tcp', ports: '22', cidrs }];
  expect(() => toRuleLabels(many)).toThrow(/characters/);
});
