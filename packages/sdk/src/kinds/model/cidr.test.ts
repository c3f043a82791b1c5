import { isIP } from 'node:net';
import fc from 'fast-check';
import { contains, covering, formatBlock, parseCidr, sameCidr } from './cidr.js';

const block = (version: 4 | 6) => {
  const bits = version === 4 ? 32 : 128;
  return fc.integer({ min: 0, max: bits }).chain((prefix) =>
    fc.bigInt({ min: 0n, max: (1n << BigInt(prefix)) - 1n }).map((net) => ({
      version,
      prefix,
      first: net << BigInt(bits - prefix),
    })),
  );
};
const anyBlock = fc.oneof(block(4), block(6));

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['::/0', '::/0'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['2001:db8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128'],
  ['2001:0:0:1:0:0:0:1/128', '2001:0:0:1::1/128'],
  ['2001:db8:0:1:1:1:1:1/128', '2001:db8:0:1:1:1:1:1/128'],
  ['::1/128', '::1/128'],
  ['fe80:0:0:0:0:0:0:0/10', 'fe80::/10'],
])('%s is written %s (RFC 5952)', (text, canonical) => {
  expect(formatBlock(parseCidr(text)!)).toBe(canonical);
});

test.each([
  '',
  '10.0.0.0',
  '10.0.0.1/8',
  '10.0.0.0/33',
  '10.0.0/8',
  '010.0.0.0/8',
  '::1/64',
  '::/129',
  '1::2::3/128',
  'a/8',
  '10.0.0.0/8/8',
  '::ffff:1.2.3.4/128',
  'fe80::%eth0/64',
  '10.0.0.0/-1',
  ' 10.0.0.0/8',
])('"%s" is none', (text) => {
  expect(parseCidr(text)).toBeNull();
});

test('what is written is read again, and is an address', () => {
  fc.assert(
    fc.property(anyBlock, (one) => {
      const text = formatBlock(one);
      expect(parseCidr(text)).toEqual(one);
      expect(isIP(text.split('/')[0] ?? '')).toBe(one.version);
      expect(sameCidr(text, text.toUpperCase())).toBe(true);
    }),
  );
});

test('of two blocks one contains the other or they share nothing; the covering one holds both and is the smallest', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(block(4), block(4)), fc.tuple(block(6), block(6))), ([a, b]) => {
      const size = (one: typeof a) => 1n << BigInt((one.version === 4 ? 32 : 128) - one.prefix);
      const apart = a.first + size(a) <= b.first || b.first + size(b) <= a.first;
      expect(contains(a, b) || contains(b, a)).toBe(!apart);
      const all = parseCidr(covering([formatBlock(a), formatBlock(b)])!)!;
      expect(contains(all, a) && contains(all, b)).toBe(true);
      const half = { ...all, prefix: all.prefix + 1 };
      expect(all.prefix < 32 && contains(half, a) && contains(half, b)).toBe(false);
    }),
  );
  expect(covering(['10.0.0.0/8', '::/0'])).toBeNull();
  expect(covering([])).toBeNull();
});
