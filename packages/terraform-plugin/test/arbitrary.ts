import fc from 'fast-check';
import { hasDynamic } from '../src/cty/concrete.js';
import { conform } from '../src/cty/conform.js';
import { parseNumber } from '../src/cty/decimal.js';
import { Dynamic } from '../src/cty/dynamic.js';
import type { Fields, Type } from '../src/cty/type.js';
import { UNKNOWN } from '../src/cty/unknown.js';
import type { NumberValue, Value } from '../src/cty/value.js';

// For property tests alone: random types, and random canonical values of a type.

const word = fc.stringMatching(/^[a-z][a-z_0-9]{0,7}$/);
const name = fc.oneof(word, fc.constantFrom('__proto__', 'constructor', ''));

export const anyType: fc.Arbitrary<Type> = types(fc.constantFrom<Type>('string', 'number', 'bool', 'dynamic'));
const fixedType: fc.Arbitrary<Type> = types(fc.constantFrom<Type>('string', 'number', 'bool'));

/** Types as a configuration can write their values: attributes with the names that HCL allows, and nothing dynamic in collections. */
export const identifiedType: fc.Arbitrary<Type> = fc
  .oneof(types(fc.constantFrom<Type>('string', 'number', 'bool'), word), types(fc.constant<Type>('dynamic'), word))
  .filter(plainCollections);

function plainCollections(type: Type): boolean {
  if (typeof type === 'string') return true;
  if (type[0] === 'object' || type[0] === 'tuple') return Object.values<Type>(type[1]).every(plainCollections);
  return !hasDynamic(type[1]);
}

function types(leaf: fc.Arbitrary<Type>, named: fc.Arbitrary<string> = name): fc.Arbitrary<Type> {
  return fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.tuple(fc.constantFrom<'list' | 'set' | 'map'>('list', 'set', 'map'), tie('type')),
      fc.tuple(fc.constant<'tuple'>('tuple'), fc.array(tie('type'), { maxLength: 4 })),
      fc.tuple(
        fc.constant<'object'>('object'),
        fc.dictionary(named, tie('type'), { maxKeys: 4, noNullPrototype: true }),
      ),
    ),
  })).type;
}

/** Any text: composed and decomposed letters, halves of surrogate pairs, and what JSON and HCL escape. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('e\u0301', '\u00e9', '\ud800', '\udfff', '\u212b', '${', '%{', '"', '\\', '\u0000'),
  }),
);

export const anyNumber: fc.Arbitrary<NumberValue> = fc
  .oneof(
    fc.integer().map(String),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -60, max: 60 }))
      .map((p) => p.join('e')),
    fc.constantFrom('-0', '1e-400', '-1e-400', '1e400', '9007199254740993', '18446744073709551615', '5e-324'),
  )
  .map((text) => parseNumber(text)!);

/** A value as code might give it, which is not canonical yet. */
export function bareValue(type: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  const holes: Value[] = unknowns ? [null, UNKNOWN] : [null];
  return fc.oneof(
    { weight: 6, arbitrary: filled(type, unknowns) },
    { weight: 1, arbitrary: fc.constantFrom(...holes) },
  );
}

function filled(type: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  if (type === 'string') return anyText;
  if (type === 'bool') return fc.boolean();
  if (type === 'number') return anyNumber;
  if (type === 'dynamic') return fixedType.chain((own) => dynamic(own, unknowns));
  if (type[0] === 'tuple') {
    return type[1].length ? fc.tuple(...type[1].map((t) => bareValue(t, unknowns))) : fc.constant([]);
  }
  if (type[0] === 'object') return objectOf(type[1], (inner) => bareValue(inner, unknowns));
  const elements = hasDynamic(type[1])
    ? // All elements have one type, whatever that is.
      fixedType.map((own) => alike(type[1], own, unknowns))
    : fc.constant(bareValue(type[1], unknowns));
  return elements.chain((element) => collection(type[0], element, { maxLength: 5 }));
}

function dynamic(own: Type, unknowns: boolean): fc.Arbitrary<Dynamic> {
  return bareValue(own, unknowns).map((value) => new Dynamic(own, value as Value));
}

/** Values of a type in which every dynamic is of one and the same type. */
function alike(type: Type, own: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  if (type === 'dynamic') return dynamic(own, unknowns);
  if (typeof type === 'string' || !hasDynamic(type)) return bareValue(type, unknowns);
  if (type[0] === 'tuple') return fc.tuple(...type[1].map((inner) => alike(inner, own, unknowns)));
  if (type[0] === 'object') return objectOf(type[1], (inner) => alike(inner, own, unknowns));
  return collection(type[0], alike(type[1], own, unknowns), { minLength: 1, maxLength: 3 });
}

function collection(
  kind: 'list' | 'set' | 'map',
  element: fc.Arbitrary<unknown>,
  { minLength = 0, maxLength }: { minLength?: number; maxLength: number },
): fc.Arbitrary<object> {
  if (kind !== 'map') return fc.array(element, { minLength, maxLength });
  return fc.dictionary(name, element, { minKeys: minLength, maxKeys: maxLength, noNullPrototype: true });
}

function objectOf(fields: Fields, field: (type: Type) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const entries = Object.entries(fields).map(([key, type]) => field(type).map((value) => [key, value] as const));
  return entries.length === 0 ? fc.constant({}) : fc.tuple(...entries).map((pairs) => Object.fromEntries(pairs));
}

/** A type with a canonical value of it. */
export function typedValue({ unknowns = true, type = anyType } = {}): fc.Arbitrary<{ type: Type; value: Value }> {
  return type.chain((one) =>
    bareValue(one, unknowns).map((input) => {
      const value = conform(one, input, ({ at, message }) => {
        throw new Error(`the arbitrary made a misfit at ${at.join('.')}: ${message}`);
      });
      return { type: one, value };
    }),
  );
}
