import type { Validator } from '../schema/attribute.js';

/** One of these texts. */
export function oneOf(...allowed: readonly string[]): Validator<string> {
  const list = allowed.map((word) => JSON.stringify(word)).join(', ');
  return (value) => (allowed.includes(value) ? undefined : `Must be one of ${list}.`);
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
export function between(min: number, max: number): Validator<number> {
  return (value) => (value >= min && value <= max ? undefined : `Must be ${range(min, max, 'from ')}.`);
}

/** From `min` to `max` elements. */
export function sizeBetween(min: number, max: number): Validator<readonly unknown[] | { [key: string]: unknown }> {
  return (value) => {
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    return size >= min && size <= max ? undefined : `Must have ${range(min, max)} elements, not ${size}.`;
  };
}

function range(min: number, max: number, from = ''): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return min === Number.NEGATIVE_INFINITY ? `at most ${max}` : `${from}${min} to ${max}`;
}
