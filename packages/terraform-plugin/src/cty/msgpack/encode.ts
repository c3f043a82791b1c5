import { exactDecimal, toDecimal } from '../decimal.js';
import type { Dynamic } from '../dynamic.js';
import type { Type } from '../type.js';
import { isUnknown } from '../unknown.js';
import type { NumberValue, ObjectValue, Value } from '../value.js';
import { keysOf } from './keys.js';
import { MsgpackWriter } from './writer.js';

const [INT64_MIN, INT64_MAX] = [-(2n ** 63n), 2n ** 63n - 1n];
const writer = new MsgpackWriter();

/**
 * Writes a canonical value (see `conform`) of this type. Every attribute is written: an absent one is not null to
 * core but a protocol error.
 */
export function encodeMsgpack(type: Type, value: Value): Uint8Array {
  try {
    write(type, value);
  } catch (error) {
    writer.take();
    throw error;
  }
  return writer.take();
}

function write(type: Type, value: Value): void {
  if (value === null) writer.nil();
  else if (isUnknown(value)) writer.unknown();
  else if (typeof type === 'string') simple(type, value);
  else if (type[0] === 'object') {
    const keys = keysOf(type[1]);
    writer.map(keys.length);
    for (const { name, bytes, type: inner } of keys) {
      writer.raw(bytes);
      write(inner, (value as ObjectValue)[name] ?? null);
    }
  } else if (type[0] === 'map') {
    const keys = Object.keys(value as ObjectValue);
    writer.map(keys.length);
    for (const key of keys) {
      writer.string(key);
      write(type[1], (value as ObjectValue)[key]!);
    }
  } else {
    const list = value as Value[];
    writer.array(list.length);
    for (let index = 0; index < list.length; index += 1) {
      write(type[0] === 'tuple' ? type[1][index]! : type[1], list[index]!);
    }
  }
}

function simple(type: 'string' | 'number' | 'bool' | 'dynamic', value: Value): void {
  if (type === 'string') writer.string(value as string);
  else if (type === 'bool') writer.bool(value as boolean);
  else if (type === 'number') number(value as NumberValue);
  else {
    const { type: own, value: inner } = value as Dynamic;
    writer.array(2);
    writer.binary(Buffer.from(JSON.stringify(own), 'utf8'));
    write(own, inner);
  }
}

/** Fractions go as text: as a double, 0.1 would reach core as 0.1000000000000000055… and differ from the configured one. */
function number(value: NumberValue): void {
  if (typeof value === 'number' && Number.isSafeInteger(value)) writer.integer(value);
  else if (typeof value === 'bigint' && value >= INT64_MIN && value <= INT64_MAX) writer.int64(value);
  else if (typeof value === 'bigint') writer.string(value.toString());
  else if (typeof value === 'number') {
    const text = String(value);
    writer.string(text.includes('e') ? toDecimal(value).toString() : text);
  } else {
    const double = value.toNumber();
    // A decimal that is exactly a double came as one; the text of it may have hundreds of digits, and core rounds those.
    if (Number.isFinite(double) && exactDecimal(double).equals(value)) writer.double(double);
    else writer.string(value.toString());
  }
}
