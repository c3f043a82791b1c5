import fc from 'fast-check';
import { anyNumber } from '../../test/arbitrary.js';
import { runs } from '../../test/runs.js';
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
    runs(100),
  );
});

test('a double keeps its exact value', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
      expect(toDecimal(exactDouble(double)).toNumber()).toBe(double === 0 ? 0 : double);
    }),
    runs(100),
  );
  expect(() => exactDouble(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

/** What a number comes to, by arithmetic on whole numbers alone. */
function ratio(text: string): [bigint, bigint] {
  const [, sign, whole, fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/i.exec(
    text.replace('+', ''),
  )!;
  const numerator = BigInt(`${sign}${whole}${fraction}`);
  const exponent = Number(power) - fraction.length;
  return exponent < 0 ? [numerator, 10n ** BigInt(-exponent)] : [numerator * 10n ** BigInt(exponent), 1n];
}

test('what is read and written is the number that was written', () => {
  const digits = fc.stringMatching(/^\d{1,40}$/);
  const written = fc.tuple(
    fc.constantFrom('', '-'),
    digits,
    fc.option(digits),
    fc.option(fc.integer({ min: -450, max: 450 })),
  );
  fc.assert(
    fc.property(written, ([sign, whole, fraction, power]) => {
      const text = `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${power === null ? '' : `e${power}`}`;
      const [a, b] = ratio(text);
      const number = parseNumber(text)!;
      const [c, d] = ratio(typeof number === 'number' ? toDecimal(number).toString() : String(number));
      expect(a * d).toBe(c * b);
      if (typeof number === 'number') expect(Number(text) + 0).toBe(number);
      expect(numbersEqual(number, parseNumber(toDecimal(number).toString())!)).toBe(true);
    }),
    runs(500),
  );
});

test('a number of many digits is read at once, and one of too many is none', () => {
  const zeros = `1${'0'.repeat(19_999)}`;
  expect(parseNumber(zeros)).toBe(10n ** 19_999n);
  expect(Decimal.of(10n ** 50_000n, -50_000).toString()).toBe('1');
  expect(parseNumber(`0.${'0'.repeat(10_000)}1`)).toEqual(Decimal.of(1n, -10_001));
  expect(parseNumber(`${zeros}0`)).toBeUndefined();
  for (const exponent of [1e9, -1e9, 0.5, Number.NaN]) expect(() => Decimal.of(1n, exponent)).toThrow(RangeError);
});
