import { conform, type Misfit } from './conform.js';
import { Decimal } from './decimal.js';
import { Dynamic } from './dynamic.js';
import { formatPath } from './path.js';
import type { Type } from './type.js';
import { UNKNOWN } from './unknown.js';

function conformed(type: Type, input: unknown, unknowns = true) {
  const misfits: Misfit[] = [];
  const value = conform(type, input, (misfit) => misfits.push(misfit), unknowns);
  return { value, misfits: misfits.map(({ at, message }) => `${formatPath(at)} ${message}`) };
}

const server: Type = [
  'object',
  { name: 'string', tags: ['map', 'string'], disks: ['list', ['object', { size: 'number' }]] },
];

test('every attribute is there; undefined is null', () => {
  expect(conformed(server, { name: 'a', tags: undefined })).toEqual({
    value: { name: 'a', tags: null, disks: null },
    misfits: [],
  });
});

test('what does not fit is said by path, all of it, without the value', () => {
  const { misfits } = conformed(server, { name: 7, tags: { a: true }, disks: [{ size: 'secret' }], nmae: 'x' });
  expect(misfits).toEqual([
    'name must be string, not number',
    'tags.a must be string, not boolean',
    'disks[0].size must be number, not string',
    'nmae is not an attribute of the schema',
  ]);
});

test('unknowns only where they are allowed', () => {
  expect(conformed(server, { name: UNKNOWN }).misfits).toEqual([]);
  expect(conformed(server, { name: UNKNOWN }, false).misfits).toEqual(['name is still unknown']);
});

test('numbers take one form', () => {
  expect(conformed('number', 5n).value).toBe(5);
  expect(conformed('number', 2 ** 60).value).toBe(2n ** 60n);
  expect(conformed('number', Decimal.of(25n, -1)).value).toBe(2.5);
  expect(Object.is(conformed('number', -0).value, 0)).toBe(true);
  expect(conformed('number', Number.NaN).misfits).toEqual([' is NaN, which Terraform cannot hold']);
});

test('strings are normalised as core does', () => {
  expect(conformed('string', 'e\u0301').value).toBe('\u00e9');
});

test('a set holds each element once, whatever stands in it', () => {
  expect(conformed(['set', 'string'], ['a?', 'b', 'a?']).value).toEqual(['a?', 'b']);
  expect(conformed(['set', 'string'], [UNKNOWN, UNKNOWN]).value).toEqual([UNKNOWN, UNKNOWN]);
});

test('a dynamic takes simple values bare', () => {
  expect(conformed('dynamic', 'x').value).toEqual(new Dynamic('string', 'x'));
  expect(conformed('dynamic', [1]).misfits).toEqual([' needs its type: use Dynamic.of(…)']);
  expect(conformed('dynamic', Dynamic.of([1, 'x'])).value).toEqual(
    new Dynamic(['tuple', ['number', 'string']], [1, 'x']),
  );
});

test('a dynamic tells each type once, however it was put together', () => {
  const inner = Dynamic.of('x');
  const one = new Dynamic(['tuple', ['number', 'string']], [1, 'x']);
  expect(conformed('dynamic', Dynamic.of([1, inner])).value).toEqual(one);
  expect(conformed('dynamic', new Dynamic(['tuple', ['number', 'dynamic']], [1, inner])).value).toEqual(one);
  expect(conformed('dynamic', new Dynamic(['list', 'dynamic'], [null, inner])).value).toEqual(
    new Dynamic(['list', 'string'], [null, 'x']),
  );
  expect(conformed('dynamic', Dynamic.of(inner)).value).toEqual(inner);
  expect(conformed('dynamic', Dynamic.of(null)).value).toBeNull();
  expect(conformed('dynamic', Dynamic.of(UNKNOWN)).value).toBe(UNKNOWN);
  const open = new Dynamic(['object', { a: 'dynamic' }], { a: UNKNOWN });
  expect(conformed('dynamic', open).value).toEqual(open);
});

test('the elements of a list, set or map have one type', () => {
  const [text, number] = [Dynamic.of('x'), Dynamic.of(1)];
  const odd = 'has another type than the elements before it: in a list, set or map all have one';
  expect(conformed(['list', 'dynamic'], [null, text, UNKNOWN, text]).misfits).toEqual([]);
  expect(conformed(['list', 'dynamic'], [null, text, number]).misfits).toEqual([`[2] ${odd}`]);
  expect(conformed(['set', 'dynamic'], [text, number]).misfits).toEqual([`[1] ${odd}`]);
  expect(conformed(['map', ['object', { v: 'dynamic' }]], { a: { v: text }, b: { v: number } }).misfits).toEqual([
    `b ${odd}`,
  ]);
  expect(conformed(['tuple', ['dynamic', 'dynamic']], [text, number]).misfits).toEqual([]);
});

test('half a character is what it becomes on the way to core', () => {
  expect(conformed('string', 'a\ud800b').value).toBe('a\ufffdb');
  expect(conformed('string', '\u{1f600}').value).toBe('\u{1f600}');
});

test('keys that are one to core are not two', () => {
  const { value, misfits } = conformed(['map', 'string'], { 'e\u0301': 'a', '\u00e9': 'b' });
  expect(misfits).toEqual(['["\u00e9"] is the same key as another one to Terraform, which composes characters']);
  expect(Object.keys(value as object)).toEqual(['\u00e9']);
});

test('what JavaScript takes for an object is none for that', () => {
  expect(conformed(['object', {}], Dynamic.of('x')).misfits).toEqual([' must be object, not object']);
  expect(conformed(['map', 'string'], Decimal.of(1n, 1)).misfits).toEqual([' must be map of string, not number']);
});
