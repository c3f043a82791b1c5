import { toCamel, toSnake } from './names.js';

test.each([
  ['memoryGib', 'memory_gib'],
  ['publicIpv4Address', 'public_ipv4_address'],
  ['name', 'name'],
  ['sshKeyIds', 'ssh_key_ids'],
])('%s is %s', (camel, snake) => {
  expect(toSnake(camel)).toBe(snake);
  expect(toCamel(snake)).toBe(camel);
});
