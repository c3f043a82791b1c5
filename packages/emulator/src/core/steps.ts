import type { CloudContext } from './cloud.js';
import type { Collection } from './store.js';

interface Due<S extends string> {
  readonly at: number;
  readonly step: S;
  readonly target: string;
}

/** What happens when a step of a target is over. */
export type Transitions<S extends string> = Partial<Record<S, (target: string) => void>>;

/**
 * The time at a cloud and what is under way there, kept in its store: each step ends at its time, and what ends is done when somebody
 * looks. A cloud's world is one of these, with all that the account holds.
 */
export class Steps<S extends string> {
  readonly #due: Collection<Due<S>>;
  readonly #transitions = new Map<S, (target: string) => void>();
  #at: number | undefined;

  /** @param usual how long each step takes unless the settings say otherwise, ms */
  constructor(
    readonly context: CloudContext,
    private readonly usual: Readonly<Record<S, number>>,
  ) {
    this.#due = context.store.collection<Due<S>>('due');
  }

  /** The clock, or while a step is being finished, the time at which it ended. */
  now(): number {
    return this.#at ?? this.context.clock.now();
  }

  on(transitions: Transitions<S>): void {
    for (const [step, finish] of Object.entries(transitions)) this.#transitions.set(step as S, finish as () => void);
  }

  /** Finishes the step for that target when its time is over. */
  later(step: S, target: string): void {
    const at = this.now() + this.context.duration(step, this.usual[step]);
    this.#due.put(this.context.store.next('due'), { at, step, target });
  }

  /** Forgets what is under way for that target. */
  forget(target: string): void {
    for (const [id, due] of this.#due.entries()) if (due.target === target) this.#due.delete(id);
  }

  /** Whether anything is under way for that target. */
  isBusy(target: string): boolean {
    return this.#due.find((due) => due.target === target) !== undefined;
  }

  /** Carries out, in order of time, every step that is over by now. */
  settle(): void {
    for (;;) {
      const now = this.context.clock.now();
      let next: [string, Due<S>] | undefined;
      for (const entry of this.#due.entries()) {
        if (entry[1].at <= now && (!next || entry[1].at < next[1].at)) next = entry;
      }
      if (!next) return;
      const [id, { at, step, target }] = next;
      this.#due.delete(id);
      this.#at = at;
      try {
        this.#transitions.get(step)?.(target);
      } finally {
        this.#at = undefined;
      }
    }
  }
}
