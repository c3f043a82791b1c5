import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yazl';
import { isScript } from './program-format.js';
import { BESIDE_SCRIPT } from './provider-files.js';

/** The earliest that an archive can say, in no time zone: the same bytes give the same archive, whenever and wherever. */
const NO_TIME = new Date(1980, 0, 1);

/** Of a compiled program 9 takes off 0.3 % more and twice the time. */
const LEVEL = 6;

/** Writes an archive that holds one program, which can be run when it is unpacked, and what has to lie beside it. */
export async function zipProgram(target: string, name: string, program: Buffer): Promise<void> {
  const { ZipFile: Zip } = await import('yazl').catch((cause: unknown) => {
    throw new Error('packaging needs the package yazl: npm install --save-dev yazl', { cause });
  });
  const zip: ZipFile = new Zip();
  const always = { mtime: NO_TIME, forceDosTimestamp: true, compressionLevel: LEVEL };
  zip.addBuffer(program, name, { ...always, mode: 0o100755 });
  if (isScript(program))
    zip.addBuffer(Buffer.from(BESIDE_SCRIPT.text), BESIDE_SCRIPT.name, { ...always, mode: 0o100644 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}
