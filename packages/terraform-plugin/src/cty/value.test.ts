import fc from 'fast-check';
import { typedValue } from '../../test/arbitrary.js';
import { conform, type Misfit } from './conform.js';
import { Dynamic } from './dynamic.js';
import { identity, valuesEqual } from './equal.js';
import { fromJson, toJson } from './json.js';
import { parseJson, stringifyJson } from './json-text.js';
import { decodeMsgpack } from './msgpack/decode.js';
import { encodeMsgpack } from './msgpack/encode.js';
import type { Type } from './type.js';
import { UNKNOWN } from './unknown.js';

const strict = (misfit: Misfit) => {
  throw new Error(`${misfit.at.join('.')} ${misfit.message}`);
};

describe('every value of every type', () => {
  test('comes through msgpack as it was', () => {
    fc.assert(
      fc.property(typedValue(), ({ type, value }) => {
        const back = decodeMsgpack(type, encodeMsgpack(type, value));
        expect(valuesEqual(type, back, value)).toBe(true);
        expect(Buffer.from(encodeMsgpack(type, back))).toEqual(Buffer.from(encodeMsgpack(type, value)));
      }),
      { numRuns: 500 },
    );
  });

  test('comes through JSON as it was', () => {
    fc.assert(
      fc.property(typedValue({ unknowns: false }), ({ type, value }) => {
        const json = parseJson(stringifyJson(toJson(type, value)));
        const back = conform(type, fromJson(type, json, strict), strict);
        expect(valuesEqual(type, back, value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is canonical after one pass', () => {
    fc.assert(
      fc.property(typedValue(), ({ type, value }) => {
        expect(valuesEqual(type, conform(type, value, strict), value)).toBe(true);
      }),
    );
  });

  test('is equal exactly where its identity is', () => {
    fc.assert(
      fc.property(
        typedValue({ unknowns: false }).chain(({ type, value }) =>
          fc.tuple(fc.constant(type), fc.constant(value), typedValue({ unknowns: false })),
        ),
        ([type, value, other]) => {
          const misfits: Misfit[] = [];
          const second = conform(type, other.value, (misfit) => misfits.push(misfit));
          expect(valuesEqual(type, value, second)).toBe(identity(type, value) === identity(type, second));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('damaged msgpack', () => {
  test('is refused or read, but never anything else than an Error', () => {
    fc.assert(
      fc.property(typedValue(), fc.nat(), fc.nat(255), ({ type, value }, position, byte) => {
        const bytes = Buffer.from(encodeMsgpack(type, value));
        bytes[position % bytes.length] = byte;
        try {
          decodeMsgpack(type, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('cut short is always refused', () => {
    fc.assert(
      fc.property(typedValue(), fc.nat(), ({ type, value }, length) => {
        const bytes = encodeMsgpack(type, value);
        expect(() => decodeMsgpack(type, bytes.subarray(0, length % bytes.length))).toThrow();
      }),
    );
  });

  test('says where', () => {
    const bytes = encodeMsgpack(['object', { disks: ['list', ['object', { size: 'string' }]] }], {
      disks: [{ size: 'big' }],
    });
    expect(() => decodeMsgpack(['object', { disks: ['list', ['object', { size: 'number' }]] }], bytes)).toThrow(
      'disks[0].size must be number',
    );
    expect(() => decodeMsgpack(['object', {}], bytes)).toThrow('disks has no attribute disks');
  });
});

describe('msgpack as core writes it', () => {
  const decode = (type: Type, hex: string) => decodeMsgpack(type, Buffer.from(hex.replaceAll(' ', ''), 'hex'));

  test('any extension is an unknown', () => {
    expect(decode('string', 'd4 00 00')).toBe(UNKNOWN);
    expect(decode('string', 'c7 03 0c 81 01 c2')).toBe(UNKNOWN); // 12: an unknown that is not null
    expect(decode(['list', 'string'], '92 a1 61 d4 00 00')).toEqual(['a', UNKNOWN]);
    expect(Buffer.from(encodeMsgpack('number', UNKNOWN)).toString('hex')).toBe('d40000');
  });

  test('numbers in every form', () => {
    expect(decode('number', '05')).toBe(5);
    expect(decode('number', 'ff')).toBe(-1);
    expect(decode('number', 'cd 01 00')).toBe(256);
    expect(decode('number', 'd1 ff 00')).toBe(-256);
    expect(decode('number', 'cf ff ff ff ff ff ff ff ff')).toBe(2n ** 64n - 1n);
    expect(decode('number', 'cb 3f e0 00 00 00 00 00 00')).toBe(0.5);
    expect(decode('number', 'a3 30 2e 31')).toBe(0.1); // the text 0.1
  });

  test('a double is not the decimal that it prints as', () => {
    const double = decode('number', 'cb 3f b9 99 99 99 99 99 9a');
    expect(String(double)).toBe('0.1000000000000000055511151231257827021181583404541015625');
    expect(Buffer.from(encodeMsgpack('number', double)).toString('hex')).toBe('cb3fb999999999999a');
    expect(valuesEqual('number', double, 0.1)).toBe(false);
    expect(Buffer.from(encodeMsgpack('number', 0.1)).toString('hex')).toBe('a3302e31');
  });

  test('a dynamic carries its type', () => {
    const value = decode('dynamic', `92 c4 08 ${Buffer.from('"string"').toString('hex')} a1 78`);
    expect(value).toEqual(new Dynamic('string', 'x'));
    expect(decode('dynamic', 'c0')).toBeNull();
  });
});

describe('large values', () => {
  test('a list nested 300 deep and a string of 60 MB come through', () => {
    let [type, value]: [Type, unknown] = ['string', 'core'];
    for (let depth = 0; depth < 300; depth += 1) [type, value] = [['list', type], [value]];
    const deep = conform(type, value, strict);
    expect(valuesEqual(type, decodeMsgpack(type, encodeMsgpack(type, deep)), deep)).toBe(true);

    const large = 'ü'.repeat(30_000_000);
    expect(decodeMsgpack('string', encodeMsgpack('string', large)) === large).toBe(true);
  });
});
