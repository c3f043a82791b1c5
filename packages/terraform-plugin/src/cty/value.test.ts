import fc from 'fast-check';
import { anyType, typedValue } from '../../test/arbitrary.js';
import { damaged, someDamage } from '../../test/damage.js';
import { runs } from '../../test/runs.js';
import { conform, type Misfit } from './conform.js';
import { Dynamic } from './dynamic.js';
import { identity, valuesEqual } from './equal.js';
import { fromJson, toJson } from './json.js';
import { type Json, parseJson, stringifyJson } from './json-text.js';
import { decodeMsgpack } from './msgpack/decode.js';
import { encodeMsgpack } from './msgpack/encode.js';
import { formatPath } from './path.js';
import type { Type } from './type.js';
import { UNKNOWN } from './unknown.js';
import type { Value } from './value.js';

const strict = (misfit: Misfit) => {
  throw new Error(`${misfit.at.join('.')} ${misfit.message}`);
};

const asJson = ({ type, value }: { type: Type; value: Value }): unknown =>
  JSON.parse(stringifyJson(toJson(type, value)));

describe('every value of every type', () => {
  test('comes through msgpack as it was', () => {
    fc.assert(
      fc.property(typedValue(), ({ type, value }) => {
        const back = decodeMsgpack(type, encodeMsgpack(type, value));
        expect(valuesEqual(type, back, value)).toBe(true);
        expect(Buffer.from(encodeMsgpack(type, back))).toEqual(Buffer.from(encodeMsgpack(type, value)));
      }),
      runs(500),
    );
  });

  test('comes through JSON as it was', () => {
    fc.assert(
      fc.property(typedValue({ unknowns: false }), ({ type, value }) => {
        const json = parseJson(stringifyJson(toJson(type, value)));
        const back = conform(type, fromJson(type, json, strict), strict);
        expect(valuesEqual(type, back, value)).toBe(true);
      }),
      runs(500),
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
      runs(300),
    );
  });
});

/** Reads, or says by path or position why it cannot; what it has read, it can write and read again. */
function readOrSayWhere(type: Type, bytes: Uint8Array): void {
  let value: ReturnType<typeof decodeMsgpack>;
  try {
    value = decodeMsgpack(type, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(
      /^(the value|[\s\S]+): (must be|is not|lacks|not a type|a type is|nested|[\s\S]*JSON|the msgpack value is cut short|0x\w+ at byte|.* is not a number)|bytes follow/,
    );
    return;
  }
  const canonical = conform(type, value, () => {});
  expect(valuesEqual(type, decodeMsgpack(type, encodeMsgpack(type, canonical)), canonical)).toBe(true);
}

describe('damaged msgpack', () => {
  test('is read, or refused by path or position', () => {
    fc.assert(
      fc.property(typedValue(), fc.array(someDamage, { minLength: 1, maxLength: 4 }), ({ type, value }, harms) => {
        readOrSayWhere(type, damaged(encodeMsgpack(type, value), harms));
      }),
      runs(1000),
    );
  });

  test('or of another type, or no msgpack at all, likewise', () => {
    fc.assert(
      fc.property(typedValue(), typedValue(), ({ type }, other) => {
        readOrSayWhere(type, encodeMsgpack(other.type, other.value));
      }),
      runs(300),
    );
    fc.assert(
      fc.property(anyType, fc.uint8Array({ maxLength: 60 }), (type, bytes) => readOrSayWhere(type, bytes)),
      runs(1000),
    );
  });

  test('cut short is always refused', () => {
    fc.assert(
      fc.property(typedValue(), fc.nat(), ({ type, value }, length) => {
        const bytes = encodeMsgpack(type, value);
        expect(() => decodeMsgpack(type, bytes.subarray(0, length % bytes.length))).toThrow('cut short');
      }),
      runs(300),
    );
  });

  test('lacks no attribute and has none twice', () => {
    const type: Type = ['object', { a: 'string', b: 'string' }];
    const read = (hex: string) => () => decodeMsgpack(type, Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    expect(read('81 a1 61 c0')).toThrow('the value: lacks the attribute b');
    expect(read('82 a1 61 c0 a1 61 c0')).toThrow('the value: lacks the attribute b');
    expect(read('82 a1 61 c0 a1 62 c0')()).toEqual({ a: null, b: null });
  });

  test('says where', () => {
    const bytes = encodeMsgpack(['object', { disks: ['list', ['object', { size: 'string' }]] }], {
      disks: [{ size: 'big' }],
    });
    expect(() => decodeMsgpack(['object', { disks: ['list', ['object', { size: 'number' }]] }], bytes)).toThrow(
      'disks[0].size: must be number',
    );
    expect(() => decodeMsgpack(['object', {}], bytes)).toThrow('disks: is not an attribute of the schema');
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

describe('any JSON', () => {
  test('is brought into any type, or what does not fit is said by path', () => {
    fc.assert(
      fc.property(anyType, fc.oneof(fc.jsonValue(), typedValue({ unknowns: false }).map(asJson)), (type, json) => {
        const misfits: Misfit[] = [];
        const report = (misfit: Misfit) => misfits.push(misfit);
        const value = conform(type, fromJson(type, parseJson(JSON.stringify(json)), report), report, false);
        for (const { at, message } of misfits) {
          expect(message).not.toBe('');
          expect(formatPath(at)).toEqual(expect.any(String));
        }
        expect(valuesEqual(type, decodeMsgpack(type, encodeMsgpack(type, value)), value)).toBe(true);
      }),
      runs(500),
    );
  });

  test('that is damaged is still JSON, or no JSON at a position', () => {
    const alphabet = fc.constantFrom(...'{}[]",:0123456789eE+-.\\\n tfnu');
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.nat(5),
        fc.string({ unit: alphabet, maxLength: 4 }),
        (json, at, take, put) => {
          const text = JSON.stringify([json, 12345678901234567890n.toString()]);
          const start = at % text.length;
          const broken = `[12345678901234567890,${text.slice(0, start)}${put}${text.slice(start + take)}]`;
          let ours: Json | undefined;
          try {
            ours = parseJson(broken);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
          let theirs: unknown;
          try {
            theirs = JSON.parse(broken);
          } catch {
            // told below
          }
          // Only a number of more digits or a larger exponent than can be held is refused beside.
          if (ours === undefined) expect(theirs === undefined || /[eE][+-]?\d{5}/.test(broken)).toBe(true);
          else expect(theirs).toBeDefined();
        },
      ),
      runs(1000),
    );
  });
});

describe('what is nested deeper than anybody writes is refused in one sentence', () => {
  const DEEP = 10_000;
  const message = 'nested more than 1000 deep';
  const wrap = <T>(inner: T, around: (value: T) => T, times = DEEP): T => {
    let value = inner;
    for (let depth = 0; depth < times; depth += 1) value = around(value);
    return value;
  };
  const bin = (text: string) => {
    const bytes = Buffer.from(text);
    const head =
      bytes.length < 0x1_0000
        ? [0xc5, bytes.length >> 8, bytes.length & 0xff]
        : [0xc6, 0, bytes.length >> 16, (bytes.length >> 8) & 0xff, bytes.length & 0xff];
    return Buffer.concat([Buffer.from(head), bytes]);
  };

  test('a type in msgpack', () => {
    const type = `${'["list",'.repeat(DEEP)}"string"${']'.repeat(DEEP)}`;
    const bytes = Buffer.concat([Buffer.from([0x92]), bin(type), Buffer.alloc(DEEP, 0x91), Buffer.from([0xc0])]);
    expect(() => decodeMsgpack('dynamic', bytes)).toThrow(`the value: a type is ${message}`);
  });

  test('dynamics in dynamics', () => {
    const head = Buffer.concat([Buffer.from([0x92]), bin('"dynamic"')]);
    const bytes = Buffer.concat([...Array.from({ length: DEEP }, () => head), Buffer.from([0xc0])]);
    expect(() => decodeMsgpack('dynamic', bytes)).toThrow(message);
    const misfits: Misfit[] = [];
    conform(
      'dynamic',
      wrap<Value>('x', (inner) => new Dynamic('dynamic', inner)),
      (misfit) => misfits.push(misfit),
    );
    expect(misfits).toEqual([{ at: [], message: `is ${message}` }]);
  });

  test('lists in lists, of code and of JSON', () => {
    // Deeper types no schema may have: see `checkSchema`.
    const type = wrap<Type>('string', (inner) => ['list', inner], 1100);
    const misfits: Misfit[] = [];
    conform(
      type,
      wrap<unknown>('x', (inner) => [inner]),
      (misfit) => misfits.push(misfit),
    );
    expect(misfits.map(({ at, message: said }) => [at.length, said])).toEqual([[1000, `is ${message}`]]);
    expect(() => decodeMsgpack(type, Buffer.concat([Buffer.alloc(DEEP, 0x91), Buffer.from([0xc0])]))).toThrow(message);
    expect(() => Dynamic.of(wrap<Value>('x', (inner) => [inner]))).toThrow(message);
    expect(() => parseJson(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`)).toThrow(message);
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
