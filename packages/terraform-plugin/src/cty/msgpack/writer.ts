/** Writes msgpack into a buffer that grows; knows no types. github.com/msgpack/msgpack, spec.md, read 2026-11 */
export class MsgpackWriter {
  #buffer = Buffer.allocUnsafe(4096);
  #at = 0;

  /** A copy of what was written; the writer is empty again afterwards. */
  take(): Uint8Array {
    const bytes = new Uint8Array(this.#at);
    bytes.set(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = Buffer.allocUnsafe(4096);
    return bytes;
  }

  nil(): void {
    this.#byte(0xc0);
  }

  bool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** Extension 0: not known yet. */
  unknown(): void {
    this.#room(3);
    this.#buffer[this.#at] = 0xd4;
    this.#buffer[this.#at + 1] = 0;
    this.#buffer[this.#at + 2] = 0;
    this.#at += 3;
  }

  /** A safe integer, in the shortest form. */
  integer(value: number): void {
    if (value >= 0 && value < 0x80) this.#byte(value);
    else if (value < 0 && value >= -0x20) this.#byte(value & 0xff);
    else if (value >= -0x8000_0000 && value < 0x8000_0000) {
      this.#tag(0xd2, 4);
      this.#at = this.#buffer.writeInt32BE(value, this.#at);
    } else this.int64(BigInt(value));
  }

  int64(value: bigint): void {
    this.#tag(0xd3, 8);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
  }

  double(value: number): void {
    this.#tag(0xcb, 8);
    this.#at = this.#buffer.writeDoubleBE(value, this.#at);
  }

  string(text: string): void {
    const head = text.length < 0x20 ? 1 : 2;
    if (text.length < 0x100 && this.#ascii(text, head)) return;
    const length = Buffer.byteLength(text);
    if (length < 0x20) this.#tag(0xa0 | length, length);
    else if (length < 0x100) this.#head8(0xd9, length);
    else if (length < 0x1_0000) this.#head16(0xda, length);
    else this.#head32(0xdb, length);
    this.#room(length);
    this.#at += this.#buffer.write(text, this.#at, length, 'utf8');
  }

  /** Writes a short text if all of it is ASCII, as nearly every one is: then its length need not be found out first. */
  #ascii(text: string, head: 1 | 2): boolean {
    const { length } = text;
    this.#room(head + 3 * length);
    if (length > 0 && this.#buffer.write(text, this.#at + head) !== length) return false;
    if (head === 1) this.#buffer[this.#at] = 0xa0 | length;
    else {
      this.#buffer[this.#at] = 0xd9;
      this.#buffer[this.#at + 1] = length;
    }
    this.#at += head + length;
    return true;
  }

  /** What is msgpack already. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  binary(bytes: Uint8Array): void {
    if (bytes.length < 0x100) this.#head8(0xc4, bytes.length);
    else if (bytes.length < 0x1_0000) this.#head16(0xc5, bytes.length);
    else this.#head32(0xc6, bytes.length);
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  array(length: number): void {
    this.#collection(length, 0x90, 0xdc);
  }

  map(length: number): void {
    this.#collection(length, 0x80, 0xde);
  }

  #collection(length: number, fixed: number, wide: number): void {
    if (length < 0x10) this.#byte(fixed | length);
    else if (length < 0x1_0000) this.#head16(wide, length);
    else this.#head32(wide + 1, length);
  }

  #byte(value: number): void {
    this.#room(1);
    this.#buffer[this.#at] = value;
    this.#at += 1;
  }

  #tag(tag: number, following: number): void {
    this.#room(1 + following);
    this.#buffer[this.#at] = tag;
    this.#at += 1;
  }

  #head8(tag: number, length: number): void {
    this.#tag(tag, 1);
    this.#at = this.#buffer.writeUInt8(length, this.#at);
  }

  #head16(tag: number, length: number): void {
    this.#tag(tag, 2);
    this.#at = this.#buffer.writeUInt16BE(length, this.#at);
  }

  #head32(tag: number, length: number): void {
    this.#tag(tag, 4);
    this.#at = this.#buffer.writeUInt32BE(length, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

/** One huge value must not hold its memory for the rest of the process. */
const LARGEST_KEPT = 1 << 20;
