import { parseTimeout } from './timeout.js';

test.each([
  ['20m', 20],
  ['1S', 1000],
  ['2M', 120_000],
  ['1500u', 2],
  ['1n', 1],
  ['99999999H', 2 ** 31 - 1],
])('%s is %d ms', (header, milliseconds) => {
  expect(parseTimeout(header)).toBe(milliseconds);
});

test.each([undefined, '', '5', 'S', '123456789S', '-1S', '5x'])('%s is no timeout', (header) => {
  expect(parseTimeout(header)).toBeUndefined();
});
