import fc from 'fast-check';
import { conform } from '../src/cty/conform.js';
import { parseNumber } from '../src/cty/decimal.js';
import { Dynamic } from '../src/cty/dynamic.js';
import type { Type } from '../src/cty/type.js';
import { UNKNOWN } from '../src/cty/unknown.js';
import type { NumberValue, Value } from '../src/cty/value.js';

// For property tests alone: random types, and random canonical values of a type.

const name = fc.oneof(fc.stringMatching(/^[a-z][a-z_0-9]{0,7}$/), fc.constantFrom('__proto__', 'constructor', ''));

export const anyType: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Type>('string', 'number', 'bool', 'dynamic'),
    fc.tuple(fc.constantFrom<'list' | 'set' | 'map'>('list', 'set', 'map'), tie('type')),
    fc.tuple(fc.constant<'tuple'>('tuple'), fc.array(tie('type'), { maxLength: 4 })),
    fc.tuple(fc.constant<'object'>('object'), fc.dictionary(name, tie('type'), { maxKeys: 4, noNullPrototype: true })),
  ),
})).type;

export const anyNumber: fc.Arbitrary<NumberValue> = fc
  .oneof(
    fc.integer().map(String),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -60, max: 60 }))
      .map((p) => p.join('e')),
  )
  .map((text) => parseNumber(text)!);

function bare(type: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  const holes: Value[] = unknowns ? [null, UNKNOWN] : [null];
  return fc.oneof(
    { weight: 6, arbitrary: filled(type, unknowns) },
    { weight: 1, arbitrary: fc.constantFrom(...holes) },
  );
}

function filled(type: Type, unknowns: boolean): fc.Arbitrary<unknown> {
  if (type === 'string') return fc.string({ unit: 'binary' });
  if (type === 'bool') return fc.boolean();
  if (type === 'number') return anyNumber;
  if (type === 'dynamic') {
    const concrete = fc.constantFrom<Type>('string', ['list', 'number'], ['object', { a: 'bool' }], ['set', 'string']);
    return concrete.chain((own) => bare(own, unknowns).map((value) => new Dynamic(own, value as Value)));
  }
  if (type[0] === 'list' || type[0] === 'set') return fc.array(bare(type[1], unknowns), { maxLength: 5 });
  if (type[0] === 'map') return fc.dictionary(name, bare(type[1], unknowns), { maxKeys: 4, noNullPrototype: true });
  if (type[0] === 'tuple') return type[1].length ? fc.tuple(...type[1].map((t) => bare(t, unknowns))) : fc.constant([]);
  const fields = Object.entries(type[1]).map(([key, t]) => bare(t, unknowns).map((value) => [key, value] as const));
  return fields.length === 0 ? fc.constant({}) : fc.tuple(...fields).map((entries) => Object.fromEntries(entries));
}

/** A type with a canonical value of it. */
export function typedValue({ unknowns = true } = {}): fc.Arbitrary<{ type: Type; value: Value }> {
  return anyType.chain((type) =>
    bare(type, unknowns).map((input) => {
      const value = conform(type, input, ({ at, message }) => {
        throw new Error(`the arbitrary made a misfit at ${at.join('.')}: ${message}`);
      });
      return { type, value };
    }),
  );
}
