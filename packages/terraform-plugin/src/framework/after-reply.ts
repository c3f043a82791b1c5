import type { Logger } from '../goplugin/log.js';

type Work = () => void | Promise<void>;

/** How long work waits after its reply, ms. */
export interface Calm {
  /** Core writes a local state file within milliseconds of a reply: nothing begins before this. */
  readonly shortest: number;
  /** Core writes a state that lives elsewhere every 20 s while it applies (TF_STATE_PERSIST_INTERVAL of Terraform 1.11). */
  readonly longest: number;
  /**
   * So many may wait that long; of more, the oldest begin after `shortest`, since at shutdown there are 2 s for all of them. What core
   * has not written by then, with a state that lives elsewhere, it does not know of after a kill.
   */
  readonly most: number;
}

/**
 * For a provider that core has started and that ends with it. 25 can be done at shutdown by a client that keeps to twenty requests a
 * second, or sends ten at once to a vendor that takes 0.4 s for each.
 */
export const UNTIL_RECORDED: Calm = { shortest: 2_000, longest: 25_000, most: 25 };
const LOOK_MS = 500;

/**
 * What was put off until a reply had left and core had time to record it. A core that is killed in between knows nothing of the reply:
 * then the work must not be done, see {@link abandon}. Without `calm` it begins at once.
 */
export class AfterReply {
  readonly #running = new Set<Promise<void>>();
  /** Oldest first. */
  #waiting: { work: Work; since: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly log: Logger,
    readonly calm?: Calm,
  ) {}

  start(work: Work): void {
    if (!this.calm) this.#run(work);
    else {
      this.#waiting.push({ work, since: performance.now() });
      this.#timer ??= setInterval(() => this.#look(), LOOK_MS).unref();
    }
  }

  /** Whether something has still to be done. */
  get waits(): boolean {
    return this.#waiting.length > 0 || this.#running.size > 0;
  }

  /** Core asks for the end, so it lives: does all that waits, and waits for it, but no longer than so many milliseconds. Work may start more work. */
  async settle(milliseconds: number): Promise<void> {
    this.#release(this.#waiting.length);
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        late = true;
        resolve();
      }, milliseconds);
    });
    while (this.#running.size > 0 && !late) await Promise.race([Promise.all(this.#running), deadline]);
    clearTimeout(timer);
    if (this.#running.size > 0) this.log.warn('left unfinished at shutdown', { count: this.#running.size });
  }

  /** Core is gone, and with it perhaps what it was told last: what waits is not done. */
  abandon(): void {
    if (this.#waiting.length > 0)
      this.log.warn('left undone: core may not know of it', { count: this.#waiting.length });
    this.#waiting = [];
    clearInterval(this.#timer);
  }

  #look(): void {
    const { shortest, longest, most } = this.calm!;
    const now = performance.now();
    const surplus = this.#waiting.length - most;
    const due = this.#waiting.findIndex(({ since }, index) => now - since < (index < surplus ? shortest : longest));
    this.#release(due < 0 ? this.#waiting.length : due);
  }

  #release(count: number): void {
    for (const { work } of this.#waiting.splice(0, count)) this.#run(work);
    if (this.#waiting.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #run(work: Work): void {
    const running = Promise.resolve()
      .then(work)
      .catch((error: unknown) => this.log.error('work after a reply failed', { error }))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
