/** One call under way: its signal, and ways to end it from outside. Most calls never look at their signal. */
export class Flight {
  #abort: AbortController | undefined;
  #aborted: Error | undefined;
  #fail: ((error: Error) => void) | undefined;

  /** `caller.signal` aborts when core gives up the call or its connection ends. */
  constructor(readonly caller: { readonly signal: AbortSignal }) {}

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const abort = new AbortController();
      const { signal } = this.caller;
      if (this.#aborted ?? signal.aborted) abort.abort(this.#aborted ?? signal.reason);
      else signal.addEventListener('abort', () => abort.abort(signal.reason), { once: true });
      this.#abort = abort;
    }
    return this.#abort.signal;
  }

  get cancelled(): boolean {
    return this.#aborted !== undefined || this.#abort?.signal.aborted === true;
  }

  /** The outcome of the work, unless {@link fail} comes first. */
  outcome<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      work.then(resolve, reject);
    });
  }

  abort(reason: Error): void {
    this.#aborted = reason;
    this.#abort?.abort(reason);
  }

  fail(error: Error): void {
    this.#fail?.(error);
  }
}
