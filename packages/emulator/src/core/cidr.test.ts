import { contains, overlap, parseCidr, toAddress, toNumber } from './cidr.js';

it.each(['::', '::1', '2001:db8::', '2001:db8:0:1::', 'fd46:78ab:30b8:8364::1', '1:2:3:4:5:6:7:8', '10.0.3.255'])(
  'writes %s as it read it',
  (address) => {
    expect(toAddress(toNumber(address), address.includes(':'))).toBe(address);
  },
);

it('takes networks only, and hosts as networks of one', () => {
  expect(parseCidr('10.0.0.0/24')).toMatchObject({ text: '10.0.0.0/24', v6: false, bits: 24 });
  expect(parseCidr('1.1.1.1')?.text).toBe('1.1.1.1/32');
  expect(parseCidr('FD00:0:0::/64')?.text).toBe('fd00::/64');
  for (const bad of [
    '10.0.0.1/24',
    '10.0.0.0/33',
    '10.0.0',
    '10.0.0.0/',
    '::/129',
    'any',
    '10.0.0.0/8/8',
    '300.0.0.0/8',
  ]) {
    expect(parseCidr(bad)).toBeUndefined();
  }
});

it('knows what lies in what', () => {
  const [wide, inner, other] = ['10.0.0.0/16', '10.0.5.0/24', '10.1.0.0/16'].map((text) => parseCidr(text)!);
  expect(overlap(wide!, inner!)).toBe(true);
  expect(overlap(inner!, wide!)).toBe(true);
  expect(overlap(wide!, other!)).toBe(false);
  expect(overlap(parseCidr('::/0')!, parseCidr('0.0.0.0/0')!)).toBe(false);
  expect(contains(inner!, '10.0.5.7')).toBe(true);
  expect(contains(inner!, '10.0.6.7')).toBe(false);
  expect(contains(inner!, 'fd00::1')).toBe(false);
});
