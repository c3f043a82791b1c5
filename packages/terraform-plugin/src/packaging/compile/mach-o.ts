import { createHash } from 'node:crypto';

// Mach-O and its signatures: Apple's <mach-o/loader.h> and <kern/cs_blobs.h> of XNU, read 2026-11. The file is little-endian, its
// signature big-endian.
const MAGIC_64 = 0xfeedfacf;
const SEGMENT_64 = 0x19;
const CODE_SIGNATURE = 0x1d;
const EMBEDDED_SIGNATURE = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
/** The first that knows where the executable segment is. */
const VERSION = 0x20400;
const AD_HOC = 0x2;
/** Signed as a linker does: whoever signs for real may write over it. */
const LINKER_SIGNED = 0x20000;
const MAIN_BINARY = 1;
const SHA256 = 2;
const HASH_BYTES = 32;
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
const HEADER = 88;
/** The superblob's header and its index of one. */
const WRAPPING = 20;
const IDENTIFIER = Buffer.from('a.out\0', 'latin1');

interface Commands {
  /** Offset of the load command that names the signature. */
  readonly signature: number;
  readonly linkedit: number;
  readonly text: number;
}

/**
 * Signs a 64-bit Mach-O executable anew, for nobody in particular ("ad hoc"), as macOS wants it of whatever it runs. It must have room for a
 * signature, as linkers leave it: a signature at its very end. Throws on any other file.
 */
export function signMachO(program: Buffer): Buffer {
  const { signature, linkedit, text } = commandsOf(program);
  const codeLimit = program.readUInt32LE(signature + 8);
  const pages = Math.ceil(codeLimit / PAGE);
  const directoryBytes = HEADER + IDENTIFIER.length + pages * HASH_BYTES;
  const bytes = WRAPPING + directoryBytes;
  const signed = Buffer.alloc(codeLimit + bytes);
  program.copy(signed, 0, 0, codeLimit);

  signed.writeUInt32LE(bytes, signature + 12);
  const linkeditOffset = Number(signed.readBigUInt64LE(linkedit + 40));
  const linkeditBytes = signed.length - linkeditOffset;
  signed.writeBigUInt64LE(BigInt(linkeditBytes), linkedit + 48);
  // Mapped in whole pages, of which arm64 has 16 KiB.
  signed.writeBigUInt64LE(BigInt(Math.ceil(linkeditBytes / 0x4000) * 0x4000), linkedit + 32);

  const words = (at: number, values: readonly number[]) =>
    values.forEach((value, index) => {
      signed.writeUInt32BE(value, at + index * 4);
    });
  words(codeLimit, [EMBEDDED_SIGNATURE, bytes, 1, 0, WRAPPING]);
  const directory = codeLimit + WRAPPING;
  const hashes = HEADER + IDENTIFIER.length;
  words(directory, [
    CODE_DIRECTORY,
    directoryBytes,
    VERSION,
    AD_HOC | LINKER_SIGNED,
    hashes,
    HEADER,
    0,
    pages,
    codeLimit,
  ]);
  signed.set([HASH_BYTES, SHA256, 0, PAGE_BITS], directory + 36);
  signed.writeBigUInt64BE(signed.readBigUInt64LE(text + 40), directory + 64);
  signed.writeBigUInt64BE(signed.readBigUInt64LE(text + 48), directory + 72);
  signed.writeBigUInt64BE(BigInt(MAIN_BINARY), directory + 80);
  IDENTIFIER.copy(signed, directory + HEADER);
  for (let page = 0; page < pages; page += 1) {
    const code = signed.subarray(page * PAGE, Math.min((page + 1) * PAGE, codeLimit));
    createHash('sha256')
      .update(code)
      .digest()
      .copy(signed, directory + hashes + page * HASH_BYTES);
  }
  return signed;
}

function commandsOf(program: Buffer): Commands {
  if (program.length < 32 || program.readUInt32LE(0) !== MAGIC_64) throw new Error('this is no 64-bit Mach-O file');
  const found: { -readonly [name in keyof Commands]?: number } = {};
  let at = 32;
  for (let left = program.readUInt32LE(16); left > 0; left -= 1) {
    const command = program.readUInt32LE(at);
    if (command === CODE_SIGNATURE) found.signature = at;
    if (command === SEGMENT_64) {
      const name = program.toString('latin1', at + 8, at + 24).replace(/\0.*$/, '');
      if (name === '__LINKEDIT') found.linkedit = at;
      if (name === '__TEXT') found.text = at;
    }
    at += program.readUInt32LE(at + 4);
  }
  const { signature, linkedit, text } = found;
  if (signature === undefined || linkedit === undefined || text === undefined) {
    throw new Error('this Mach-O file has no room for a signature');
  }
  return { signature, linkedit, text };
}
