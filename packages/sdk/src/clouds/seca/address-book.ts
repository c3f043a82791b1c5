import type { Clock } from '../../runtime/clock.js';

/** How long addresses are believed to be taken, ms: a thousand servers made at once need not list all NICs a thousand times. */
const KEEP_MS = 60_000;

/** The addresses that are taken in each network, as far as is known: those that were listed, and those chosen since. */
export class AddressBook {
  private readonly known = new Map<string, { until: number; taken: Set<string> }>();

  constructor(private readonly clock: Clock) {}

  /** Whoever chooses one adds it. */
  async taken(network: string, list: () => Promise<string[]>): Promise<Set<string>> {
    const known = this.known.get(network);
    if (known && known.until > this.clock.now()) return known.taken;
    const taken = new Set(await list());
    this.known.set(network, { until: this.clock.now() + KEEP_MS, taken });
    return taken;
  }

  /** One that seemed free was not: all are listed again. */
  forget(network: string): void {
    this.known.delete(network);
  }
}
