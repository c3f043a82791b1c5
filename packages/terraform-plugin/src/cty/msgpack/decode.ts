import { exactDouble, parseNumber } from '../decimal.js';
import { Dynamic } from '../dynamic.js';
import { formatPath } from '../path.js';
import { put } from '../put.js';
import { nameType, parseType, type Type } from '../type.js';
import { UNKNOWN } from '../unknown.js';
import type { ObjectValue, Value } from '../value.js';
import { MsgpackReader, type Token } from './reader.js';

/**
 * Reads a value of this type. Any extension is an unknown (0 plain, 12 refined, and what may come).
 * Throws with the path where the bytes do not hold such a value.
 */
export function decodeMsgpack(type: Type, bytes: Uint8Array): Value {
  const decoding = new Decoding(bytes);
  const value = decoding.value(type);
  decoding.end();
  return value;
}

class Decoding {
  readonly #reader: MsgpackReader;
  readonly #path: (string | number)[] = [];

  constructor(bytes: Uint8Array) {
    this.#reader = new MsgpackReader(bytes);
  }

  end(): void {
    if (!this.#reader.done) throw new RangeError('bytes follow the msgpack value');
  }

  value(type: Type): Value {
    const token = this.#reader.next();
    if (token.kind === 'nil') return null;
    if (token.kind === 'extension') return UNKNOWN;
    if (typeof type === 'string') return this.#simple(type, token);
    switch (type[0]) {
      case 'list':
      case 'set':
        return this.#elements(token, type, () => type[1]);
      case 'tuple':
        if (token.kind === 'array' && token.length !== type[1].length) return this.#wrong(type, token);
        return this.#elements(token, type, (index) => type[1][index]!);
      case 'map':
        return this.#entries(token, type, () => type[1]);
      case 'object':
        return this.#entries(token, type, (name) =>
          Object.hasOwn(type[1], name) ? type[1][name]! : this.#fail(`has no attribute ${name}`),
        );
    }
  }

  #simple(type: 'string' | 'number' | 'bool' | 'dynamic', token: Token): Value {
    switch (type) {
      case 'string':
        return token.kind === 'string' ? token.value : this.#wrong(type, token);
      case 'bool':
        return token.kind === 'bool' ? token.value : this.#wrong(type, token);
      case 'number':
        if (token.kind === 'integer') return token.value;
        if (token.kind === 'double') return exactDouble(token.value);
        if (token.kind === 'string') return parseNumber(token.value) ?? this.#wrong(type, token);
        return this.#wrong(type, token);
      case 'dynamic':
        return this.#dynamic(token);
    }
  }

  #dynamic(token: Token): Value {
    if (token.kind !== 'array' || token.length !== 2) return this.#wrong('dynamic', token);
    const head = this.#reader.next();
    if (head.kind !== 'binary' && head.kind !== 'string') return this.#wrong('dynamic', head);
    const type = parseType(JSON.parse(head.kind === 'string' ? head.value : Buffer.from(head.value).toString('utf8')));
    const value = this.value(type);
    // An unknown or null of unknown type says nothing more than unknown or null.
    return type === 'dynamic' && (value === UNKNOWN || value === null) ? value : new Dynamic(type, value);
  }

  #elements(token: Token, type: Type, typeAt: (index: number) => Type): Value[] {
    if (token.kind !== 'array') return this.#wrong(type, token);
    const list: Value[] = [];
    for (let index = 0; index < token.length; index += 1) {
      this.#path.push(index);
      list.push(this.value(typeAt(index)));
      this.#path.pop();
    }
    return list;
  }

  #entries(token: Token, type: Type, typeAt: (key: string) => Type): ObjectValue {
    if (token.kind !== 'map') return this.#wrong(type, token);
    const object: ObjectValue = {};
    for (let count = 0; count < token.length; count += 1) {
      const key = this.#reader.next();
      if (key.kind !== 'string') return this.#wrong('string', key);
      this.#path.push(key.value);
      put(object, key.value, this.value(typeAt(key.value)));
      this.#path.pop();
    }
    return object;
  }

  #wrong(type: Type, token: Token): never {
    return this.#fail(`must be ${nameType(type)}, not msgpack ${token.kind}`);
  }

  #fail(message: string): never {
    throw new TypeError(`${formatPath(this.#path) || 'the value'} ${message}`);
  }
}
