import { Decimal } from './decimal.js';
import { Dynamic } from './dynamic.js';
import { unknownPaths, whollyKnown } from './known.js';
import { UNKNOWN } from './unknown.js';

test('what is unknown is found where it is, however deep', () => {
  const value = { a: 'x', b: [null, { c: UNKNOWN }], d: new Dynamic('string', UNKNOWN), e: Decimal.of(1n, -1) };
  expect(whollyKnown(value)).toBe(false);
  expect(unknownPaths(value)).toEqual([['b', 1, 'c'], ['d']]);
});

test('what is known, null or left out is no unknown', () => {
  const value = { a: 'x', b: [null, true], d: new Dynamic('number', 1n), e: {} };
  expect([whollyKnown(value), whollyKnown(undefined), whollyKnown(null)]).toEqual([true, true, true]);
  expect(unknownPaths(value)).toEqual([]);
});
