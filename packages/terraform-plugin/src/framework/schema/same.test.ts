import fc from 'fast-check';
import { same } from './same.js';

test.each([
  ['10.0.0.7/24', '10.0.0.0/24', true],
  ['10.0.0.1', '10.0.0.1/32', true],
  ['2001:DB8::/32', '2001:db8:0:0::/32', true],
  ['::ffff:1', '0::ffff:1/128', true],
  ['10.0.0.0/24', '10.0.0.0/23', false],
  ['10.0.0.0/24', '10.0.1.0/24', false],
  ['0.0.0.0/0', '::/0', false],
  ['any', 'any', true],
  ['any', '10.0.0.0/8', false],
  ['10.0.0.0/', '10.0.0.0/', true],
  ['10.0.0.0/33', '10.0.0.0/34', false],
])('network: %s and %s: %s', (a, b, expected) => {
  expect([same.network(a, b), same.network(b, a)]).toEqual([expected, expected]);
});

test.each([
  ['{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1.0 }', true],
  ['[1,2]', '[2,1]', false],
  ['12345678901234567890', '12345678901234567891', false],
  ['{"a":null}', '{}', false],
  ['no json', 'no json', true],
  ['no json', '{}', false],
])('json: %s and %s: %s', (a, b, expected) => {
  expect([same.json(a, b), same.json(b, a)]).toEqual([expected, expected]);
});

test('json: any value is the same as itself, however its keys are ordered', () => {
  const turned = (json: unknown): unknown => {
    if (Array.isArray(json)) return json.map(turned);
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (json) => same.json(JSON.stringify(json), JSON.stringify(turned(json), null, 2))),
  );
});

test('order: a shuffled list is the same, one with another element is not', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean())), fc.nat(), (list, at) => {
      const turned = [...list.slice(at % (list.length + 1)), ...list.slice(0, at % (list.length + 1))];
      return same.ignoringOrder(list, turned) && !same.ignoringOrder(list, [...turned, 'one more']);
    }),
  );
  expect(same.ignoringOrder(['a', 'a', 'b'], ['a', 'b', 'b'])).toBe(false);
  expect(same.ignoringOrder(['1'], [1] as never)).toBe(false);
});

test('case', () => {
  expect([same.ignoringCase('EU-1', 'eu-1'), same.ignoringCase('eu-1', 'eu-2')]).toEqual([true, false]);
});
