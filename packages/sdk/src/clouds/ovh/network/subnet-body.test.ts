import { addressAt, subnetBody } from './subnet-body.js';

test.each([
  ['10.0.0.0/24', [{ start: '10.0.0.2', end: '10.0.0.254' }]],
  ['10.0.0.0/30', [{ start: '10.0.0.2', end: '10.0.0.2' }]],
  ['10.0.0.0/31', undefined],
])('%s leaves its first address to a gateway', (cidr, pools) => {
  expect(subnetBody('net', cidr)['allocationPools']).toEqual(pools);
});

test('addresses by their place in a block', () => {
  expect([addressAt('10.1.0.0/16', 1n), addressAt('10.1.0.0/16', -1n)]).toEqual(['10.1.0.1', '10.1.255.255']);
});
