import type { AnyKind } from '../../kinds/model/index.js';
import type { Clock } from '../clock.js';
import type { Observed } from '../driver/cell.js';

type Seen = Observed<AnyKind>;

/** What a list told, and when it was asked for: what happened later it may not know. */
export interface Told {
  askedAt: number;
  seen: ReadonlyMap<string, Seen>;
}

/** One list that all share who ask while it is under way and, for `keepMs` after it was asked for, all who ask later. */
export class Listing {
  private kept: Told | undefined;
  private going: Promise<Told> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly keepMs: number,
    private readonly list: () => Promise<Seen[]>,
  ) {}

  /** Whether it can answer without a request. */
  get fresh(): boolean {
    return this.kept !== undefined && this.clock.now() - this.kept.askedAt < this.keepMs;
  }

  get(): Promise<Told> {
    if (this.kept && this.fresh) return Promise.resolve(this.kept);
    // Without keeping, a list that began before the question was asked could be older than the question.
    if (this.going && this.keepMs > 0) return this.going;
    this.kept = undefined;
    const askedAt = this.clock.now();
    const going = this.list()
      .then((all) => {
        const told = { askedAt, seen: new Map(all.map((one) => [one.id, one])) };
        if (this.keepMs > 0) this.kept = told;
        return told;
      })
      .finally(() => {
        if (this.going === going) this.going = undefined;
      });
    this.going = going;
    return going;
  }
}
