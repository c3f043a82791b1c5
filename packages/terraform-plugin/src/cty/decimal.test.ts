import fc from 'fast-check';
import { anyNumber } from '../../test/arbitrary.js';
import { Decimal, exactDouble, numbersEqual, parseNumber, toDecimal } from './decimal.js';

test('each number has one form', () => {
  expect(parseNumber('12345678901234567890')).toBe(12345678901234567890n);
  expect(parseNumber('1e3')).toBe(1000);
  expect(parseNumber('1.50')).toBe(1.5);
  expect(parseNumber('-0')).toBe(0);
  expect(parseNumber('0.1')).toBe(0.1);
  expect(parseNumber('9007199254740993')).toBe(9007199254740993n);
  expect(parseNumber('0.12345678901234567890123')).toBeInstanceOf(Decimal);
  expect(String(parseNumber('0.12345678901234567890123'))).toBe('0.12345678901234567890123');
});

test('what is no number is undefined, and huge exponents do not stall', () => {
  for (const text of ['', '.', 'abc', '0x10', '1e', 'NaN', 'Infinity', '1e999999999']) {
    expect(parseNumber(text)).toBeUndefined();
  }
});

test('text and back is the same number', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      expect(numbersEqual(parseNumber(toDecimal(number).toString())!, number)).toBe(true);
      expect(parseNumber(toDecimal(number).toString())).toEqual(number);
    }),
  );
});

test('a double keeps its exact value', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
      expect(toDecimal(exactDouble(double)).toNumber()).toBe(double === 0 ? 0 : double);
    }),
  );
  expect(() => exactDouble(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
