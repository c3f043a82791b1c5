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

test.each([
  ['ends in escaped backslashes', '"a\\\\" '],
  ['holds escaped quotes', '"\\\\\\"a\\"" '],
  ['holds brackets', '"[{[{" '],
  ['is empty', '""'],
])('a string that %s is read whole', (_what, text) => {
  expect(parseJson(`[12345678901234567890, ${text}, 1]`)).toEqual([12345678901234567890n, JSON.parse(text), 1]);
});

test('a string of 30 MB is no trouble', () => {
  const long = 'x"\\'.repeat(10_000_000);
  const [, read] = parseJson(`[12345678901234567890, ${JSON.stringify(long)}]`) as Json[];
  // Not toBe: it would print both.
  expect(read === long).toBe(true);
});

test('a string that is not closed, at any length, is one error', () => {
  for (const text of ['[1e5, "', `[1e5, "${'x'.repeat(30_000_000)}`, '[1e5, "\\"']) {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  }
});

test('what is nested deeper than anybody writes is refused in one sentence, and brackets in strings do not count', () => {
  const nested = (depth: number, inner: string) => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
  for (const inner of ['1', '12345678901234567890']) {
    expect(() => parseJson(nested(20_000, inner))).toThrow(
      new SyntaxError('nested more than 1000 deep at position 1000'),
    );
    expect(stringifyJson(parseJson(nested(1000, inner)))).toBe(nested(1000, inner));
  }
  expect(() => parseJson(`${'{"a":'.repeat(20_000)}1e5${'}'.repeat(20_000)}`)).toThrow('nested more than 1000 deep');
  const text = JSON.stringify('['.repeat(5000));
  expect(parseJson(text)).toBe('['.repeat(5000));
});

test('a key named __proto__ is a key', () => {
  const value = parseJson('{"__proto__": 12345678901234567890}');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
});
