import type { Catalogue } from '../kinds/model/index.js';
import type { Place } from '../places/index.js';
import { measureOf } from '../sizes/index.js';
import type { Clock } from './clock.js';
import type { Cell } from './driver/cell.js';
import type { AnyCloud } from './driver/cloud.js';
import { Memo } from './memo.js';
import { Reader } from './read/reader.js';
import type { Rules } from './rules.js';
import { cellLookup, probeLookup, type Seen } from './wait/lookups.js';
import { Waiter } from './wait/waiter.js';

/** How long sizes, images and places are believed, ms. They change by announcement, not by the minute. */
const CATALOGUE_MS = 10 * 60_000;

export interface AccountOptions {
  /** The id that the user gave this cloud. */
  id: string;
  cloud: AnyCloud;
  api: unknown;
  config: object;
  env: Readonly<Record<string, string | undefined>>;
  owner: string;
  clock: Clock;
  /** How long a list may answer reads, ms; 0 = every read asks. */
  snapshotMs: number;
  /** Ids of all configured clouds. */
  siblings: readonly string[];
  /** Drivers that offer a kind, or an attribute of it, for messages. */
  offeredElsewhere(kind: string, attribute?: string): Promise<string[]>;
  /** What the user allows; absent: everything. */
  rules?: Rules | undefined;
}

/** One connected account at one cloud: what its things share, namely waiters, readers and the catalogue. */
export class Account {
  readonly id: string;
  readonly owner: string;
  readonly clock: Clock;
  readonly cloud: AnyCloud;
  readonly api: unknown;
  readonly siblings: readonly string[];
  readonly offeredElsewhere: AccountOptions['offeredElsewhere'];
  readonly rules: Rules | undefined;
  /** Places as far as loaded; see {@link loadPlaces}. */
  places: readonly Place[] = [];
  private readonly readers = new Map<string, Reader<unknown>>();
  private readonly waiters = new Map<string, Waiter<never>>();
  private readonly facts: Memo;
  /** Names that this process has made or is making, with the id once there is one: a second wish for one of them is a mistake, not a resumption. */
  readonly taken = new Map<string, string | undefined>();

  constructor(private readonly options: AccountOptions) {
    ({ id: this.id, owner: this.owner, clock: this.clock, cloud: this.cloud, api: this.api } = options);
    this.facts = new Memo(options.clock, CATALOGUE_MS);
    this.siblings = options.siblings;
    this.offeredElsewhere = options.offeredElsewhere;
    this.rules = options.rules;
  }

  reader(cell: Cell): Reader<unknown> {
    const { owner, snapshotMs } = this.options;
    const make = () => new Reader(cell, this.api, this.clock, { owner, snapshotMs });
    return getOrMake(this.readers, cell.kind.name, make);
  }

  /** Waits on operations of one probe. */
  operations(probe: string): Waiter<unknown> {
    return getOrMake(this.waiters as Map<string, Waiter<unknown>>, `probe ${probe}`, () => {
      return new Waiter(this.clock, probeLookup(this.cloud, this.api, probe));
    });
  }

  /** Waits on things of one cell. */
  things(cell: Cell): Waiter<Seen> {
    return getOrMake(this.waiters as Map<string, Waiter<Seen>>, `kind ${cell.kind.name}`, () => {
      return new Waiter(this.clock, cellLookup(this.reader(cell)));
    });
  }

  async loadPlaces(): Promise<readonly Place[]> {
    this.places = await this.facts.get('places', () => this.cloud.places(this.api));
    return this.places;
  }

  async defaultRegion(): Promise<string | undefined> {
    return this.cloud.defaultRegion({ config: this.options.config, env: this.options.env, api: this.api });
  }

  /** The catalogue at a place, each list fetched once and shared. */
  catalogue(place: Place | null): Catalogue {
    const at = place?.id ?? '';
    return {
      cloud: this.id,
      place,
      sizes: async (wish) => {
        if (!place) return [];
        const listed = await this.facts.get(`sizes ${at}`, () => this.cloud.sizes(this.api, place));
        const measure = wish && this.cloud.tailor ? measureOf(wish) : null;
        const made = measure ? ((await this.cloud.tailor?.(this.api, place, measure)) ?? []) : [];
        return made.length > 0 ? [...made, ...listed.filter(({ id }) => !made.some((one) => one.id === id))] : listed;
      },
      images: () =>
        place ? this.facts.get(`images ${at}`, () => this.cloud.images(this.api, place)) : Promise.resolve([]),
    };
  }
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}
