import { ConnectionError, ErrorCode, Flag, type Frame, FrameType, unpadded } from './frame.js';
import { type Field, HeaderDecoder, MAX_HEADER_BYTES } from './hpack.js';

/** A header block is in so many frames at most. */
const MOST_FRAMES = 64;

/** A whole block: what it says, of which stream, and whether that ends with it. */
export interface HeaderBlock {
  readonly stream: number;
  readonly ends: boolean;
  readonly fields: readonly Field[];
}

/** Puts header blocks together from their frames, between which nothing else may come. */
export class HeaderBlocks {
  readonly #decoder = new HeaderDecoder();
  #begun: { readonly stream: number; readonly ends: boolean; readonly parts: Buffer[] } | undefined;

  /** Takes a frame where it is one of headers; gives the block where that is whole. */
  take(frame: Frame): HeaderBlock | undefined {
    const { type, flags, stream } = frame;
    if (this.#begun === undefined && type === FrameType.HEADERS) {
      this.#begun = { stream, ends: (flags & Flag.END_STREAM) !== 0, parts: [firstPart(frame)] };
    } else if (this.#begun?.stream === stream && type === FrameType.CONTINUATION) {
      this.#begun.parts.push(frame.payload);
    } else if (this.#begun || type === FrameType.CONTINUATION) {
      throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, 'a header block is not ended');
    } else return undefined;

    const { parts, ends } = this.#begun;
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (bytes > MAX_HEADER_BYTES || parts.length > MOST_FRAMES) {
      throw new ConnectionError(ErrorCode.ENHANCE_YOUR_CALM, 'a header block that does not end');
    }
    if ((flags & Flag.END_HEADERS) === 0) return undefined;
    this.#begun = undefined;
    return { stream, ends, fields: this.#decoder.decode(parts.length === 1 ? parts[0]! : Buffer.concat(parts)) };
  }
}

/** Five bytes of priority may stand in front, which nobody heeds any more. RFC 9113, 6.2 */
function firstPart({ flags, payload }: Frame): Buffer {
  const part = unpadded(flags, payload);
  if ((flags & Flag.PRIORITY) === 0) return part;
  if (part.length < 5) throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, 'headers without their priority');
  return part.subarray(5);
}
