import { dynamicOf } from '../concrete.js';
import { exactDouble, parseNumber } from '../decimal.js';
import { DEEPEST, TOO_DEEP } from '../depth.js';
import { formatPath } from '../path.js';
import { put } from '../put.js';
import { type Fields, nameType, parseType, type Type } from '../type.js';
import { UNKNOWN } from '../unknown.js';
import type { ObjectValue, Value } from '../value.js';
import { keysOf } from './keys.js';
import { MsgpackReader, type Token } from './reader.js';

/**
 * Reads a value of this type. Any extension is an unknown (0 plain, 12 refined, and what may come).
 * Throws with the path where the bytes do not hold such a value.
 */
export function decodeMsgpack(type: Type, bytes: Uint8Array): Value {
  return new Decoding(bytes).document(type);
}

/** Steps that are told; of what is nested deeper, they say enough. */
const LONGEST_PATH = 20;

class Decoding {
  readonly #reader: MsgpackReader;
  /** Where it is; left as it stands by what throws. */
  readonly #path: (string | number)[] = [];
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#reader = new MsgpackReader(bytes);
  }

  document(type: Type): Value {
    let value: Value;
    try {
      value = this.#value(type);
    } catch (error) {
      const where =
        this.#path.length > LONGEST_PATH ? `${formatPath(this.#path.slice(0, LONGEST_PATH))}…` : formatPath(this.#path);
      throw new TypeError(`${where || 'the value'}: ${(error as Error).message}`, { cause: error });
    }
    if (this.#reader.left > 0) throw new TypeError(`${this.#reader.left} bytes follow the msgpack value`);
    return value;
  }

  #value(type: Type): Value {
    const token = this.#reader.next();
    if (token.kind === 'nil') return null;
    if (token.kind === 'extension') return UNKNOWN;
    if (typeof type === 'string' && type !== 'dynamic') return simple(type, token);
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new RangeError(TOO_DEEP);
    const value = this.#inside(type, token);
    this.#depth -= 1;
    return value;
  }

  #inside(type: Exclude<Type, 'string' | 'number' | 'bool'>, token: Token): Value {
    if (type === 'dynamic') return this.#dynamic(token);
    switch (type[0]) {
      case 'list':
      case 'set':
        return this.#elements(token, type, () => type[1]);
      case 'tuple':
        if (token.kind === 'array' && token.length !== type[1].length) wrong(type, token);
        return this.#elements(token, type, (index) => type[1][index]!);
      case 'map':
        return this.#map(token, type);
      case 'object':
        return this.#object(token, type);
    }
  }

  #dynamic(token: Token): Value {
    if (token.kind !== 'array' || token.length !== 2) return wrong('dynamic', token);
    const head = this.#reader.next();
    if (head.kind !== 'binary' && head.kind !== 'string') return wrong('dynamic', head);
    const text =
      head.kind === 'string' ? (head.value as string) : Buffer.from(head.value as Uint8Array).toString('utf8');
    const type = parseType(JSON.parse(text));
    return dynamicOf(type, this.#value(type));
  }

  #elements(token: Token, type: Type, typeAt: (index: number) => Type): Value[] {
    if (token.kind !== 'array') return wrong(type, token);
    const { length } = token;
    const list: Value[] = [];
    for (let index = 0; index < length; index += 1) {
      this.#path.push(index);
      list.push(this.#value(typeAt(index)));
      this.#path.pop();
    }
    return list;
  }

  #map(token: Token, type: readonly ['map', Type]): ObjectValue {
    if (token.kind !== 'map') return wrong(type, token);
    const { length } = token;
    const map: ObjectValue = {};
    for (let count = 0; count < length; count += 1) this.#entry(map, this.#key(), type[1]);
    return map;
  }

  /** Exactly the attributes of its type, as core reads it too. */
  #object(token: Token, type: readonly ['object', Fields]): ObjectValue {
    if (token.kind !== 'map') return wrong(type, token);
    const { length } = token;
    const fields = type[1];
    const keys = keysOf(fields);
    const object: ObjectValue = {};
    for (let count = 0; count < length; count += 1) {
      const key = keys[count];
      // In core's order, a name need not be made out.
      if (key !== undefined && this.#reader.skipIf(key.bytes)) this.#entry(object, key.name, key.type);
      else this.#odd(object, fields);
    }
    for (const { name } of keys) if (!Object.hasOwn(object, name)) throw new TypeError(`lacks the attribute ${name}`);
    return object;
  }

  /** An attribute that stands elsewhere, or is none. */
  #odd(object: ObjectValue, fields: Fields): void {
    const name = this.#key();
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (type === undefined) {
      this.#path.push(name);
      throw new TypeError('is not an attribute of the schema');
    }
    this.#entry(object, name, type);
  }

  #key(): string {
    const token = this.#reader.next();
    return token.kind === 'string' ? (token.value as string) : wrong('string', token);
  }

  #entry(target: ObjectValue, name: string, type: Type): void {
    this.#path.push(name);
    put(target, name, this.#value(type));
    this.#path.pop();
  }
}

function simple(type: 'string' | 'number' | 'bool', token: Token): Value {
  const { kind, value } = token;
  if (kind === type) return value as string | boolean;
  if (type !== 'number') return wrong(type, token);
  if (kind === 'integer') return value as number | bigint;
  if (kind === 'double') return exactDouble(value as number);
  if (kind !== 'string') return wrong(type, token);
  const number = parseNumber(value as string);
  if (number === undefined)
    throw new TypeError('must be number, not a text that is none, or one longer than can be held');
  return number;
}

function wrong(type: Type, token: Token): never {
  throw new TypeError(`must be ${nameType(type)}, not msgpack ${token.kind}`);
}
