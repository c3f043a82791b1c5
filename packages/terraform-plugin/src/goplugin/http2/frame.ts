/** HTTP/2's frames. RFC 9113, 4 and 6, read 2026-11 */
export const FrameType = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

export const Flag = { END_STREAM: 0x1, ACK: 0x1, END_HEADERS: 0x4, PADDED: 0x8, PRIORITY: 0x20 } as const;

/** RFC 9113, 7. */
export const ErrorCode = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  FLOW_CONTROL_ERROR: 3,
  STREAM_CLOSED: 5,
  FRAME_SIZE_ERROR: 6,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  COMPRESSION_ERROR: 9,
  ENHANCE_YOUR_CALM: 11,
} as const;

/** Ends the connection with this code: what follows in it could not be trusted. */
export class ConnectionError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'ConnectionError';
  }
}

export interface Frame {
  readonly type: number;
  readonly flags: number;
  /** 0 is the connection itself. */
  readonly stream: number;
  readonly payload: Buffer;
}

/** Bytes in front of every payload. */
export const FRAME_HEADER = 9;
/** What we take, which is what nobody has to ask for. */
export const MAX_FRAME = 16_384;
export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

/** Takes a client's bytes apart: the preface, then frames. Throws a {@link ConnectionError} on anything else. */
export class FrameReader {
  #rest: Buffer | undefined;
  #begun = false;

  push(chunk: Buffer, take: (frame: Frame) => void): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    if (!this.#begun) {
      const start = bytes.subarray(0, PREFACE.length);
      if (!start.equals(PREFACE.subarray(0, start.length))) {
        throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, 'this is no HTTP/2');
      }
      this.#begun = start.length === PREFACE.length;
      at = this.#begun ? PREFACE.length : 0;
    }
    while (this.#begun && bytes.length - at >= FRAME_HEADER) {
      const length = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
      if (length > MAX_FRAME) throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, `a frame of ${length} bytes`);
      const end = at + FRAME_HEADER + length;
      if (end > bytes.length) break;
      const stream = bytes.readUInt32BE(at + 5) & 0x7fff_ffff;
      take({ type: bytes[at + 3]!, flags: bytes[at + 4]!, stream, payload: bytes.subarray(at + FRAME_HEADER, end) });
      at = end;
    }
    this.#rest = at < bytes.length ? bytes.subarray(at) : undefined;
  }
}

/** What a frame says, without its padding: the first byte says how many at the end say nothing. RFC 9113, 6.1 */
export function unpadded(flags: number, payload: Buffer): Buffer {
  if ((flags & Flag.PADDED) === 0) return payload;
  const padding = payload[0] ?? 0;
  if (padding < payload.length) return payload.subarray(1, payload.length - padding);
  throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, 'more padding than there is');
}

/** The nine bytes in front of a payload. */
export function frameHeader(type: number, flags: number, stream: number, length: number): Buffer {
  const header = Buffer.allocUnsafe(FRAME_HEADER);
  putFrameHeader(header, 0, { type, flags, stream, length });
  return header;
}

/** Puts them into a buffer; tells where the payload begins. */
export function putFrameHeader(
  into: Buffer,
  at: number,
  { type, flags, stream, length }: Omit<Frame, 'payload'> & { readonly length: number },
): number {
  into[at] = length >>> 16;
  into[at + 1] = length >>> 8;
  into[at + 2] = length;
  into[at + 3] = type;
  into[at + 4] = flags;
  into[at + 5] = stream >>> 24;
  into[at + 6] = stream >>> 16;
  into[at + 7] = stream >>> 8;
  into[at + 8] = stream;
  return at + FRAME_HEADER;
}

/** A frame whose payload is numbers of four bytes each. */
export function numbersFrame(type: number, stream: number, ...numbers: readonly number[]): Buffer {
  const payload = Buffer.allocUnsafe(4 * numbers.length);
  for (const [index, number] of numbers.entries()) payload.writeUInt32BE(number, 4 * index);
  return Buffer.concat([frameHeader(type, 0, stream, payload.length), payload]);
}

/** The settings that a frame changes: pairs of a number and its value. */
export function readSettings(payload: Buffer): [number, number][] {
  const settings: [number, number][] = [];
  for (let at = 0; at < payload.length; at += 6)
    settings.push([payload.readUInt16BE(at), payload.readUInt32BE(at + 2)]);
  return settings;
}

export function settingsFrame(settings: readonly (readonly [number, number])[]): Buffer {
  const frame = Buffer.concat([
    frameHeader(FrameType.SETTINGS, 0, 0, 6 * settings.length),
    Buffer.alloc(6 * settings.length),
  ]);
  settings.forEach(([name, value], index) => {
    frame.writeUInt16BE(name, FRAME_HEADER + 6 * index);
    frame.writeUInt32BE(value, FRAME_HEADER + 6 * index + 2);
  });
  return frame;
}

/** RFC 9113, 6.5.2. */
export const Setting = {
  HEADER_TABLE_SIZE: 1,
  MAX_CONCURRENT_STREAMS: 3,
  INITIAL_WINDOW_SIZE: 4,
  MAX_FRAME_SIZE: 5,
  MAX_HEADER_LIST_SIZE: 6,
} as const;
