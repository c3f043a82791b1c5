/** What stands next in the bytes, before its contents. */
export type Token =
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: number | bigint }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'binary'; readonly value: Uint8Array }
  | { readonly kind: 'array'; readonly length: number }
  | { readonly kind: 'map'; readonly length: number }
  | { readonly kind: 'extension' };

const NIL: Token = { kind: 'nil' };
const TRUE: Token = { kind: 'bool', value: true };
const FALSE: Token = { kind: 'bool', value: false };
const EXTENSION: Token = { kind: 'extension' };

/** Reads msgpack token by token; knows no types. Throws `RangeError` with the position where the bytes hold none or end too early. */
export class MsgpackReader {
  readonly #buffer: Buffer;
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
    if (tag < 0x80) return { kind: 'integer', value: tag };
    if (tag < 0x90) return { kind: 'map', length: tag & 0x0f };
    if (tag < 0xa0) return { kind: 'array', length: tag & 0x0f };
    if (tag < 0xc0) return this.#string(tag & 0x1f);
    if (tag >= 0xe0) return { kind: 'integer', value: tag - 0x100 };
    return this.#tagged(tag);
  }

  #tagged(tag: number): Token {
    const buffer = this.#buffer;
    switch (tag) {
      case 0xc0:
        return NIL;
      case 0xc2:
        return FALSE;
      case 0xc3:
        return TRUE;
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
        return { kind: 'double', value: buffer.readFloatBE(this.#skip(4)) };
      case 0xcb:
        return { kind: 'double', value: buffer.readDoubleBE(this.#skip(8)) };
      case 0xcc:
        return { kind: 'integer', value: this.#uint(1) };
      case 0xcd:
        return { kind: 'integer', value: this.#uint(2) };
      case 0xce:
        return { kind: 'integer', value: this.#uint(4) };
      case 0xcf:
        return { kind: 'integer', value: shrink(buffer.readBigUInt64BE(this.#skip(8))) };
      case 0xd0:
        return { kind: 'integer', value: buffer.readInt8(this.#skip(1)) };
      case 0xd1:
        return { kind: 'integer', value: buffer.readInt16BE(this.#skip(2)) };
      case 0xd2:
        return { kind: 'integer', value: buffer.readInt32BE(this.#skip(4)) };
      case 0xd3:
        return { kind: 'integer', value: shrink(buffer.readBigInt64BE(this.#skip(8))) };
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
        return { kind: 'array', length: this.#uint(2) };
      case 0xdd:
        return { kind: 'array', length: this.#uint(4) };
      case 0xde:
        return { kind: 'map', length: this.#uint(2) };
      case 0xdf:
        return { kind: 'map', length: this.#uint(4) };
      default:
        throw new RangeError(`0x${tag.toString(16)} at byte ${this.#at - 1} starts no msgpack value`);
    }
  }

  #uint(bytes: 1 | 2 | 4): number {
    return this.#buffer.readUIntBE(this.#skip(bytes), bytes);
  }

  #string(length: number): Token {
    const start = this.#skip(length);
    return { kind: 'string', value: this.#buffer.toString('utf8', start, start + length) };
  }

  #binary(length: number): Token {
    const start = this.#skip(length);
    return { kind: 'binary', value: this.#buffer.subarray(start, start + length) };
  }

  #extension(length: number): Token {
    this.#skip(1 + length);
    return EXTENSION;
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
