import { conform } from '../../cty/conform.js';
import { fromJson } from '../../cty/json.js';
import { parseJson } from '../../cty/json-text.js';
import { decodeMsgpack } from '../../cty/msgpack/decode.js';
import { encodeMsgpack } from '../../cty/msgpack/encode.js';
import type { Type } from '../../cty/type.js';
import type { Value } from '../../cty/value.js';
import type { DynamicValue } from '../../protocol/value.gen.js';

const NONE = new Uint8Array(0);

/** A value from the wire; nothing at all is null. Throws with the path on bytes that do not hold such a value. */
export function decodeValue(type: Type, wire: DynamicValue | undefined): Value {
  if (wire === undefined) return null;
  if (wire.msgpack.length > 0) return decodeMsgpack(type, wire.msgpack);
  if (wire.json.length === 0) return null;
  const refuse = ({ message }: { message: string }): never => {
    throw new TypeError(message);
  };
  return conform(type, fromJson(type, parseJson(Buffer.from(wire.json).toString('utf8')), refuse), refuse, false);
}

/** Always msgpack: JSON cannot say "unknown". */
export function encodeValue(type: Type, value: Value): DynamicValue {
  return { msgpack: encodeMsgpack(type, value), json: NONE };
}

/** Whether a value is null as a whole, without decoding the rest. */
export function isNullValue(wire: DynamicValue | undefined): boolean {
  if (wire === undefined) return true;
  if (wire.msgpack.length > 0) return wire.msgpack[0] === 0xc0;
  return wire.json.length === 0 || Buffer.from(wire.json).toString('utf8').trim() === 'null';
}
