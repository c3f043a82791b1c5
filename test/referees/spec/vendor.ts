import type { Recorded } from './exchange.js';

export interface Verdict {
  /** The operation that was used, `POST /servers`; undefined where the vendor has none. */
  readonly operation?: string;
  readonly problems: readonly string[];
}

/** One vendor's own description, with what has changed since. */
export interface Vendor {
  readonly cloud: string;
  /** How many operations are described. */
  readonly operations: number;
  judge(exchange: Recorded): Verdict;
}
