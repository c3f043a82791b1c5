import fc from 'fast-check';
import { anyNumber } from '../../test/arbitrary.js';
import { type Json, parseJson, stringifyJson } from './json-text.js';

test('reads as JSON.parse does where that is exact', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, pretty) => {
      // The long number makes the exact reader work, not JSON.parse.
      const text = JSON.stringify([value, 'x'], null, pretty ? 2 : 0);
      const exact = parseJson(`[${text}, 12345678901234567890]`) as Json[];
      expect(stringifyJson(exact)).toBe(stringifyJson([parseJson(text), 12345678901234567890n]));
    }),
  );
});

test('numbers keep their digits', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), (numbers) => {
      expect(parseJson(stringifyJson(numbers))).toEqual(numbers);
    }),
  );
  expect(parseJson('{"id": 12345678901234567890}')).toEqual({ id: 12345678901234567890n });
});

test.each(['{"a":1e5', '[1e5,]', '{a:1e5}', '1e5 1e5', '"\u0001 1e5', '"1e5\\x"', '[nul, 1e5]', '{"a" 1e5}', '01e5'])(
  'refuses %s',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test('a key named __proto__ is a key', () => {
  const value = parseJson('{"__proto__": 12345678901234567890}');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
});
