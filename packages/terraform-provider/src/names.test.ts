import { kindOf, toCamel, toSnake, typeName } from './names.js';

test.each([
  ['memoryGib', 'memory_gib'],
  ['publicIpv4Address', 'public_ipv4_address'],
  ['name', 'name'],
  ['sshKeyIds', 'ssh_key_ids'],
])('%s is %s', (camel, snake) => {
  expect(toSnake(camel)).toBe(snake);
  expect(toCamel(snake)).toBe(camel);
});

test('a kind is found again by its type name', () => {
  expect(kindOf(typeName('ssh_key'))).toBe('ssh_key');
});
