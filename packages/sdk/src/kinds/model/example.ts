/** States of the things that an example refers to, by kind. */
export type Has = Readonly<Record<string, { id: string; place?: string | null }>>;

/** One change that an example of a kind can go through. Whether it is in place or replaces is the cell's word; the law is that it keeps it. */
export interface ExampleChange {
  /** Attributes to set, model names. */
  set: Record<string, unknown> | ((has: Has) => Record<string, unknown>);
  /** Attributes to take out of the specification before. */
  unset?: readonly string[];
}

/** A small true specimen of a kind, with all that can be done to it: for conformance, docs and scaffolds. */
export interface Example {
  /** Kinds of which one thing must be there first. */
  needs: readonly string[];
  spec(name: string, region: string | undefined, has: Has): Record<string, unknown>;
  /** The changes, each applied to the outcome of the one before. */
  changes: readonly ExampleChange[];
}
