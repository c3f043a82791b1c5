import {
  ConnectionError,
  ErrorCode,
  Flag,
  FRAME_HEADER,
  FrameType,
  frameHeader,
  MAX_FRAME,
  putFrameHeader,
  Setting,
} from './frame.js';
import type { Outbox } from './outbox.js';
import type { Http2Stream } from './stream.js';

/** What the other side has room for before it says anything. RFC 9113, 6.9.2 */
export const DEFAULT_WINDOW = 65_535;
export const LARGEST_WINDOW = 2 ** 31 - 1;
const LARGEST_FRAME = 2 ** 24 - 1;

/** All that there is to say to one request. */
export interface Answer {
  readonly headers: Buffer;
  /** What stands before the message, and the message. */
  readonly head: Buffer;
  readonly message: Uint8Array;
  readonly trailers: Buffer;
}

/** First in a block: the table of earlier headers holds nothing from here on. RFC 7541, 6.3 */
const NO_TABLE = Buffer.from([0x20]);

/** Sends headers, and bodies as far as the other side has room: for each stream, and for all of them together. */
export class Sender {
  /** For each stream that begins. */
  streamWindow = DEFAULT_WINDOW;
  #window = DEFAULT_WINDOW;
  #maxFrame = MAX_FRAME;
  #table: 'as agreed' | 'to be given up' | 'none' = 'as agreed';

  constructor(readonly outbox: Outbox) {}

  headers(id: number, flags: number, block: Buffer): void {
    const parts = this.#table === 'to be given up' ? [NO_TABLE, block] : [block];
    if (parts.length > 1) this.#table = 'none';
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    this.outbox.add(frameHeader(FrameType.HEADERS, flags | Flag.END_HEADERS, id, length), ...parts);
  }

  /**
   * Sends a whole answer as one piece, if there is room for it: headers, a body that is `head` and `message`, trailers. Tells whether it did.
   */
  answer(stream: Http2Stream, { headers, head, message, trailers }: Answer): boolean {
    const length = head.length + message.length;
    if (this.#table === 'to be given up' || length > Math.min(this.#maxFrame, stream.sendWindow, this.#window))
      return false;
    const piece = Buffer.allocUnsafe(3 * FRAME_HEADER + headers.length + length + trailers.length);
    const { id } = stream;
    const { HEADERS, DATA } = FrameType;
    let at = putFrameHeader(piece, 0, { type: HEADERS, flags: Flag.END_HEADERS, stream: id, length: headers.length });
    piece.set(headers, at);
    at = putFrameHeader(piece, at + headers.length, { type: DATA, flags: 0, stream: id, length });
    piece.set(head, at);
    piece.set(message, at + head.length);
    const ends = { type: HEADERS, flags: Flag.END_HEADERS | Flag.END_STREAM, stream: id, length: trailers.length };
    at = putFrameHeader(piece, at + length, ends);
    piece.set(trailers, at);
    stream.sendWindow -= length;
    this.#window -= length;
    this.outbox.add(piece);
    return true;
  }

  /** Sends what may be sent of a stream's body. Tells whether that was all. */
  send(stream: Http2Stream): boolean {
    const { queue, id } = stream;
    while (queue.length > 0) {
      const [bytes] = queue as [Buffer];
      const length = Math.min(bytes.length, this.#maxFrame, stream.sendWindow, this.#window);
      if (length <= 0) return false;
      this.outbox.add(frameHeader(FrameType.DATA, 0, id, length), bytes.subarray(0, length));
      stream.sendWindow -= length;
      this.#window -= length;
      if (length === bytes.length) queue.shift();
      else queue[0] = bytes.subarray(length);
    }
    return true;
  }

  /** There is more room: of a stream, or of the connection. */
  widen(stream: Http2Stream | undefined, more: number): void {
    if (stream) stream.sendWindow = widened(stream.sendWindow, more);
    else this.#window = widened(this.#window, more);
  }

  /** What the other side has set. A window that has become smaller may be less than nothing until there is room again. */
  set(name: number, value: number, streams: Iterable<Http2Stream>): void {
    if (name === Setting.MAX_FRAME_SIZE) {
      if (value < MAX_FRAME || value > LARGEST_FRAME) {
        throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, `frames of ${value} bytes`);
      }
      this.#maxFrame = value;
    }
    // We keep no table anyway, but have to say so to who has less room for it. RFC 7541, 4.2
    if (name === Setting.HEADER_TABLE_SIZE && this.#table === 'as agreed') this.#table = 'to be given up';
    if (name !== Setting.INITIAL_WINDOW_SIZE) return;
    widened(0, value);
    const more = value - this.streamWindow;
    this.streamWindow = value;
    for (const stream of streams) this.widen(stream, more);
  }
}

function widened(window: number, more: number): number {
  if (window + more <= LARGEST_WINDOW) return window + more;
  throw new ConnectionError(ErrorCode.FLOW_CONTROL_ERROR, 'a window wider than there are');
}
