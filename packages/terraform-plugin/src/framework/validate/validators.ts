import { Decimal } from '../../cty/decimal.js';
import type { NumberValue } from '../../cty/value.js';
import type { Validator } from '../schema/attribute.js';

/** A validator of texts, or of numbers. */
type Of<T> = Validator<T extends string ? string : number>;

/** One of these texts or numbers. */
export function oneOf<T extends string | number>(...allowed: readonly T[]): Of<T> {
  const known = new Set<string | number>(allowed);
  return (value) => (known.has(value) ? undefined : `Must be one of ${listed(allowed)}.`);
}

/** None of these texts or numbers. */
export function noneOf<T extends string | number>(...forbidden: readonly T[]): Of<T> {
  const known = new Set<string | number>(forbidden);
  return (value) => (known.has(value) ? `Must not be ${listed(forbidden, ' or ')}.` : undefined);
}

/** A text that matches; `description` says it in words. */
export function pattern(expression: RegExp, description: string): Validator<string> {
  const whole = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''));
  return (value) => (whole.test(value) ? undefined : description);
}

/** From `min` to `max` characters, counted as a person does (code points). */
export function lengthBetween(min: number, max: number): Validator<string> {
  return (value) => {
    const length = [...value].length;
    return length >= min && length <= max ? undefined : `Must be ${range(min, max)} characters long, not ${length}.`;
  };
}

/** A number from `min` to `max`, both included; infinite: no limit on that side. */
export function between(min: number, max: number): Validator<NumberValue> {
  return (value) => {
    const number = value instanceof Decimal ? value.toNumber() : value;
    return number >= min && number <= max ? undefined : `Must be ${range(min, max, 'from ')}.`;
  };
}

/** From `min` to `max` elements. */
export function sizeBetween(min: number, max: number): Validator<readonly unknown[] | { [key: string]: unknown }> {
  return (value) => {
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    return size >= min && size <= max ? undefined : `Must have ${range(min, max)} elements, not ${size}.`;
  };
}

function listed(words: readonly (string | number)[], between = ', '): string {
  return words.map((word) => JSON.stringify(word)).join(between);
}

function range(min: number, max: number, from = ''): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return min === Number.NEGATIVE_INFINITY ? `at most ${max}` : `${from}${min} to ${max}`;
}
