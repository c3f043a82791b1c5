/** What stands next in the bytes, before its contents. */
export interface Token {
  readonly kind: 'nil' | 'bool' | 'integer' | 'double' | 'string' | 'binary' | 'array' | 'map' | 'extension';
  /** Of a simple value. */
  readonly value: boolean | number | bigint | string | Uint8Array | null;
  /** Of an array or a map. */
  readonly length: number;
}

/** Reads msgpack token by token; knows no types. A token lasts until the next one. Throws `RangeError` with the position where the bytes hold none or end too early. */
export class MsgpackReader {
  readonly #buffer: Buffer;
  readonly #token: { -readonly [key in keyof Token]: Token[key] } = { kind: 'nil', value: null, length: 0 };
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many bytes have not been read. */
  get left(): number {
    return this.#buffer.length - this.#at;
  }

  next(): Token {
    const tag = this.#buffer[this.#skip(1)]!;
    if (tag < 0x80) return this.#simple('integer', tag);
    if (tag < 0x90) return this.#collection('map', tag & 0x0f);
    if (tag < 0xa0) return this.#collection('array', tag & 0x0f);
    if (tag < 0xc0) return this.#string(tag & 0x1f);
    if (tag >= 0xe0) return this.#simple('integer', tag - 0x100);
    return this.#tagged(tag);
  }

  /** Moves past these bytes, if they are what stands next. */
  skipIf(bytes: Uint8Array): boolean {
    const { length } = bytes;
    for (let index = 0; index < length; index += 1) if (this.#buffer[this.#at + index] !== bytes[index]) return false;
    this.#at += length;
    return true;
  }

  #simple(kind: Token['kind'], value: Token['value']): Token {
    const token = this.#token;
    token.kind = kind;
    token.value = value;
    return token;
  }

  #collection(kind: 'array' | 'map', length: number): Token {
    const token = this.#token;
    token.kind = kind;
    token.length = length;
    return token;
  }

  #tagged(tag: number): Token {
    const buffer = this.#buffer;
    switch (tag) {
      case 0xc0:
        return this.#simple('nil', null);
      case 0xc2:
        return this.#simple('bool', false);
      case 0xc3:
        return this.#simple('bool', true);
      case 0xc4:
        return this.#binary(this.#uint(1));
      case 0xc5:
        return this.#binary(this.#uint(2));
      case 0xc6:
        return this.#binary(this.#uint(4));
      case 0xc7:
        return this.#extension(this.#uint(1));
      case 0xc8:
        return this.#extension(this.#uint(2));
      case 0xc9:
        return this.#extension(this.#uint(4));
      case 0xca:
        return this.#simple('double', buffer.readFloatBE(this.#skip(4)));
      case 0xcb:
        return this.#simple('double', buffer.readDoubleBE(this.#skip(8)));
      case 0xcc:
        return this.#simple('integer', this.#uint(1));
      case 0xcd:
        return this.#simple('integer', this.#uint(2));
      case 0xce:
        return this.#simple('integer', this.#uint(4));
      case 0xcf:
        return this.#simple('integer', shrink(buffer.readBigUInt64BE(this.#skip(8))));
      case 0xd0:
        return this.#simple('integer', buffer.readInt8(this.#skip(1)));
      case 0xd1:
        return this.#simple('integer', buffer.readInt16BE(this.#skip(2)));
      case 0xd2:
        return this.#simple('integer', buffer.readInt32BE(this.#skip(4)));
      case 0xd3:
        return this.#simple('integer', shrink(buffer.readBigInt64BE(this.#skip(8))));
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return this.#extension(1 << (tag - 0xd4));
      case 0xd9:
        return this.#string(this.#uint(1));
      case 0xda:
        return this.#string(this.#uint(2));
      case 0xdb:
        return this.#string(this.#uint(4));
      case 0xdc:
        return this.#collection('array', this.#uint(2));
      case 0xdd:
        return this.#collection('array', this.#uint(4));
      case 0xde:
        return this.#collection('map', this.#uint(2));
      case 0xdf:
        return this.#collection('map', this.#uint(4));
      default:
        throw new RangeError(`0x${tag.toString(16)} at byte ${this.#at - 1} starts no msgpack value`);
    }
  }

  #uint(bytes: 1 | 2 | 4): number {
    return this.#buffer.readUIntBE(this.#skip(bytes), bytes);
  }

  #string(length: number): Token {
    const start = this.#skip(length);
    return this.#simple('string', this.#buffer.toString('utf8', start, start + length));
  }

  #binary(length: number): Token {
    const start = this.#skip(length);
    return this.#simple('binary', this.#buffer.subarray(start, start + length));
  }

  #extension(length: number): Token {
    this.#skip(1 + length);
    return this.#simple('extension', null);
  }

  /** Moves on and returns where it stood. */
  #skip(bytes: number): number {
    const start = this.#at;
    if (start + bytes > this.#buffer.length)
      throw new RangeError(`the msgpack value is cut short: byte ${this.#buffer.length} is its last`);
    this.#at = start + bytes;
    return start;
  }
}

function shrink(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
