import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { StoredCloud } from './store.js';

const VERSION = 1;

/** All clouds' state, and the time on the emulator's clock when it was saved (a scaled clock runs ahead of the machine's). */
export interface State {
  readonly now: number;
  readonly clouds: Record<string, StoredCloud>;
}

/** One JSON file, written whole and atomically, readable by its owner only: it may hold the secrets of tests. */
export class StateFile {
  constructor(readonly path: string) {}

  /** @throws Error where the file is not one of ours. */
  read(): State | undefined {
    if (!existsSync(this.path)) return undefined;
    const found: unknown = parse(readFileSync(this.path, 'utf8'));
    if (typeof found !== 'object' || found === null || !('version' in found) || found.version !== VERSION) {
      throw new Error(
        `${this.path} is no state file of this emulator (version ${VERSION}): move it away, or name another`,
      );
    }
    return found as unknown as State;
  }

  write(state: State): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}.tmp`;
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(file, JSON.stringify({ version: VERSION, ...state }));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, this.path);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
