import { GrpcError, Status } from './status.js';

const HEADER = 5;

/** A length-prefixed message: one flag byte (never compressed here), four bytes of length, the message. */
export function frame(message: Uint8Array): Buffer {
  return Buffer.concat([frameHead(message), message]);
}

/** What stands in front of it. */
export function frameHead({ length }: Uint8Array): Buffer {
  const head = Buffer.allocUnsafe(HEADER);
  head[0] = 0;
  head.writeUInt32BE(length, 1);
  return head;
}

/** Puts messages together from chunks. Throws a {@link GrpcError} on one that is compressed or larger than allowed. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Length of the message in the making, with its header; unknown until the header is there. */
  #wanted: number | undefined;

  constructor(readonly maxBytes: number) {}

  /** Whether part of a message is still missing. */
  get partial(): boolean {
    return this.#size > 0;
  }

  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const messages: Buffer[] = [];
    while (this.#size >= (this.#wanted ?? HEADER)) {
      if (this.#wanted === undefined) this.#wanted = HEADER + this.#announced();
      else messages.push(this.#take(this.#wanted).subarray(HEADER));
    }
    return messages;
  }

  #announced(): number {
    const header = this.#take(HEADER);
    this.#chunks.unshift(header);
    this.#size += HEADER;
    if (header[0] !== 0) throw new GrpcError(Status.UNIMPLEMENTED, 'compressed messages are not supported');
    const length = header.readUInt32BE(1);
    if (length <= this.maxBytes) return length;
    throw new GrpcError(
      Status.RESOURCE_EXHAUSTED,
      `a message of ${length} bytes is over the limit of ${this.maxBytes}`,
    );
  }

  #take(length: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks, this.#size);
    this.#chunks = all.length > length ? [all.subarray(length)] : [];
    this.#size -= length;
    this.#wanted = undefined;
    return all.subarray(0, length);
  }
}
