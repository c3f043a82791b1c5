import { blockOf, canonicalCidr, cidrOf, isCidr, isPrivate, overlap, textOf, within } from './cidr.js';

const block = (text: string) => blockOf(text)!;

describe('CIDR arithmetic', () => {
  it('reads and writes blocks', () => {
    expect(block('10.0.1.0/24')).toEqual({ first: 167_772_416, last: 167_772_671, bits: 24 });
    expect(textOf(block('255.255.255.255/32').first)).toBe('255.255.255.255');
    expect(cidrOf(block('192.168.0.0/16').first, 16)).toBe('192.168.0.0/16');
    expect(block('0.0.0.0/0').last).toBe(2 ** 32 - 1);
  });

  it.each([
    '10.0.0.1/24',
    '10.0.0.0/33',
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0/8',
    '010.0.0.0/8',
    '10.0.0.0/8/8',
    '::/0',
    'x/8',
  ])('refuses %s', (text) => {
    expect(blockOf(text)).toBeUndefined();
  });

  it('compares blocks', () => {
    expect(within(block('10.0.1.0/24'), block('10.0.0.0/16'))).toBe(true);
    expect(within(block('10.1.0.0/24'), block('10.0.0.0/16'))).toBe(false);
    expect(overlap(block('10.0.0.0/16'), block('10.0.255.0/24'))).toBe(true);
    expect(overlap(block('10.0.0.0/24'), block('10.0.1.0/24'))).toBe(false);
    expect(isPrivate(block('172.31.0.0/16'))).toBe(true);
    expect(isPrivate(block('172.32.0.0/16'))).toBe(false);
    expect(isPrivate(block('0.0.0.0/0'))).toBe(false);
  });

  it.each([
    ['0.0.0.0/0', true],
    ['::/0', true],
    ['2001:db8::/32', true],
    ['2001:db8::1/128', true],
    ['2001:db8::1/64', false],
    ['2001:db8::/129', false],
    ['::ffff:10.0.0.1/128', true],
    ['fe80::1%eth0/128', false],
    ['10.0.0.1/31', false],
  ])('says whether %s is a block with nothing behind its prefix', (text, valid) => {
    expect(isCidr(text)).toBe(valid);
  });

  it('writes IPv6 in its canonical form', () => {
    expect(canonicalCidr('2001:0DB8:0000::0001/128')).toBe('2001:db8::1/128');
    expect(canonicalCidr('10.0.0.0/8')).toBe('10.0.0.0/8');
  });
});
