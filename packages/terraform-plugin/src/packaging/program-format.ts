import { open } from 'node:fs/promises';
import { DiagnosticError } from '../framework/diagnostics.js';

/** Numbers of processors as each format has them: the ELF specification, Apple's <mach/machine.h>, Microsoft's PE format, read 2026-11. */
const ELF: Readonly<Record<number, string>> = { 3: '386', 40: 'arm', 62: 'amd64', 183: 'arm64' };
const MACH_O: Readonly<Record<number, string>> = { 16777223: 'amd64', 16777228: 'arm64' };
const PE: Readonly<Record<number, string>> = { 332: '386', 34404: 'amd64', 43620: 'arm64' };

interface Format {
  readonly name: string;
  runsOn(os: string): boolean;
  /** Undefined: any, or none that is known here. */
  readonly arch?: string | undefined;
}

const isUnix = (os: string) => os !== 'windows';

/**
 * Throws a {@link DiagnosticError} where a program cannot run on a platform, by its first bytes: who installs it would get no more than
 * "exec format error".
 */
export async function expectPlatform(file: string, platform: string): Promise<void> {
  const format = formatOf(await firstBytes(file));
  const [os = '', arch] = platform.split('_');
  if (format?.runsOn(os) && (format.arch ?? arch) === arch) return;
  const what = format ? `is ${format.name}${format.arch ? ` for ${format.arch}` : ''}` : 'is no program';
  throw new DiagnosticError(`${file} cannot be packaged for ${platform}: it ${what}`, {
    detail: 'Name a program for each platform, or compile them: terraform-plugin package src/main.ts --compile.',
  });
}

/** Whether it is run by what its first line names. */
export const isScript = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === '#!';

function formatOf(head: Buffer): Format | undefined {
  const start = head.subarray(0, 4).toString('latin1');
  if (isScript(head)) return { name: 'a script', runsOn: isUnix };
  if (start === '\x7fELF' && head.length >= 20) {
    return { name: 'an ELF program', runsOn: (os) => isUnix(os) && os !== 'darwin', arch: ELF[head.readUInt16LE(18)] };
  }
  const mac = { name: 'a Mach-O program', runsOn: (os: string) => os === 'darwin' };
  if (start === '\xca\xfe\xba\xbe') return mac; // for several processors
  if (start === '\xcf\xfa\xed\xfe' && head.length >= 8) return { ...mac, arch: MACH_O[head.readUInt32LE(4)] };
  if (!start.startsWith('MZ') || head.length < 64) return undefined;
  const at = head.readUInt32LE(60) + 4;
  const arch = at + 2 <= head.length ? PE[head.readUInt16LE(at)] : undefined;
  return { name: 'a Windows program', runsOn: (os) => os === 'windows', arch };
}

export async function firstBytes(file: string): Promise<Buffer> {
  const opened = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${cause.code === 'ENOENT' ? 'there is no such file' : cause.message}`, {
      cause,
    });
  });
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.alloc(4096), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}
