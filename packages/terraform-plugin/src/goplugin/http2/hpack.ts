import { ConnectionError, ErrorCode } from './frame.js';
import { decodeHuffman } from './huffman.js';
import { STATIC_TABLE } from './static-table.js';

/** One header as it stands on the wire: names in small letters, pseudo-headers with their colon. */
export type Field = readonly [name: string, value: string];

/** What both sides begin with, and all that we ever allow. */
const TABLE_BYTES = 4096;
/** What the table counts for a field beside its text. RFC 7541, 4.1 */
const OVERHEAD = 32;
/** Of all headers of one request. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** Reads header blocks in the order in which they come: each may add to the table that later ones refer to. RFC 7541, read 2026-11 */
export class HeaderDecoder {
  /** Newest last. */
  readonly #table: Field[] = [];
  #bytes = 0;
  #limit = TABLE_BYTES;

  /** Throws a {@link ConnectionError} on a block that is none: then the table is not to be trusted any more. */
  decode(block: Buffer): Field[] {
    const reader = new BlockReader(block);
    const fields: Field[] = [];
    let left = MAX_HEADER_BYTES;
    while (!reader.done) {
      const first = block[reader.at]!;
      if ((first & 0xe0) === 0x20) {
        if (fields.length > 0) fail('a change of the table comes late');
        this.#resize(reader.integer(5));
        continue;
      }
      const field = first & 0x80 ? this.#known(reader.integer(7)) : this.#literal(reader, first);
      left -= sizeOf(field);
      if (left < 0)
        throw new ConnectionError(ErrorCode.ENHANCE_YOUR_CALM, `more than ${MAX_HEADER_BYTES} bytes of headers`);
      fields.push(field);
    }
    return fields;
  }

  #literal(reader: BlockReader, first: number): Field {
    const kept = (first & 0x40) !== 0;
    const known = reader.integer(kept ? 6 : 4);
    const name = known === 0 ? reader.string() : this.#known(known)[0];
    const field: Field = [name, reader.string()];
    if (kept) this.#keep(field);
    return field;
  }

  #known(number: number): Field {
    const field =
      number <= STATIC_TABLE.length
        ? STATIC_TABLE[number - 1]
        : this.#table[this.#table.length - (number - STATIC_TABLE.length)];
    return field ?? fail(`there is no header ${number}`);
  }

  #keep(field: Field): void {
    this.#table.push(field);
    this.#bytes += sizeOf(field);
    this.#evict();
  }

  #resize(bytes: number): void {
    if (bytes > TABLE_BYTES) fail(`a table of ${bytes} bytes`);
    this.#limit = bytes;
    this.#evict();
  }

  #evict(): void {
    while (this.#bytes > this.#limit) this.#bytes -= sizeOf(this.#table.shift()!);
  }
}

class BlockReader {
  at = 0;

  constructor(readonly block: Buffer) {}

  get done(): boolean {
    return this.at >= this.block.length;
  }

  /** RFC 7541, 5.1: in the last bits of a byte, and where they do not suffice in those of the following ones. */
  integer(bits: number): number {
    const most = 2 ** bits - 1;
    let value = this.#byte() & most;
    if (value < most) return value;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * shift;
      if (value > MAX_HEADER_BYTES) fail(`a length of ${value}`);
      if (byte < 0x80) return value;
      if (shift > MAX_HEADER_BYTES) fail('a number without end');
    }
  }

  string(): string {
    const coded = (this.block[this.at]! & 0x80) !== 0;
    const length = this.integer(7);
    const bytes = this.block.subarray(this.at, this.at + length);
    if (bytes.length < length) fail('a header is cut short');
    this.at += length;
    const text = bytes.toString('latin1');
    return coded ? textOf(text, bytes) : text;
  }

  #byte(): number {
    return this.block[this.at++] ?? fail('the headers are cut short');
  }
}

function sizeOf({ 0: name, 1: value }: Field): number {
  return name.length + value.length + OVERHEAD;
}

function fail(message: string): never {
  throw new ConnectionError(ErrorCode.COMPRESSION_ERROR, message);
}

/** Texts by their code: calls say the same ones over and over. Bounded, since the other side chooses them. */
const decoded = new Map<string, string>();
const MOST_TEXTS = 256;
const LONGEST_CODE = 128;

function textOf(code: string, bytes: Buffer): string {
  const known = decoded.get(code);
  if (known !== undefined) return known;
  const text = decodeHuffman(bytes);
  if (code.length <= LONGEST_CODE && decoded.size < MOST_TEXTS) decoded.set(code, text);
  return text;
}

const NOTHING = Buffer.alloc(0);

/** Writes a header block that leaves the other side's table alone: replies are alike, and their few headers short. */
export function encodeHeaders(fields: readonly Field[]): Buffer {
  const parts = fields.map(([name, value]) => {
    const whole = STATIC_TABLE.findIndex(([one, its]) => one === name && its === value) + 1;
    if (whole > 0) return Buffer.from([0x80 | whole]);
    const known = STATIC_TABLE.findIndex(([one]) => one === name) + 1;
    return Buffer.concat([integerOf(known, 4), known > 0 ? NOTHING : stringOf(name), stringOf(value)]);
  });
  return Buffer.concat(parts);
}

function stringOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  return Buffer.concat([integerOf(bytes.length, 7), bytes]);
}

function integerOf(value: number, bits: number): Buffer {
  const most = 2 ** bits - 1;
  if (value < most) return Buffer.from([value]);
  const bytes = [most];
  let rest = value - most;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
