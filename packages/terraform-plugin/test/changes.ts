import fc from 'fast-check';
import { conform } from '../src/cty/conform.js';
import { Dynamic } from '../src/cty/dynamic.js';
import { isNull } from '../src/cty/known.js';
import type { Type } from '../src/cty/type.js';
import { isUnknown, UNKNOWN } from '../src/cty/unknown.js';
import type { ObjectValue, Value } from '../src/cty/value.js';
import type { Attribute, Attributes } from '../src/framework/schema/attribute.js';
import { compileSchema } from '../src/framework/schema/compiled.js';
import { bareValue, identifiedType } from './arbitrary.js';

// Random changes of random resources, and what a provider might make of them: mostly right, somewhere wrong.

/** A change as core asks for it. */
export interface Change {
  readonly attributes: Attributes;
  readonly config: ObjectValue;
  /** Null for a create. */
  readonly prior: ObjectValue | null;
}

const flags = fc.constantFrom<Partial<Attribute>>(
  { required: true },
  { optional: true },
  { optional: true },
  { computed: true },
  { optional: true, computed: true },
);
const simple = fc.constantFrom<Type>(
  'string',
  'string',
  'number',
  'bool',
  ['list', 'string'],
  ['set', 'string'],
  ['map', 'number'],
);
const leafOf = (type: fc.Arbitrary<Type>) =>
  fc.tuple(flags, type).map(([own, one]) => ({ ...own, type: one }) as Attribute);
const writeOnly = fc.constant<Attribute>({ optional: true, writeOnly: true, type: 'string' });
const flat = leafOf(simple);
const leaf = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 3, arbitrary: leafOf(identifiedType) },
  { weight: 1, arbitrary: writeOnly },
);
const nesting = fc.constantFrom('single', 'list', 'map', 'set');

function nestedOf(inner: fc.Arbitrary<Attribute>): fc.Arbitrary<Attribute> {
  return fc.tuple(flags, nesting, fc.array(inner, { minLength: 1, maxLength: 3 })).map(([own, nested, list]) => {
    return { ...own, nested, attributes: named(list) } as Attribute;
  });
}

const inCollection = fc.oneof({ weight: 3, arbitrary: flat }, { weight: 1, arbitrary: nestedOf(flat) });
const attribute = fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: nestedOf(inCollection) });
export const anyAttributes: fc.Arbitrary<Attributes> = fc.array(attribute, { minLength: 1, maxLength: 4 }).map(named);

function named(list: readonly Attribute[]): Attributes {
  return Object.fromEntries(list.map((one, index) => [`a${index}`, one]));
}

/** `unknowns`: whether the configuration may hold values that are not known yet. */
export function changes(unknowns: boolean): fc.Arbitrary<Change> {
  return anyAttributes.chain((attributes) => {
    const prior = objectOf(attributes, (one) => priorOf(one));
    return fc
      .tuple(
        objectOf(attributes, (one) => configOf(one, unknowns)),
        fc.option(prior, { freq: 4 }),
      )
      .map(([config, before]) => ({
        attributes,
        config: settle(attributes, config),
        prior: before && settle(attributes, before),
      }));
  });
}

function objectOf(attributes: Attributes, of: (attribute: Attribute) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .tuple(...Object.entries(attributes).map(([name, one]) => of(one).map((value) => [name, value] as const)))
    .map((pairs) => Object.fromEntries(pairs));
}

function settle(attributes: Attributes, value: unknown): ObjectValue {
  return conform(compileSchema({ attributes }).type, value, ({ at, message }) => {
    throw new Error(`${at.join('.')} ${message}`);
  }) as ObjectValue;
}

/** What a user may write: nothing of what is only computed. */
function configOf(own: Attribute, unknowns: boolean): fc.Arbitrary<unknown> {
  if (own.computed && !own.optional) return fc.constant(null);
  const holes = [...(own.required ? [] : [null]), ...(unknowns ? [UNKNOWN] : [])];
  const filled =
    'nested' in own ? collectionOf(own, (inner) => configOf(inner, unknowns)) : present(own.type, unknowns);
  return holes.length === 0 ? filled : fc.oneof({ weight: 4, arbitrary: filled }, fc.constantFrom(...holes));
}

/** What a state may hold: anything of the type, and write-only values never. */
function priorOf(own: Attribute): fc.Arbitrary<unknown> {
  if (own.writeOnly) return fc.constant(null);
  const filled = 'nested' in own ? collectionOf(own, priorOf) : present(own.type, false);
  return fc.oneof({ weight: 5, arbitrary: filled }, fc.constant(null));
}

function present(type: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  // A few texts only, so that values meet.
  if (type === 'string') return fc.constantFrom('x', 'X', 'y', '');
  return bareValue(type, unknowns).filter((value) => !isNull(value as Value) && !isUnknown(value));
}

function collectionOf(own: Attribute, of: (attribute: Attribute) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (!('nested' in own)) return fc.constant(null);
  const element = objectOf(own.attributes, of);
  if (own.nested === 'single') return element;
  if (own.nested === 'map') return fc.dictionary(fc.constantFrom('k', 'l', 'm'), element, { noNullPrototype: true });
  return fc.array(element, { maxLength: 3 });
}

/** Numbers from 0 to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `base` with some places changed: to null, to unknown, to a value of another moment, to any other value; elements come and go. With
 * `often` 0 nothing is. The whole is never replaced.
 */
export function varied(
  type: Type,
  base: Value,
  others: readonly Value[],
  roll: () => number,
  often: number,
  unknowns = true,
): Value {
  const vary = (own: Type, value: Value, rest: readonly Value[]): Value => {
    if (own !== type && roll() < often) {
      const choice = roll();
      if (choice < 0.2) return null;
      if (choice < 0.4) return unknowns ? UNKNOWN : null;
      if (choice < 0.7 && rest.length > 0) return rest[Math.floor(roll() * rest.length)]!;
      return other(own, roll, unknowns);
    }
    if (value === null || isUnknown(value) || typeof own === 'string') return value;
    if (own[0] === 'object' || own[0] === 'map') {
      const entries = Object.entries(value as ObjectValue).map(([key, inner]) => {
        const elsewhere = rest.flatMap((one) => (isObject(one) && Object.hasOwn(one, key) ? [one[key]!] : []));
        return [key, vary(own[0] === 'map' ? own[1] : own[1][key]!, inner, elsewhere)] as const;
      });
      if (own[0] === 'map' && roll() < often) entries.pop();
      if (own[0] === 'map' && roll() < often) entries.push(['n', other(own[1], roll, unknowns)]);
      return Object.fromEntries(entries);
    }
    const list = (value as Value[]).map((inner, index) => {
      const elsewhere = rest.flatMap((one) => (Array.isArray(one) && index < one.length ? [one[index]!] : []));
      return vary(own[0] === 'tuple' ? own[1][index]! : own[1], inner, elsewhere);
    });
    if (own[0] !== 'tuple' && roll() < often) list.pop();
    if (own[0] !== 'tuple' && roll() < often) list.push(other(own[1], roll, unknowns));
    if (own[0] === 'list' && roll() < often) list.reverse();
    return list;
  };
  return vary(type, base, others);
}

function other(type: Type, roll: () => number, unknowns: boolean): Value {
  const seed = Math.floor(roll() * 2 ** 31);
  const [value] = type === 'string' ? ['XYxyz'[seed % 5]] : fc.sample(bareValue(type, unknowns), { numRuns: 1, seed });
  return value as Value;
}

/** What a resource might have decided, at random, for all that is unknown. */
export function decided(type: Type, value: Value, roll: () => number): Value {
  if (isUnknown(value)) return other(type, roll, false);
  if (value instanceof Dynamic) return new Dynamic(value.type, decided(value.type, value.value, roll));
  if (value === null || typeof type === 'string') return value;
  if (type[0] === 'object' || type[0] === 'map') {
    return Object.fromEntries(
      Object.entries(value as ObjectValue).map(([key, inner]) => [
        key,
        decided(type[0] === 'map' ? type[1] : type[1][key]!, inner, roll),
      ]),
    );
  }
  return (value as Value[]).map((inner, index) =>
    decided(type[0] === 'tuple' ? type[1][index]! : type[1], inner, roll),
  );
}

function isObject(value: Value): value is ObjectValue {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The value of a random thing, brought into its form; what does not fit is null. */
export function canonical(attributes: Attributes, value: Value, unknowns = true): ObjectValue {
  return conform(compileSchema({ attributes }).type, value, () => {}, unknowns) as ObjectValue;
}
