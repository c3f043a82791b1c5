import { ConnectionError, ErrorCode } from './frame.js';

/**
 * How many bits each byte takes, and last the end of a string, which never stands in one. The code is canonical: shorter codes come first,
 * and of one length the smaller byte, so that the lengths say it all. RFC 7541, appendix B, read 2026-11
 */
const LENGTHS = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
  13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6,
  5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23,
  22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20, 22, 22,
  23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26,
  20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27,
  27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27,
  27, 27, 27, 26, 30,
];
const END = 256;
const LONGEST = 30;

interface Code {
  /** By length in bits: the first code of that length, how many there are, and where in `bytes` the first one's byte stands. */
  readonly first: readonly number[];
  readonly count: readonly number[];
  readonly start: readonly number[];
  readonly bytes: readonly number[];
}

let made: Code | undefined;

function makeCode(): Code {
  const bytes = LENGTHS.map((_, byte) => byte).sort((a, b) => LENGTHS[a]! - LENGTHS[b]! || a - b);
  const [first, count, start]: [number[], number[], number[]] = [[0], [0], [0]];
  let [code, at] = [0, 0];
  for (let length = 1; length <= LONGEST; length += 1) {
    code *= 2;
    first.push(code);
    start.push(at);
    count.push(LENGTHS.filter((one) => one === length).length);
    code += count[length]!;
    at += count[length]!;
  }
  return { first, count, start, bytes };
}

/** Reads a Huffman-coded string. Throws a {@link ConnectionError} on what no encoder writes. */
export function decodeHuffman(coded: Buffer): string {
  made ??= makeCode();
  const { first, count, start, bytes } = made;
  let text = '';
  let [code, length] = [0, 0];
  for (const byte of coded) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      code = code * 2 + ((byte >> bit) & 1);
      length += 1;
      const index = code - first[length]!;
      if (index >= count[length]!) continue;
      const found = bytes[start[length]! + index]!;
      if (found === END) throw new ConnectionError(ErrorCode.COMPRESSION_ERROR, 'a string holds its end');
      text += String.fromCharCode(found);
      [code, length] = [0, 0];
    }
  }
  // What is left of the last byte are the first bits of the end: less than eight ones.
  if (length > 7 || code !== 2 ** length - 1) throw new ConnectionError(ErrorCode.COMPRESSION_ERROR, 'a string is cut');
  return text;
}
