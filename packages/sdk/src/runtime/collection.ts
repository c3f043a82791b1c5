import { CloudError, type Issue, issuesError } from '../errors/index.js';
import type { AnyKind, Attribute, Spec, State } from '../kinds/model/index.js';
import type { Account } from './account.js';
import { findBegun } from './change/begun.js';
import { type Created, create, finishNow } from './change/create.js';
import { destroy } from './change/delete.js';
import { nothingPlanned, type Plan, plan, withDefaults } from './change/plan.js';
import { nativeId } from './change/reference.js';
import { tell, type Values } from './change/state.js';
import { update } from './change/update.js';
import type { Cell } from './driver/cell.js';
import type { Rules } from './rules.js';
import { stoppable } from './stop.js';

export interface CallOptions {
  signal?: AbortSignal;
}

/** The things of one kind at one cloud. Connects when it is first used. */
export class Collection<K extends AnyKind> {
  constructor(
    private readonly kind: K,
    private readonly connect: () => Promise<Account>,
    /** The cloud by its id, and what the user allows there. */
    private readonly guard?: { cloud: string; rules: Rules },
  ) {}

  /**
   * Makes a thing and waits until it is usable. When an earlier create of the same owner, place and name was interrupted, what it left
   * is taken over; a finished thing of that name is refused (`already-exists`).
   *
   * @throws CloudError with the attribute to blame, before anything is made wherever that can be known
   * @example
   * const volume = await hansa.cloud('hetzner').volumes.create({ name: 'data', region: 'DE', sizeGib: 20 });
   * volume.sizeGib; // 20
   */
  async create(spec: Spec<K>, options: CallOptions = {}): Promise<State<K>> {
    const created = await this.begin({ spec: spec as Values, ...options });
    await finishNow(created);
    return created.state as State<K>;
  }

  /** {@link create} in two steps, for callers that record the state themselves: `finish` when it is recorded. */
  async begin(request: Parameters<typeof create>[2]): Promise<Created> {
    const refused = await this.refusals(request.spec);
    if (refused.length > 0) throw issuesError(refused, this.where());
    const [account, cell] = await this.open();
    return create(account, cell, request);
  }

  /**
   * The id of what an interrupted create of the same owner, name and region left here; undefined where there is none. Whoever may make the
   * thing elsewhere asks first, so that it is not there twice.
   */
  async begun(spec: Readonly<Values>, options: CallOptions = {}): Promise<string | undefined> {
    return stoppable(options.signal, async () => {
      const [account, cell] = await this.open();
      return findBegun(account, cell, spec);
    });
  }

  /**
   * What a create or update would do, and everything that is wrong with it; changes nothing.
   *
   * @example
   * const plan = await hansa.cloud('hetzner').servers.plan({ spec: { name: 'web', region: 'mars' }, prior: null });
   * plan.issues.map(({ attribute }) => attribute[0]); // ['image']
   */
  async plan(request: Parameters<typeof plan>[2], options: CallOptions = {}): Promise<Plan> {
    return stoppable(options.signal, async () => {
      const refused = request.prior === null ? await this.refusals(request.spec) : [];
      if (refused.length > 0) return nothingPlanned(refused);
      const [account, cell] = await this.open();
      return plan(account, cell, request);
    });
  }

  /**
   * The thing as it is, or null when it is gone. Reads that come together become one list.
   *
   * @param id global id (`hetzner/4711`) or the vendor's own
   * @param prior what was known of it: where the cloud's report means the same, these words stay
   * @example
   * (await hansa.cloud('hetzner').servers.read(server.id))?.name; // 'web'
   */
  async read(id: string, prior: Partial<State<K>> = {}, options: CallOptions = {}): Promise<State<K> | null> {
    return stoppable(options.signal, () => this.readOne(id, prior));
  }

  private async readOne(id: string, prior: Partial<State<K>>): Promise<State<K> | null> {
    const [account, cell] = await this.open();
    const seen = await account.reader(cell).read(nativeId(account.id, id, account.siblings));
    if (!seen) return null;
    const places = 'region' in this.kind.attributes ? await account.loadPlaces() : [];
    return tell(seen, { cloud: account.id, cell, places, prior: prior as Values }) as State<K>;
  }

  /**
   * Everything that the credentials see; with `labels`, exactly what carries all of them.
   *
   * @example
   * const mine = await hansa.cloud('hetzner').servers.list({ owner: 'shop-prod' });
   */
  async list(
    filter: { labels?: Record<string, string>; owner?: string } = {},
    options: CallOptions = {},
  ): Promise<State<K>[]> {
    return stoppable(options.signal, () => this.listAll(filter));
  }

  private async listAll(filter: { labels?: Record<string, string>; owner?: string }): Promise<State<K>[]> {
    const [account, cell] = await this.open();
    const places = 'region' in this.kind.attributes ? await account.loadPlaces() : [];
    const all = await cell.list(account.api, filter.owner ? { owner: filter.owner } : {});
    const wanted = { ...filter.labels, ...(filter.owner ? { 'hansa-owner': filter.owner } : {}) };
    return all
      .filter((seen) => Object.entries(wanted).every(([key, value]) => seen.labels[key] === value))
      .map((seen) => tell(seen, { cloud: account.id, cell, places, prior: {} }) as State<K>);
  }

  /**
   * Changes the thing in place to what `spec` says; attributes that are not given stay. What is given is given whole: `labels` are all
   * labels, also those that somebody else has put on.
   *
   * @throws CloudError `not-found`, or `invalid` at an attribute that only a new thing could have otherwise
   * @example
   * await hansa.cloud('hetzner').servers.update(server.id, { size: 'SCS-4V-8' }); // stops it, resizes it, starts it
   */
  async update(id: string, spec: Partial<Spec<K>>, options: CallOptions = {}): Promise<State<K>> {
    const hidden = Object.keys(spec).filter(
      (name) => (this.kind.attributes[name] as Attribute | undefined)?.unreadable,
    );
    if (hidden.length > 0) throw onlyMadeWith(this.kind, id, hidden);
    const prior = await this.read(id, {}, options);
    if (!prior) {
      throw new CloudError('not-found', {
        kind: this.kind.name,
        id,
        message: 'there is no such thing',
        next: ['list shows what there is'],
      });
    }
    return this.change({
      prior: prior as Values,
      spec: { ...settable(this.kind, prior as Values), ...spec },
      untouched: new Set(Object.keys(this.kind.attributes).filter((name) => !(name in spec))),
      ...options,
    });
  }

  /** {@link update} for callers that keep the prior state and give the whole specification. */
  async change(request: Parameters<typeof update>[2]): Promise<State<K>> {
    const [account, cell] = await this.open();
    return (await update(account, cell, {
      ...request,
      spec: withDefaults(this.kind.attributes, request.spec),
    })) as State<K>;
  }

  /**
   * Deletes the thing and what only it has; done as well when it is gone already.
   *
   * @throws CloudError `conflict` with what must be deleted or detached first; `policy-violated` where the policy protects it
   * @example
   * await hansa.cloud('hetzner').servers.delete('hetzner/4711');
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    const kept = await this.kept();
    if (kept.length > 0) throw issuesError(kept, this.where()).with({ id });
    const [account, cell] = await this.open();
    await destroy(account, cell, { id, ...options });
  }

  /** What the user's own rules say against deleting anything of this kind here; asks no cloud. */
  async kept(): Promise<Issue[]> {
    return this.guard ? this.guard.rules.keep(this.guard.cloud, this.kind) : [];
  }

  /** What the user's own rules say of a thing that stands, as its state tells it; asks no cloud. */
  async standing(state: Readonly<Values>): Promise<Issue[]> {
    if (!this.guard) return [];
    const { cloud, rules } = this.guard;
    const { pricePerMonth = null, priceCurrency = null } = state;
    const price = { perMonth: pricePerMonth as number | null, currency: priceCurrency as string | null };
    const told = 'pricePerMonth' in this.kind.attributes ? price : null;
    const spec = { ...state, region: state['place'] ?? state['region'] };
    return rules.judge({ cloud, kind: this.kind, spec, place: undefined, price: told, stands: true, repriced: false });
  }

  /** What breaks the user's own rules by what is known without asking the cloud. */
  private async refusals(spec: Readonly<Values>): Promise<Issue[]> {
    if (!this.guard) return [];
    const { cloud, rules } = this.guard;
    const thing = { cloud, kind: this.kind, spec, place: undefined, price: undefined, stands: false, repriced: false };
    return (await rules.judge(thing)).filter(({ severity }) => severity === 'error');
  }

  private where(): { cloud?: string; kind: string } {
    return { ...(this.guard && { cloud: this.guard.cloud }), kind: this.kind.name };
  }

  private async open(): Promise<[Account, Cell]> {
    const account = await this.connect();
    return [account, await this.cellOf(account)];
  }

  private async cellOf(account: Account): Promise<Cell> {
    const cell = account.cloud.cells[this.kind.name] as Cell | undefined;
    if (cell) return cell;
    const why = account.cloud.notOffered?.[this.kind.name];
    const others = await account.offeredElsewhere(this.kind.name);
    throw new CloudError('unsupported', {
      cloud: account.id,
      kind: this.kind.name,
      message: `${account.cloud.title} offers no ${this.kind.name.replace('_', ' ')}${why ? `: ${why.because}` : ''}`,
      next: [...(why?.next ? [why.next] : []), ...(others.length ? [`${others.join(', ')} offers it`] : [])],
    });
  }
}

/** No cloud tells what it was made with, and nothing in place has it otherwise: to say that it was changed would not be true. */
function onlyMadeWith({ name: kind }: AnyKind, id: string, names: readonly string[]): CloudError {
  return new CloudError('invalid', {
    ...{ kind, id, attribute: names.slice(0, 1) },
    message: `${names.join(', ')}: only a new one can have it otherwise, and no cloud tells how it is now`,
    next: ['leave it out: what is not given stays', 'or delete it and create it again'],
  });
}

/** The part of a state that a user must have written or been given a default for; what was left to the cloud still is. */
function settable(kind: AnyKind, state: Values): Values {
  const said = ({ role }: Attribute) => role === 'required' || role === 'optional';
  return Object.fromEntries(
    Object.entries(state).filter(([name, value]) => value !== null && said(kind.attributes[name] as Attribute)),
  );
}
