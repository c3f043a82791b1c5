import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectPlatform } from './program-format.js';

const root = mkdtempSync(join(tmpdir(), 'format-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const words = (...pairs: readonly [at: number, bytes: number[]][]) => {
  const head = Buffer.alloc(256);
  for (const [at, bytes] of pairs) head.set(bytes, at);
  return head;
};
const programs = {
  script: Buffer.from('#!/usr/bin/env node\n'),
  'elf x64': words([0, [0x7f, 0x45, 0x4c, 0x46]], [18, [62, 0]]),
  'elf arm64': words([0, [0x7f, 0x45, 0x4c, 0x46]], [18, [183, 0]]),
  'mach-o arm64': words([0, [0xcf, 0xfa, 0xed, 0xfe]], [4, [0x0c, 0, 0, 1]]),
  'universal mach-o': words([0, [0xca, 0xfe, 0xba, 0xbe]]),
  'pe x64': words([0, [0x4d, 0x5a]], [60, [128, 0, 0, 0]], [128, [0x50, 0x45, 0, 0, 0x64, 0x86]]),
  text: Buffer.from('hello'),
  nothing: Buffer.alloc(0),
};

async function outcome(program: keyof typeof programs, platform: string): Promise<string> {
  const file = join(root, program);
  writeFileSync(file, programs[program]);
  return expectPlatform(file, platform).then(
    () => 'fits',
    (error: Error) => error.message.replace(`${root}/`, ''),
  );
}

test.each([
  ['script', 'linux_arm64'],
  ['script', 'freebsd_amd64'],
  ['elf x64', 'linux_amd64'],
  ['elf x64', 'freebsd_amd64'],
  ['elf arm64', 'linux_arm64'],
  ['mach-o arm64', 'darwin_arm64'],
  ['universal mach-o', 'darwin_amd64'],
  ['pe x64', 'windows_amd64'],
] as const)('%s runs on %s', async (program, platform) => {
  expect(await outcome(program, platform)).toBe('fits');
});

test.each([
  ['script', 'windows_amd64', 'script cannot be packaged for windows_amd64: it is a script'],
  ['elf x64', 'linux_arm64', 'elf x64 cannot be packaged for linux_arm64: it is an ELF program for amd64'],
  ['elf arm64', 'darwin_arm64', 'elf arm64 cannot be packaged for darwin_arm64: it is an ELF program for arm64'],
  ['mach-o arm64', 'darwin_amd64', 'it is a Mach-O program for arm64'],
  ['pe x64', 'windows_arm64', 'it is a Windows program for amd64'],
  ['text', 'linux_amd64', 'it is no program'],
  ['nothing', 'linux_amd64', 'it is no program'],
] as const)('%s does not run on %s', async (program, platform, words) => {
  expect(await outcome(program, platform)).toContain(words);
});

test('a program that is not there is named', async () => {
  await expect(expectPlatform('/nonexistent/x', 'linux_amd64')).rejects.toThrow(
    '/nonexistent/x cannot be read: there is no such file',
  );
});
