import { readFileSync } from 'node:fs';
import { type Input, readInput } from '@hansa/report';
import { Failure, UsageError } from '../failure.js';

/** What `hansa report` and `hansa cost` are over: a file, or what comes on stdin where none is named. */
export async function readTerraform(file: string | undefined): Promise<Input> {
  return readInput(file === undefined || file === '-' ? await stdin() : bytesOf(file));
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`${file} cannot be read (${code ?? 'unknown'})`, ['name the JSON of a plan or state']);
  }
}

async function stdin(): Promise<Buffer> {
  // On a terminal nothing would come, and nobody would see why.
  if (process.stdin.isTTY)
    throw new UsageError('no plan and no state', ['terraform show -json tfplan | hansa report', 'or name a file']);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
