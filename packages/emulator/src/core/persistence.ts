import type { State, StateFile } from './state-file.js';

/**
 * Saves soon after a change, not on each: writing 1,000 servers 1,000 times would take longer than making them.
 * The pause grows with what a write costs, so saving takes at most about a tenth of the time.
 */
export class Persistence {
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = 20;

  constructor(
    readonly file: StateFile,
    readonly state: () => State,
  ) {}

  changed(): void {
    this.#timer ??= setTimeout(() => {
      try {
        this.flush();
      } catch (error) {
        process.emitWarning(`the emulator's state could not be saved: ${error}`); // the last write, at close, throws
      }
    }, this.#pauseMs);
  }

  /** Writes now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const start = performance.now();
    this.file.write(this.state());
    this.#pauseMs = Math.max(20, (performance.now() - start) * 10);
  }
}
