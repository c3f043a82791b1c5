import { addressAt, rangeAround, subnetBody } from './subnet-body.js';

const network = { name: 'net', ipRange: '10.0.0.0/8' };
const pools = (cidr: string) => (subnetBody(network, cidr) as { allocationPools?: unknown }).allocationPools;

test.each([
  ['10.0.0.0/24', [{ start: '10.0.0.2', end: '10.0.0.254' }]],
  ['10.0.0.0/30', [{ start: '10.0.0.2', end: '10.0.0.2' }]],
  ['10.0.0.0/31', undefined],
])('%s leaves its first address to a gateway', (cidr, wanted) => {
  expect(pools(cidr)).toEqual(wanted);
});

test('addresses by their place in a block', () => {
  expect([addressAt('10.1.0.0/16', 1n), addressAt('10.1.0.0/16', -1n)]).toEqual(['10.1.0.1', '10.1.255.255']);
});

test('the range around the network is told by the names of its subnets', () => {
  expect(rangeAround(subnetBody(network, '10.1.0.0/16'))).toBe('10.0.0.0/8');
  expect(rangeAround({ name: 'theirs' })).toBeUndefined();
});
