import { CloudError, isCloudError } from '../../../errors/index.js';
import type { AnyKind } from '../../../kinds/model/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { IonosApi, Ordered } from '../api.js';
import { paths } from '../paths.js';
import { carriedOut } from '../requests.js';
import { unlessGone } from '../unless-gone.js';
import type { WireDatacenter, WireLan } from '../wire.js';
import { isEmptyBut } from './contents.js';
import { firstOf, ownDatacenter, ownerOf } from './marks.js';

type Context = Pick<CellContext<AnyKind>, 'operation' | 'signal'>;

/** About how long the vendor takes, ms; it only shapes the polls. */
const MAKE_MS = 10_000;
const LAN_MS = 5_000;
/** After so long, ms, what was ordered to go is gone, or did not go. */
const LEAVING_MS = 30 * 60_000;

/**
 * The data centers of a contract. Everything but public IPs stands in one, and a server reaches only what is in its own. So each owner
 * has one for each location: it is made when the first thing needs it, and goes with the last.
 */
export class Datacenters {
  /** The one of an owner at a location, as far as it is known. */
  private readonly known = new Map<string, string>();
  private readonly seen = new Map<string, WireDatacenter>();
  /** LANs that lead to the Internet, by data center. */
  private readonly publicLans = new Map<string, string>();
  /** How many creates are under way in a data center: as long as there are any, it does not go. */
  private readonly users = new Map<string, number>();
  /** What was ordered to go and may still be listed: whole data centers, and what is in others, with the time of the order. */
  private readonly removed = new Set<string>();
  private readonly leaving = new Map<string, Map<string, number>>();

  constructor(private readonly api: IonosApi) {}

  /** All that the credentials see. */
  async all(): Promise<WireDatacenter[]> {
    const all = await this.api.pages<WireDatacenter>(paths.datacenters);
    for (const dc of all) this.seen.set(dc.id, dc);
    return all;
  }

  /** One by its id, as it was when it was seen first: its location and its owner never change. @throws CloudError `not-found` */
  async one(dc: string): Promise<WireDatacenter> {
    const found = this.seen.get(dc) ?? (await this.api.get<WireDatacenter>(paths.datacenter(dc)));
    this.seen.set(dc, found);
    return found;
  }

  /**
   * Makes something in a data center: in that of the things it refers to, else in the configured one, else in the owner's own, which is
   * found or made. Where that went meanwhile, with another run's last thing, it is looked for again.
   */
  async within<T>(
    want: { place: { id: string } | null; labels: Readonly<Record<string, string>> },
    given: string | undefined,
    ctx: Context,
    act: (dc: string) => Promise<T>,
  ): Promise<T> {
    const location = String(want.place?.id);
    const owner = String(want.labels['hansa-owner']);
    const fixed = given ?? this.api.settings.datacenterId;
    if (fixed) await this.mustBeAt(fixed, location);
    for (let attempt = 1; ; attempt += 1) {
      const dc = fixed ?? (await this.ownAt(location, owner, ctx));
      try {
        return await this.counted(dc, () => act(dc));
      } catch (error) {
        const refused = isCloudError(error, 'not-found') && !fixed && attempt === 1;
        if (!refused) throw await this.afterFailure(dc, error, ctx);
        this.forget(dc);
        // What another run has ordered to go is there for a while, and takes nothing new.
        if (await unlessGone(this.api.get(paths.datacenter(dc)))) throw leavingNow(dc);
      }
    }
  }

  /**
   * Takes a data center of ours away that a create has made for nothing: what it was made for was refused. Where the same create will be
   * tried again, it stays.
   *
   * @returns the error, to be thrown on
   */
  async afterFailure(dc: string, error: unknown, ctx: Context): Promise<unknown> {
    const final = isCloudError(error) && !error.details.ambiguous && !error.details.retryable;
    if (!final) return error;
    try {
      await this.api.turns.take(`leave ${dc}`, ctx.signal, async () => {
        if (!(await this.isLast(dc, new Set(this.leavingOf(dc).keys())))) return;
        await unlessGone(carriedOut(ctx, this.remove(dc)));
      });
    } catch (second) {
      // The first error is the one to tell. What is left is empty, costs nothing, and serves the next create.
      if (!isCloudError(second)) throw second;
    }
    return error;
  }

  private async counted<T>(dc: string, act: () => Promise<T>): Promise<T> {
    const count = (by: number) => this.users.set(dc, (this.users.get(dc) ?? 0) + by);
    count(1);
    try {
      return await act();
    } finally {
      count(-1);
    }
  }

  /** Deletes something; with the last thing in it, a data center of ours goes as a whole. */
  async leave(dc: string, going: readonly string[], ctx: Context, act: () => Promise<Ordered<unknown>>): Promise<void> {
    const ordered = this.api.turns.take(`leave ${dc}`, ctx.signal, async () => {
      const leaving = this.leavingOf(dc);
      const last = await this.isLast(dc, new Set([...leaving.keys(), ...going]));
      if (last) return this.remove(dc);
      const order = await act();
      for (const one of going) leaving.set(one, this.api.clock.now());
      this.leaving.set(dc, leaving);
      return order;
    });
    await carriedOut(ctx, ordered);
  }

  /** The number of the LAN that leads to the Internet; made where there is none. */
  async publicLan(dc: string, ctx: Context): Promise<string> {
    const known = this.publicLans.get(dc);
    if (known) return known;
    return this.api.turns.take(`public lan ${dc}`, ctx.signal, async () => {
      const lans = await this.api.pages<WireLan>(paths.lans(dc));
      const numbers = lans.filter(({ properties }) => properties.public).map(({ id }) => Number(id));
      const found = numbers.length > 0 ? String(Math.min(...numbers)) : await this.makePublicLan(dc, ctx);
      this.publicLans.set(dc, found);
      return found;
    });
  }

  private async makePublicLan(dc: string, ctx: Context): Promise<string> {
    const made = this.api.order<WireLan>('POST', paths.lans(dc), { properties: PUBLIC_LAN });
    return (await carriedOut(ctx, made, LAN_MS)).id;
  }

  private async ownAt(location: string, owner: string, ctx: Context): Promise<string> {
    const key = `${owner} ${location}`;
    const known = this.known.get(key);
    if (known) return known;
    return this.api.turns.take(`datacenter ${key}`, ctx.signal, async () => {
      const dc = this.known.get(key) ?? (await this.findOrMake(location, owner, ctx));
      this.known.set(key, dc);
      return dc;
    });
  }

  /** Names need not be unique: two runs at once may each make one. Both come to use the first, and the other goes. */
  private async findOrMake(location: string, owner: string, ctx: Context): Promise<string> {
    const found = firstOf(await this.ownsAt(location, owner));
    if (found) return found.id;
    const properties = { ...ownDatacenter(owner), location };
    const body = { properties, entities: { lans: { items: [{ properties: PUBLIC_LAN }] } } };
    await carriedOut(ctx, this.api.order<WireDatacenter>('POST', paths.datacenters, body), MAKE_MS);
    const all = await this.ownsAt(location, owner);
    const first = firstOf(all);
    if (!first) throw gone();
    for (const other of all) {
      if (other.id !== first.id && (await isEmptyBut(this.api, other.id, new Set())))
        await unlessGone(this.api.order('DELETE', paths.datacenter(other.id)));
    }
    return first.id;
  }

  private async ownsAt(location: string, owner: string): Promise<WireDatacenter[]> {
    return (await this.all()).filter(
      (dc) => dc.properties.location === location && ownerOf(dc) === owner && !this.removed.has(dc.id),
    );
  }

  /** From here on nobody in this process looks into it; another run is refused, and looks again. */
  private async remove(dc: string): Promise<Ordered<unknown>> {
    this.forget(dc);
    this.removed.add(dc);
    try {
      return await this.api.order('DELETE', paths.datacenter(dc));
    } catch (error) {
      this.removed.delete(dc);
      throw error;
    }
  }

  private async isLast(dc: string, leaving: ReadonlySet<string>): Promise<boolean> {
    const used = () => (this.users.get(dc) ?? 0) > 0;
    if (used() || dc === this.api.settings.datacenterId) return false;
    const datacenter = await unlessGone(this.one(dc));
    if (!datacenter || ownerOf(datacenter) === undefined) return false;
    const empty = await unlessGone(isEmptyBut(this.api, dc, leaving));
    // Somebody may have come while it was looked at.
    return empty === true && !used();
  }

  private async mustBeAt(dc: string, location: string): Promise<void> {
    const { properties } = await this.one(dc);
    if (properties.location === location) return;
    throw new CloudError('invalid', {
      attribute: ['region'],
      message: `the data center ${dc} is in ${properties.location}, not in ${location}`,
      next: [`use region ${properties.location}`, 'or things of another data center'],
    });
  }

  private leavingOf(dc: string): Map<string, number> {
    const now = this.api.clock.now();
    return new Map([...(this.leaving.get(dc) ?? [])].filter(([, at]) => now - at < LEAVING_MS));
  }

  private forget(dc: string): void {
    for (const [key, one] of this.known) if (one === dc) this.known.delete(key);
    this.publicLans.delete(dc);
    this.seen.delete(dc);
    this.leaving.delete(dc);
  }
}

const PUBLIC_LAN = { name: 'internet', public: true };

function leavingNow(dc: string): CloudError {
  return new CloudError('locked', {
    message: `the data center ${dc} is just being removed, with the last thing that was in it`,
    next: ['run again: another one is made'],
    retryable: true,
  });
}

function gone(): CloudError {
  return new CloudError('unavailable', {
    message: 'the data center that was just made is in no list yet',
    next: ['run again: it is found then'],
    retryable: true,
  });
}
