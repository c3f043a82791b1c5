import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileName, quietly, runsDirectory } from './other-runs.js';

/**
 * Word, on this machine, that whoever asked for a thing has recorded it. It bridges the time from then until the mark "unfinished" is off,
 * which takes requests: of a process that is ended in that time (Terraform gives a provider two seconds) the word stays, and no later run
 * takes the thing over as a leftover.
 *
 * @example
 * noteRecorded('hetzner account 4711');
 * isNoted('hetzner account 4711'); // true, in every process of this user
 * forgetNote('hetzner account 4711');
 */
export function noteRecorded(key: string): void {
  quietly(() => {
    mkdirSync(directory(), { recursive: true, mode: 0o700 });
    writeFileSync(noteOf(key), '');
  });
}

export function isNoted(key: string): boolean {
  return existsSync(noteOf(key));
}

export function forgetNote(key: string): void {
  quietly(() => rmSync(noteOf(key), { force: true }));
}

/** Whether a note can be there at all: asked before a key is made that costs a request. */
export function mayBeNoted(): boolean {
  try {
    return readdirSync(directory()).length > 0;
  } catch {
    return false;
  }
}

const directory = () => join(runsDirectory(), 'finished');
const noteOf = (key: string) => join(directory(), fileName(key));
