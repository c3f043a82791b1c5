import type { Json } from '../cty/json-text.js';
import { PrivateState } from './private-state.js';

const empty = () => PrivateState.decode(new Uint8Array(0));

test('keeps JSON by key, digit for digit, as it was when it was given', () => {
  const kept = empty();
  const tags = ['a'];
  kept.set('tags', tags);
  kept.set('id', 12345678901234567890n);
  kept.set('__proto__', 'x');
  tags.push('b');
  const read = PrivateState.decode(kept.encode());
  expect(['tags', 'id', '__proto__', 'none'].map((key) => read.get(key))).toEqual([
    ['a'],
    12345678901234567890n,
    'x',
    undefined,
  ]);
  for (const key of ['tags', 'id', '__proto__']) read.set(key, undefined);
  expect(read.encode()).toHaveLength(0);
});

const cycle: Json[] = [];
cycle.push(cycle);
const deep: Json = JSON.parse('['.repeat(2000) + ']'.repeat(2000));
test.each([
  ['a function', () => 1],
  ['a hole in a list', [undefined]],
  ['NaN', Number.NaN],
  ['a value in itself', cycle],
  ['what is nested too deep', deep],
])('%s is refused where it is given, and costs nothing that is there', (_what, value) => {
  const kept = empty();
  kept.set('id', 1);
  expect(() => kept.set('bad', value as Json)).toThrow('privateState.set("bad", …): the value is no JSON, or too deep');
  expect(String(Buffer.from(kept.encode()))).toBe('{"id":1}');
});

test.each(['no json', '[1]', '{"a":', '\u0000\u0001'])('bytes that are not ours (%j) read as empty', (text) => {
  expect(PrivateState.decode(Buffer.from(text)).encode()).toHaveLength(0);
});
