import { createHash } from 'node:crypto';
import { signMachO } from './mach-o.js';

const CODE = 10_000;

/** The least that is a Mach-O program with room for a signature, by Apple's <mach-o/loader.h>. */
function program({ signed = 100 } = {}): Buffer {
  const file = Buffer.alloc(CODE + signed, 7);
  const segment = (at: number, name: string, offset: number, size: number) => {
    file.fill(0, at, at + 72);
    file.writeUInt32LE(0x19, at);
    file.writeUInt32LE(72, at + 4);
    file.write(name, at + 8, 'latin1');
    file.writeBigUInt64LE(BigInt(offset), at + 40);
    file.writeBigUInt64LE(BigInt(size), at + 48);
  };
  [0xfeedfacf, 0x01000007, 3, 2, 3, 160, 0, 0].forEach((word, index) => {
    file.writeUInt32LE(word, index * 4);
  });
  segment(32, '__TEXT', 0, 8192);
  segment(104, '__LINKEDIT', 8192, CODE + signed - 8192);
  [0x1d, 16, CODE, signed].forEach((word, index) => {
    file.writeUInt32LE(word, 176 + index * 4);
  });
  return file;
}

/** Reads a signature as <kern/cs_blobs.h> says, and what macOS would check of it. */
function verify(file: Buffer) {
  const [start, size] = [file.readUInt32LE(176 + 8), file.readUInt32LE(176 + 12)];
  expect(start + size).toBe(file.length);
  const linkedit = { offset: file.readBigUInt64LE(104 + 40), size: file.readBigUInt64LE(104 + 48) };
  expect(Number(linkedit.offset + linkedit.size)).toBe(file.length);
  expect(file.readBigUInt64LE(104 + 32)).toBeGreaterThanOrEqual(linkedit.size);
  const word = (at: number) => file.readUInt32BE(start + at);
  expect([word(0), word(4), word(8), word(12), word(16)]).toEqual([0xfade0cc0, size, 1, 0, 20]);
  const directory = (at: number) => word(20 + at);
  expect([directory(0), directory(4), directory(8)]).toEqual([0xfade0c02, size - 20, 0x20400]);
  const [flags, hashes, identifier, special, pages, limit] = [12, 16, 20, 24, 28, 32].map(directory) as number[];
  const at = start + 20;
  const [hashBytes, kind, platform, pageBits] = file.subarray(at + 36, at + 40);
  expect({ flags, special, limit, hashBytes, kind, platform, pageBits }).toEqual({
    flags: 0x20002,
    special: 0,
    limit: start,
    hashBytes: 32,
    kind: 2,
    platform: 0,
    pageBits: 12,
  });
  expect(file.toString('latin1', at + identifier!, at + identifier! + 6)).toBe('a.out\0');
  expect([64, 72, 80].map((field) => Number(file.readBigUInt64BE(at + field)))).toEqual([0, 8192, 1]);
  expect(pages).toBe(Math.ceil(start / 4096));
  for (let page = 0; page < pages!; page += 1) {
    const code = file.subarray(page * 4096, Math.min((page + 1) * 4096, start));
    const hash = file.subarray(at + hashes! + page * 32, at + hashes! + (page + 1) * 32);
    expect(hash.toString('hex')).toBe(createHash('sha256').update(code).digest('hex'));
  }
}

test.each([0, 100, 5_000])('signs every page of a program that had a signature of %i bytes', (signed) => {
  verify(signMachO(program({ signed })));
});

test('to sign twice is to sign once', () => {
  const once = signMachO(program());
  expect(signMachO(once).equals(once)).toBe(true);
});

test('leaves the code as it is', () => {
  expect(signMachO(program()).subarray(192, CODE).equals(program().subarray(192, CODE))).toBe(true);
});

test('refuses what it does not know', () => {
  expect(() => signMachO(Buffer.from('#!/bin/sh'))).toThrow('no 64-bit Mach-O');
  const unsigned = program();
  unsigned.writeUInt32LE(0x1e, 176);
  expect(() => signMachO(unsigned)).toThrow('no room for a signature');
});
