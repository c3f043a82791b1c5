import { Decimal } from '../../cty/decimal.js';
import { Dynamic } from '../../cty/dynamic.js';
import type { Value } from '../../cty/value.js';
import type { Fault, Validator } from '../schema/attribute.js';
import { faultsOf } from './faults.js';

type Held<E> = readonly E[] | { readonly [key: string]: E };

/**
 * Each element of a list, a set or a map by itself; what is wrong is said of the element.
 *
 * @example
 * attr.list('string', { optional: true, validators: [each(oneOf('read', 'write'))] });
 */
export function each<E>(...validators: readonly Validator<E>[]): Validator<Held<E>> {
  return (held, at) => {
    const steps = Array.isArray(held) ? (key: string) => Number(key) : (key: string) => key;
    return some(
      Object.entries(held as { [key: string]: E }).flatMap(([key, element]) =>
        validators.flatMap((validator) => faultsOf(validator, element, [...at, steps(key)])),
      ),
    );
  };
}

/** Each key of a map. */
export function keys(...validators: readonly Validator<string>[]): Validator<{ readonly [key: string]: unknown }> {
  return (map, at) =>
    some(
      Object.keys(map).flatMap((key) =>
        validators.flatMap((validator) =>
          faultsOf(validator, key, [...at, key]).map((fault) => ({ ...fault, message: `The key: ${fault.message}` })),
        ),
      ),
    );
}

/**
 * No element twice; of objects, none that says the same by `of`.
 *
 * @example
 * attr.nested.list({ name: attr.string({ required: true }) }, { optional: true, validators: [unique(({ name }) => name)] });
 */
export function unique<E>(of: (element: E) => unknown = (element) => element): Validator<readonly E[]> {
  return (list, at) => {
    const seen = new Map<string, number>();
    return some(
      list.flatMap((element, index) => {
        const spelled = spell(of(element));
        const before = seen.get(spelled);
        if (before !== undefined) return [{ message: `Says the same as element ${before}.`, at: [...at, index] }];
        seen.set(spelled, index);
        return [];
      }),
    );
  };
}

/**
 * At least one of them has nothing against it.
 *
 * @example
 * attr.string({ required: true, validators: [anyOf(oneOf('auto'), pattern(/^\\d+$/, 'Must be a number.'))] });
 */
export function anyOf<V>(...validators: readonly Validator<V>[]): Validator<V> {
  return (value, at) => {
    const said = validators.map((validator) => faultsOf(validator, value, at));
    if (said.some((faults) => faults.length === 0)) return undefined;
    return said.map(([first]) => first!.message).join(' Or: ');
  };
}

function some(faults: readonly Fault[]): readonly Fault[] | undefined {
  return faults.length > 0 ? faults : undefined;
}

/** The same for what is the same, whatever the order of its keys. */
function spell(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return { number: String(inner) };
    if (inner instanceof Decimal) return { number: inner.toString() };
    if (inner instanceof Dynamic || Array.isArray(inner)) return inner;
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner as { [key: string]: Value }).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
