import type { NumberValue } from './value.js';

/** An exact decimal number, `coefficient × 10^exponent`, for what neither `number` nor `bigint` can hold. */
export class Decimal {
  private constructor(
    readonly coefficient: bigint,
    readonly exponent: number,
  ) {}

  /**
   * Takes trailing zeros out of the coefficient, so that equal numbers have equal fields. Throws `RangeError` on an exponent that is not
   * whole or beyond ±100,000.
   */
  static of(coefficient: bigint, exponent: number): Decimal {
    if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_POWER) {
      throw new RangeError(`10 to the power of ${exponent} is nothing that Terraform can hold`);
    }
    if (coefficient === 0n) return new Decimal(0n, 0);
    let [digits, power] = [coefficient, exponent];
    if (digits % 10n !== 0n) return new Decimal(digits, power);
    // Many at a time, since each division of a long number takes long.
    let step = 1;
    while (digits % 10n ** BigInt(step * 2) === 0n) step *= 2;
    for (; step >= 1; step /= 2) {
      const zeros = 10n ** BigInt(step);
      while (digits % zeros === 0n) {
        digits /= zeros;
        power += step;
      }
    }
    return new Decimal(digits, power);
  }

  /** Plain digits where that stays short, else with an exponent. */
  toString(): string {
    const { exponent } = this;
    const sign = this.coefficient < 0n ? '-' : '';
    const digits = String(this.coefficient < 0n ? -this.coefficient : this.coefficient);
    if (Math.abs(exponent) > PLAIN_DIGITS) return `${sign}${digits}e${exponent}`;
    if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
    const point = digits.length + exponent;
    if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
    return `${sign}0.${'0'.repeat(-point)}${digits}`;
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(`${this.coefficient}e${this.exponent}`);
  }

  equals(other: Decimal): boolean {
    return this.coefficient === other.coefficient && this.exponent === other.exponent;
  }
}

/** More zeros than this are written as an exponent. */
const PLAIN_DIGITS = 400;
/** Far beyond what people write, and short of where arithmetic on so many digits would stall the process. */
const LARGEST_EXPONENT = 10_000;
const MOST_DIGITS = 20_000;
/** What a number that was read can come to, and some more. */
const LARGEST_POWER = 100_000;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads a decimal number as written and gives it its one canonical form: `number` if safe integer or a fraction whose
 * shortest notation is exactly this number, else `bigint` or {@link Decimal}. `undefined` if it is not a number, or has more than 20,000
 * digits or an exponent beyond ±10,000.
 */
export function parseNumber(text: string): NumberValue | undefined {
  const short = Number(text);
  if (String(short) === text && (Number.isSafeInteger(short) || (Number.isFinite(short) && !Number.isInteger(short)))) {
    return short;
  }
  const match = text.length <= MOST_DIGITS ? NUMBER.exec(text) : null;
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const exponent = Number(power);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const digits = BigInt(whole + fraction);
  return canonical(Decimal.of(sign === '-' ? -digits : digits, exponent - fraction.length));
}

/** The exact value of a double from the wire, which may have far more digits than its shortest notation. */
export function exactDouble(double: number): NumberValue {
  if (Number.isSafeInteger(double)) return double === 0 ? 0 : double;
  return canonical(exactDecimal(double));
}

/** The canonical form of a number that code made; fractions mean their shortest notation. Throws on NaN and infinity. */
export function canonicalNumber(value: NumberValue): NumberValue {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    return Number.isInteger(value) ? BigInt(value) : finite(value);
  }
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  }
  return canonical(value);
}

/** The decimal that a number stands for: integers exactly, fractions by their shortest notation (0.1 is one tenth). */
export function toDecimal(value: NumberValue): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'bigint') return Decimal.of(value, 0);
  if (Number.isInteger(value)) return Decimal.of(BigInt(value), 0);
  finite(value);
  const [mantissa = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return Decimal.of(BigInt(whole + fraction), Number(power) - fraction.length);
}

/** Exact comparison across the three forms. */
export function numbersEqual(a: NumberValue, b: NumberValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a === b;
  return toDecimal(a).equals(toDecimal(b));
}

/** Every fraction of a double is m/2^k, and so has exactly k decimal places. */
export function exactDecimal(double: number): Decimal {
  let scaled = finite(double);
  let places = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    places += 1;
  }
  return Decimal.of(BigInt(scaled) * 5n ** BigInt(places), -places);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that Terraform can hold`);
  return value;
}

function canonical(decimal: Decimal): NumberValue {
  if (decimal.exponent >= 0) {
    const integer = decimal.coefficient * 10n ** BigInt(decimal.exponent);
    return integer >= Number.MIN_SAFE_INTEGER && integer <= Number.MAX_SAFE_INTEGER ? Number(integer) : integer;
  }
  const double = decimal.toNumber();
  return Number.isFinite(double) && toDecimal(double).equals(decimal) ? double : decimal;
}
