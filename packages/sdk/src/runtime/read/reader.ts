import { isCloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { Clock } from '../clock.js';
import type { Cell, ListFilter, Observed } from '../driver/cell.js';
import { Listing, type Told } from './listing.js';

/** From so many reads at once one list is cheaper than single reads. */
const LIST_FROM = 3;
/** Things on a page of a list, the fewest that our clouds give: what a list costs in requests. */
const PAGE = 50;
/** Reads that come within this time, ms, are answered together. Terraform sends ten at once. */
const GATHER_MS = 5;
/** How long a list serves the creates of one burst, ms. What this process itself made meanwhile is known apart. */
const BURST_MS = 2_000;
/** How long after a change here a list may still tell what was before, ms (eventual consistency; our choice, no cloud names any). */
const SETTLED_MS = 10_000;

type Seen = Observed<AnyKind>;

interface Asked {
  promise: Promise<Seen | undefined>;
  resolve(seen: Promise<Seen | undefined>): void;
}

/**
 * Reads things of one cell with as few requests as possible: reads that come together become one list, and for callers that
 * want it (a Terraform refresh) that list serves all further reads for `snapshotMs`.
 */
export class Reader<A> {
  private gathering = new Map<string, Asked>();
  /** When a thing was last changed here: a list asked for before that, or just after, does not speak for it. */
  private readonly touched = new Map<string, number>();
  /** Lists of the owner's things and of all things, by place where the cell's ids name one. */
  private readonly owned = new Map<string, Listing>();
  private readonly all = new Map<string, Listing>();
  private readonly bursts = new Map<string, Listing>();
  /** How many things a list of the owner's has, as far as lists have told. */
  private size = 0;

  constructor(
    private readonly cell: Cell<AnyKind, A>,
    private readonly api: A,
    private readonly clock: Clock,
    private readonly options: { owner: string; snapshotMs: number },
  ) {}

  /** The thing as the cloud has it now, or at most `snapshotMs` ago; undefined when it is gone. */
  read(id: string): Promise<Seen | undefined> {
    const going = this.gathering.get(id);
    if (going) return going.promise;
    let resolve!: Asked['resolve'];
    const promise = new Promise<Seen | undefined>((done) => (resolve = done));
    if (this.gathering.size === 0) void this.clock.sleep(GATHER_MS).then(() => this.collect());
    this.gathering.set(id, { promise, resolve });
    return promise;
  }

  /** One thing, past every snapshot. */
  readNow(id: string): Promise<Seen | undefined> {
    return this.cell.read(this.api, id);
  }

  /** Many things, past every snapshot: by one list where that is cheaper. For waiting. */
  async readMany(ids: readonly string[]): Promise<Map<string, Seen>> {
    const { owner } = this.options;
    const listed = this.listIsCheaper(ids.length)
      ? await unlessForbidden(this.sized(this.cell.list(this.api, { owner, ids })), [])
      : [];
    const seen = new Map(listed.map((one) => [one.id, one]));
    const missing = ids.filter((id) => !seen.has(id));
    for (const one of await Promise.all(missing.map((id) => this.readNow(id)))) if (one) seen.set(one.id, one);
    return seen;
  }

  /** Everything of this owner, at that place where one is given; at most two seconds old unless `now`. */
  async ofOwner(place: string | undefined, now: boolean): Promise<ReadonlyMap<string, Seen>> {
    const key = place ?? '';
    const { owner } = this.options;
    const make = () =>
      new Listing(this.clock, BURST_MS, () =>
        this.sized(this.cell.list(this.api, { owner, ...(place ? { place } : {}) })),
      );
    const burst = now ? make() : (this.bursts.get(key) ?? make());
    this.bursts.set(key, burst);
    return (await burst.get()).seen;
  }

  /** Says that `id` was changed here: snapshots up to now no longer speak for it. */
  touch(id: string): void {
    this.touched.set(id, this.clock.now());
  }

  /** Says that something was made or went that the lists of a burst do not know of. */
  forgetBursts(): void {
    this.bursts.clear();
  }

  private collect(): void {
    const asked = [...this.gathering];
    this.gathering = new Map();
    const byPlace = new Map<string | undefined, typeof asked>();
    for (const one of asked) {
      const place = this.cell.placeOf?.(one[0]);
      const there = byPlace.get(place);
      if (there) there.push(one);
      else byPlace.set(place, [one]);
    }
    for (const [place, there] of byPlace) {
      const answers = this.answer(
        place,
        there.map(([id]) => id),
      );
      for (const [id, { resolve }] of there) resolve(answers.then((seen) => seen(id)));
    }
  }

  /** Owner's list first, the whole list when several are not in it (imported things), single reads for the rest. */
  private async answer(
    place: string | undefined,
    ids: readonly string[],
  ): Promise<(id: string) => Seen | undefined | Promise<Seen | undefined>> {
    const known = new Map<string, Seen>();
    const { owner } = this.options;
    for (const listing of [this.listing(this.owned, place, { owner }), this.listing(this.all, place, {})]) {
      const open = ids.filter((id) => !known.has(id) && this.mayBeTold(id));
      const worth = this.options.snapshotMs > 0 ? open.length >= LIST_FROM : this.listIsCheaper(open.length);
      if (!worth && !(listing.fresh && open.length > 0)) break;
      // Who may not list may still read one by one.
      const told = await unlessForbidden(listing.get(), undefined);
      for (const id of open) {
        const one = told?.seen.get(id);
        if (told && one && this.speaksFor(told, id)) known.set(id, one);
      }
    }
    return (id) => known.get(id) ?? this.readNow(id);
  }

  private listing(of: Map<string, Listing>, place: string | undefined, filter: ListFilter): Listing {
    const known = of.get(place ?? '');
    if (known) return known;
    const ask = () => this.cell.list(this.api, place === undefined ? filter : { ...filter, place });
    // How long the owner's list is, a list of everybody's does not tell.
    const made = new Listing(this.clock, this.options.snapshotMs, () => (filter.owner ? this.sized(ask()) : ask()));
    of.set(place ?? '', made);
    return made;
  }

  /** Whether a list asked for now would speak for `id`. */
  private mayBeTold(id: string): boolean {
    return (this.touched.get(id) ?? Number.NEGATIVE_INFINITY) + SETTLED_MS <= this.clock.now();
  }

  private speaksFor({ askedAt }: Told, id: string): boolean {
    return (this.touched.get(id) ?? Number.NEGATIVE_INFINITY) + SETTLED_MS <= askedAt;
  }

  private listIsCheaper(reads: number): boolean {
    return reads >= LIST_FROM && reads >= this.size / PAGE;
  }

  private async sized(list: Promise<Seen[]>): Promise<Seen[]> {
    const all = await list;
    // A list of one place or of some ids is only a part.
    this.size = Math.max(this.size, all.length);
    return all;
  }
}

async function unlessForbidden<T, E>(list: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await list;
  } catch (error) {
    if (isCloudError(error, 'forbidden')) return otherwise;
    throw error;
  }
}
