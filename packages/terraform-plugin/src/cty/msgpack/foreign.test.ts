import { decode, ExtData, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { typedValue } from '../../../test/arbitrary.js';
import { runs } from '../../../test/runs.js';
import { Decimal, numbersEqual, parseNumber, toDecimal } from '../decimal.js';
import { Dynamic } from '../dynamic.js';
import { identity, valuesEqual } from '../equal.js';
import { put } from '../put.js';
import { parseType, type Type } from '../type.js';
import { isUnknown, UNKNOWN } from '../unknown.js';
import type { NumberValue, ObjectValue, Value } from '../value.js';
import { decodeMsgpack } from './decode.js';
import { encodeMsgpack } from './encode.js';

// What is written and read here, a msgpack library of others reads and writes as well. What core makes of msgpack: go-cty,
// docs of cty/msgpack and its behaviour, read 2026-11.

/** As core refines what it does not know: bounds of numbers and lengths, a prefix, whether null is ruled out. */
const refinements: readonly unknown[] = [
  { 1: false },
  { 1: false, 2: 'https://' },
  { 3: [0, true], 4: [10, false] },
  { 5: 1, 6: 3 },
  {},
];

/** A value as core would hand it to a msgpack library. `pick` decides where there is a choice. */
function asCore(type: Type, value: Value, pick: (count: number) => number): unknown {
  if (value === null) return null;
  if (isUnknown(value)) {
    const choice = pick(refinements.length + 1);
    const refined = refinements[choice];
    return refined === undefined ? new ExtData(0, new Uint8Array(1)) : new ExtData(12, encode(numberKeys(refined)));
  }
  if (type === 'number') return numberAsCore(value as NumberValue);
  if (type === 'dynamic') {
    const { type: own, value: inner } = value as Dynamic;
    return [new TextEncoder().encode(JSON.stringify(own)), asCore(own, inner, pick)];
  }
  if (typeof type === 'string') return value;
  if (type[0] === 'tuple') return type[1].map((inner, index) => asCore(inner, (value as Value[])[index]!, pick));
  if (type[0] === 'list' || type[0] === 'set') return (value as Value[]).map((inner) => asCore(type[1], inner, pick));
  const object = {};
  for (const key of Object.keys(value as ObjectValue).sort()) {
    put(object, key, asCore(type[0] === 'map' ? type[1] : type[1][key]!, (value as ObjectValue)[key]!, pick));
  }
  return object;
}

function numberKeys(refined: unknown): Map<number, unknown> {
  return new Map(Object.entries(refined as object).map(([key, value]) => [Number(key), value]));
}

/** Integers of 64 bits and exact doubles as such, all else as a text of plain digits. */
function numberAsCore(value: NumberValue): unknown {
  const { coefficient, exponent } = toDecimal(value);
  if (exponent >= 0) {
    const integer = coefficient * 10n ** BigInt(exponent);
    if (integer >= -(2n ** 63n) && integer < 2n ** 63n) return Number.isSafeInteger(value) ? value : integer;
    return String(integer);
  }
  const digits = String(coefficient < 0n ? -coefficient : coefficient).padStart(1 - exponent, '0');
  const text = `${coefficient < 0n ? '-' : ''}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
  return text;
}

/** What core would make of what a msgpack library has read. */
function readAsCore(type: Type, read: unknown): Value {
  if (read === null) return null;
  if (read instanceof ExtData) return UNKNOWN;
  if (type === 'dynamic') {
    const [head, inner] = read as [Uint8Array, unknown];
    const own = parseType(JSON.parse(new TextDecoder().decode(head)));
    return new Dynamic(own, readAsCore(own, inner));
  }
  if (type === 'number') return numberFrom(read);
  if (typeof type === 'string') {
    expect(typeof read).toBe(type === 'bool' ? 'boolean' : type);
    return read as Value;
  }
  if (type[0] === 'map' || type[0] === 'object') {
    const object: ObjectValue = {};
    for (const [key, inner] of Object.entries(read as object)) {
      put(object, key, readAsCore(type[0] === 'map' ? type[1] : type[1][key]!, inner));
    }
    if (type[0] === 'object') expect(Object.keys(object).sort()).toEqual(Object.keys(type[1]).sort());
    return object;
  }
  expect(Array.isArray(read)).toBe(true);
  return (read as unknown[]).map((inner, index) => readAsCore(type[0] === 'tuple' ? type[1][index]! : type[1], inner));
}

function numberFrom(read: unknown): NumberValue {
  if (typeof read === 'string') return parseNumber(read)!;
  if (typeof read === 'bigint' || Number.isInteger(read)) return Decimal.of(BigInt(read as bigint), 0);
  // A double says its exact value: m/2^k, with k decimal places.
  let [mantissa, places] = [read as number, 0];
  for (; !Number.isInteger(mantissa); mantissa *= 2) places += 1;
  return Decimal.of(BigInt(mantissa) * 5n ** BigInt(places), -places);
}

/** The library refuses a key of this name, to protect whom it does not concern here. */
const readable = (type: Type, value: Value) => !identity(type, value).includes('"__proto__"');

test('what is written here, the library reads', () => {
  fc.assert(
    fc.property(typedValue(), ({ type, value }) => {
      fc.pre(readable(type, value));
      const read = decode(encodeMsgpack(type, value), { useBigInt64: true });
      expect(valuesEqual(type, readAsCore(type, read), value)).toBe(true);
    }),
    runs(500),
  );
});

test('what the library writes as core would, is read here', () => {
  fc.assert(
    fc.property(typedValue(), fc.infiniteStream(fc.nat()), ({ type, value }, choices) => {
      const pick = (count: number) => choices.next().value % count;
      const bytes = encode(asCore(type, value, pick), { useBigInt64: true });
      expect(valuesEqual(type, decodeMsgpack(type, bytes), value)).toBe(true);
    }),
    runs(500),
  );
});

test('attributes are read in whatever order they come', () => {
  const shuffled = (value: unknown, order: (count: number) => number): unknown => {
    if (Array.isArray(value)) return value.map((inner) => shuffled(inner, order));
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    const left = Object.entries(value);
    const object = {};
    while (left.length > 0) {
      const [[key, inner]] = left.splice(order(left.length), 1) as [[string, unknown]];
      put(object, key, shuffled(inner, order));
    }
    return object;
  };
  fc.assert(
    fc.property(typedValue(), fc.infiniteStream(fc.nat()), ({ type, value }, choices) => {
      const pick = (count: number) => choices.next().value % count;
      const sorted = asCore(type, value, () => 0);
      const [one, other] = [sorted, shuffled(sorted, pick)].map((all) => encode(all, { useBigInt64: true }));
      expect(valuesEqual(type, decodeMsgpack(type, one!), decodeMsgpack(type, other!))).toBe(true);
    }),
    runs(300),
  );
});

test('texts of every length are written in the shortest form', () => {
  const texts = ['x', 'é', '€', '😀', '\ud800'].flatMap((unit) =>
    [0, 1, 7, 10, 11, 15, 16, 31, 32, 63, 64, 85, 86, 127, 128, 255, 256, 65_535, 65_536].map((count) =>
      unit.repeat(count),
    ),
  );
  for (const text of texts) {
    const ours = encodeMsgpack('string', text);
    expect(Buffer.compare(ours, encode(Buffer.from(text, 'utf8').toString('utf8')))).toBe(0);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(Buffer.compare(encodeMsgpack('string', text), encode(Buffer.from(text).toString()))).toBe(0);
    }),
    runs(200),
  );
});

test('a fraction is written in plain digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
      fc.pre(!Number.isInteger(double));
      expect(decode(encodeMsgpack('number', double))).toBe(toDecimal(double).toString());
    }),
    runs(300),
  );
});

test('doubles, of 32 and 64 bits, are what they are exactly', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), (double, forceFloat32) => {
      const bytes = encode(double, { forceFloat32, forceIntegerToFloat: true });
      const sent = forceFloat32 ? Math.fround(double) : double;
      fc.pre(Number.isFinite(sent));
      expect(numbersEqual(decodeMsgpack('number', bytes) as NumberValue, numberFrom(sent))).toBe(true);
    }),
    runs(300),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%d is refused, where it stands',
  (double) => {
    const bytes = encode({ ratios: [0.5, double] });
    expect(() => decodeMsgpack(['object', { ratios: ['list', 'number'] }], bytes)).toThrow(
      `ratios[1]: ${double} is not a number that Terraform can hold`,
    );
  },
);
