import type { Requirements } from './requirements.js';

/** What a place counts as. */
export interface Apart {
  chain: number | null;
  country: string | null;
  cloud: string;
  place: string;
}

/** One place that could take instances, and what it costs by each objective. */
export interface Spot extends Apart {
  cost: readonly number[];
}

type Spread = NonNullable<Requirements['spread']>;
const COUNTS: Readonly<Record<keyof Spread, (apart: Apart) => string | number | null>> = {
  controlChains: ({ chain }) => chain,
  countries: ({ country }) => country,
  clouds: ({ cloud }) => cloud,
  places: ({ place }) => place,
};

/** What a place counts as in each respect that is asked for. */
export function countsAs(apart: Apart, spread: Spread): (string | number | null)[] {
  return (Object.keys(spread) as (keyof Spread)[]).map((name) => COUNTS[name](apart));
}

/**
 * How many steps a search may take. Sets that exist are found in far fewer; only where nearly enough places are apart, and yet not
 * enough, would a search go on, and then it ends here without one.
 */
const MOST_STEPS = 200_000;

/**
 * The fewest spots that are as far apart as is asked, and of such sets the best by the sum of each objective in turn; undefined where
 * there is none. The same spots in the same order give the same answer.
 *
 * @param spots the best first, one a place
 */
export function spreadOver<S extends Spot>(spots: readonly S[], spread: Spread, instances: number): S[] | undefined {
  const asked = Object.entries(spread) as [keyof Spread, number][];
  const least = Math.max(1, ...asked.map(([, apart]) => apart));
  // Of places that count as the same only the best can be in the best set.
  const useful = distinct(spots, (spot) => asked.map(([name]) => String(COUNTS[name](spot))).join('|'));
  const most = asked.reduce((sum, [, apart]) => sum + apart, 1);
  for (let size = least; size <= Math.min(instances, useful.length, most); size += 1) {
    const found = new Search(useful, asked, size).run();
    if (found) return found;
  }
  return undefined;
}

/** Depth first, the best spots first; a branch that cannot be better than what was found, or not be far enough apart, is left. */
class Search<S extends Spot> {
  private best: { picked: S[]; cost: readonly number[] } | undefined;
  private steps = 0;
  /** The least cost by each objective from each spot on. */
  private readonly rest: (readonly number[])[];

  constructor(
    private readonly spots: readonly S[],
    private readonly asked: readonly [keyof Spread, number][],
    private readonly size: number,
  ) {
    const rest: number[][] = [];
    for (const { cost } of [...spots].reverse())
      rest.unshift(cost.map((value, i) => Math.min(value, rest[0]?.[i] ?? Number.POSITIVE_INFINITY)));
    this.rest = rest;
  }

  run(): S[] | undefined {
    this.go(0, [], this.spots[0]?.cost.map(() => 0) ?? []);
    return this.best?.picked;
  }

  private go(from: number, picked: readonly S[], cost: readonly number[]): void {
    const open = this.size - picked.length;
    if (!this.reachable(picked, open)) return;
    if (open === 0) {
      if (!this.best || compare(cost, this.best.cost) < 0) this.best = { picked: [...picked], cost };
      return;
    }
    for (let i = from; i <= this.spots.length - open; i += 1) {
      this.steps += 1;
      const least = cost.map((value, at) => value + open * (this.rest[i]?.[at] ?? 0));
      // Later spots are no better by the first objective that differs.
      if (this.steps > MOST_STEPS || (this.best && compare(least, this.best.cost) >= 0)) return;
      const spot = this.spots[i] as S;
      this.go(
        i + 1,
        [...picked, spot],
        cost.map((value, at) => value + (spot.cost[at] ?? 0)),
      );
    }
  }

  /** Whether what is left to pick can still bring enough of everything. */
  private reachable(picked: readonly S[], open: number): boolean {
    return this.asked.every(([name, apart]) => {
      const seen = new Set(picked.map((spot) => COUNTS[name](spot)));
      seen.delete(null);
      return seen.size + open >= apart;
    });
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return 0;
}

function distinct<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}
