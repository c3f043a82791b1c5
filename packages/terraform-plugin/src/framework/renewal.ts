import type { Timestamp } from '../protocol/ephemeral.gen.js';

/** When an ephemeral resource says that it has to be renewed. */
export class Renewal {
  #at: Timestamp | undefined;

  /** For the context of a call. */
  readonly renewAt = (time: Date): void => {
    const seconds = Math.floor(time.getTime() / 1000);
    this.#at = { seconds, nanos: (time.getTime() - seconds * 1000) * 1_000_000 };
  };

  get at(): Timestamp | undefined {
    return this.#at;
  }
}
