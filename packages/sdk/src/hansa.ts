import type { OfferAnswers, OfferWish, SnapshotUse } from './catalogue/index.js';
import { type CloudHandle, noKind, openHandle } from './cloud-handle.js';
import { CLOUD_IDS, DRIVERS, driverOf } from './clouds/registry.js';
import type { Enforced } from './enforce/rules.js';
import { CloudError, type Issue } from './errors/index.js';
import { kindNamed } from './kinds/index.js';
import type { Passed, Placed, Requirements } from './placement/index.js';
import type { Spot } from './places/index.js';
import type { Cost, Policy } from './policy/index.js';
import type { Account } from './runtime/account.js';
import { finishNow } from './runtime/change/create.js';
import { systemClock } from './runtime/clock.js';
import type { CallOptions } from './runtime/collection.js';
import type { Cell } from './runtime/driver/cell.js';
import type { AnyCloud } from './runtime/driver/cloud.js';
import type { HansaOptions, SettledOptions } from './runtime/options.js';
import type { Rules } from './runtime/rules.js';
import { type BeginOptions, type BegunAt, beginAtSpots } from './spots/begin.js';
import { type AtSpots, type PlanAt, planAtSpots } from './spots/plan.js';
import { distinct } from './spots/spot.js';

/** What is to be placed, by which policy (default: that of the deployment), and whether snapshots of what is sold may speak. */
export type PlaceRequest = Requirements & { policy?: Policy; snapshot?: SnapshotUse };

/**
 * Europe's clouds behind one model.
 *
 * @example
 * const hansa = new Hansa({ owner: 'shop-prod' });
 * const server = await hansa.cloud('scaleway').servers.create({ name: 'web', region: 'FR', size: 'SCS-2V-4', image: 'debian-12' });
 * console.log(server.publicIpv4Address);
 */
export class Hansa {
  private readonly handles = new Map<string, CloudHandle>();
  private readonly accounts = new Map<string, Account>();
  private readonly options: SettledOptions;
  private policyRead: Promise<Enforced> | undefined;

  constructor(options: HansaOptions = {}) {
    this.options = {
      ...options,
      ...(options.policy && { rules: this.lateRules() }),
      owner: checkOwner(options.owner ?? 'default'),
      env: options.env ?? process.env,
      clock: options.clock ?? systemClock,
      snapshotMs: options.snapshotMs ?? 0,
    };
  }

  /** Ids of the configured clouds; where none are configured, of the drivers. `cloud` knows the vendors' profiles then, too. */
  get clouds(): string[] {
    return Object.keys(this.options.clouds ?? DRIVERS);
  }

  /** Ids that a thing may begin with: nothing of another cloud is looked for here, and taken for gone. */
  get siblings(): readonly string[] {
    return this.options.clouds ? Object.keys(this.options.clouds) : CLOUD_IDS;
  }

  /**
   * One cloud by its id: of the configured ones, or, where none are configured, any driver or vendor's profile (`infomaniak`). Loads its
   * driver when it is first used, and no other.
   *
   * @throws CloudError `invalid` when no such cloud is configured
   */
  cloud(id: string): CloudHandle {
    const known = this.handles.get(id);
    if (known) return known;
    const settings = this.options.clouds ? own(this.options.clouds, id) : {};
    const driver = settings?.driver ?? id;
    const load = typeof driver === 'string' ? driverOf(driver) : async () => driver;
    if (!settings) throw notConfigured(id, this.clouds);
    if (!load) throw noDriver(String(driver), id);
    const handle = openHandle({
      ...{ id, load, settings, options: this.options, siblings: this.siblings, offeredElsewhere },
      onOpen: (account) => this.accounts.set(id, account),
    });
    this.handles.set(id, handle);
    return handle;
  }

  /**
   * What clouds sell: each size at each place that fits, with its price. All clouds are asked side by side. For one without credentials a
   * dated snapshot speaks, where there is one, though never beside an emulator, which makes up what it sells; one that fails says why in
   * `clouds`, and the others still answer.
   *
   * @example
   * const { offers, clouds } = await hansa.offers({ size: 'SCS-2V-4', region: 'DE' });
   * byPrice(offers).compared[0]?.size; // 'cx23'
   * clouds.filter(({ origin }) => origin === null).map(({ cloud, failures }) => `${cloud}: ${failures[0]?.error.message}`);
   *
   * @throws CloudError `invalid` where `clouds` names one that is not configured
   */
  async offers({
    clouds = this.clouds,
    snapshot = this.options.env['HANSA_EMULATOR'] ? 'never' : 'fallback',
    ...wish
  }: OfferWish & { clouds?: readonly string[]; snapshot?: SnapshotUse } = {}): Promise<OfferAnswers> {
    const sellers = clouds.map((id) => this.cloud(id));
    const { askOffers } = await import('./catalogue/ask.js');
    return askOffers(sellers, wish, snapshot, () => new Date(this.options.clock.now()).toISOString());
  }

  /**
   * Where to put instances: among all that the configured clouds sell, held against the policy, the best first. Of every offer that is not
   * taken it says why.
   *
   * @throws CloudError `invalid` at a requirement that is none
   * @example
   * const { choices, exclusions } = await hansa.place({ vcpus: 2, memoryGib: 4, countries: ['DE'], objective: ['price'] });
   * choices[0]?.country; // 'DE'
   */
  async place({ policy, snapshot, ...requirements }: PlaceRequest): Promise<Placed> {
    const { askPlacement } = await import('./placement/ask.js');
    const known = await this.enforced(policy ?? this.options.policy ?? {});
    const market = {
      offers: (wish: OfferWish & { clouds?: readonly string[] }) =>
        this.offers({ ...wish, ...(snapshot && { snapshot }) }),
      images: (cloud: string, place: string) => this.cloud(cloud).images(place),
    };
    const facts = { claims: known.claims, today: known.today() };
    return askPlacement(market, requirements, facts, known.policy);
  }

  /**
   * Makes a thing at the first of several spots that has it: where a size is sold out, or a quota used up, the next is tried, and
   * `onMove` is told. Any other failure ends it. What an interrupted run has begun at one of them is finished there.
   *
   * Lists of references may name things of several clouds (an SSH key at every one): those of the cloud where it lands count.
   *
   * @throws CloudError that of the last spot, with what every one before it said
   * @example
   * const { candidates } = await hansa.place({ size: 'SCS-2V-4', countries: ['DE'] });
   * const spec = { name: 'api', image: 'debian-12' };
   * const { state, spot } = await hansa.createAtFirst('server', candidates[0] ?? [], spec);
   * state['id']?.toString().startsWith(spot.cloud); // true
   */
  async createAtFirst<S extends Spot>(
    kind: string,
    spots: readonly S[],
    spec: Readonly<Record<string, unknown>>,
    options: CallOptions & { onMove?: (passed: Passed<S>, next: S) => void } = {},
  ): Promise<{ state: Record<string, unknown>; spot: S; passed: readonly Passed<S>[] }> {
    const { finish, ...made } = await this.beginAtFirst(kind, spots, spec, options);
    await finishNow({ finish });
    return made;
  }

  /** {@link createAtFirst} in two steps, for callers that record the state themselves: `finish` when it is recorded. */
  async beginAtFirst<S extends Spot>(
    kind: string,
    spots: readonly S[],
    spec: Readonly<Record<string, unknown>>,
    options: BeginOptions<S> = {},
  ): Promise<BegunAt<S>> {
    return beginAtSpots({ ...this.atSpots(kind, spec), spots: distinct(spots) }, options);
  }

  /**
   * What {@link createAtFirst} would do at each spot, and everything that is wrong with it: also what only a later spot breaks, since that
   * one may be used. Changes nothing.
   *
   * @param unknown names of attributes that are not known yet
   * @example
   * const spots = [{ cloud: 'hetzner', region: 'fsn1', size: 'cx23' }, { cloud: 'hetzner', region: 'mars', size: 'cx23' }];
   * const { issues } = await hansa.planAtFirst('server', spots, { name: 'web', image: 'debian-12' });
   * issues.map(({ attribute }) => attribute.join('.')); // ['candidates.1.region']
   */
  async planAtFirst(
    kind: string,
    spots: readonly Spot[],
    spec: Readonly<Record<string, unknown>>,
    { unknown = new Set(), ...options }: CallOptions & { unknown?: ReadonlySet<string> } = {},
  ): Promise<{ plans: PlanAt[]; issues: Issue[] }> {
    return planAtSpots({ ...this.atSpots(kind, spec), spots: distinct(spots) }, unknown, options);
  }

  private atSpots(name: string, spec: Readonly<Record<string, unknown>>): Omit<AtSpots, 'spots'> {
    const kind = kindNamed(name);
    if (!kind) throw noKind(name);
    return { kind, spec, clouds: this.siblings, collection: (cloud) => this.cloud(cloud).kind(name) };
  }

  /**
   * Reads the policy and the files of claims now, so that what is wrong with them is found early.
   *
   * @throws CloudError `invalid` at the attribute of the policy, or with each mistake of a file and its line
   * @example
   * await new Hansa({ policy: { preset: 'eea-only' } }).readPolicy();
   */
  async readPolicy(): Promise<void> {
    if (this.options.policy || this.options.claims) await this.enforced(this.options.policy ?? {});
  }

  /**
   * Whether the policy, its preset included, limits what all resources cost together: else {@link judgeTotal} never says anything.
   *
   * @throws CloudError `invalid` where the policy is none
   * @example
   * await new Hansa({ policy: { price: { currency: 'EUR', total: 100 } } }).judgesTotal(); // true
   */
  async judgesTotal(): Promise<boolean> {
    if (!this.options.policy) return false;
    const { policy } = await this.ownPolicy();
    return policy.price?.total !== undefined;
  }

  /**
   * What the policy says of all resources together: of the limit of their price. No issue where it says nothing.
   *
   * @example
   * await hansa.judgeTotal([{ cloud: 'hetzner', perMonth: 4, currency: 'EUR' }]); // []
   */
  async judgeTotal(costs: readonly Cost[]): Promise<Issue[]> {
    if (!this.options.policy) return [];
    const { totalIssues } = await import('./enforce/rules.js');
    return totalIssues(await this.ownPolicy(), costs);
  }

  /** Rules that are read when they are first asked for: who has no policy never loads what is known of clouds. */
  private lateRules(): Rules {
    let reading: Promise<Rules> | undefined;
    const read = async () => {
      const { rulesOf } = await import('./enforce/rules.js');
      return rulesOf(await this.ownPolicy());
    };
    const rules = () => {
      reading ??= read();
      return reading;
    };
    return {
      judge: async (thing) => (await rules()).judge(thing),
      keep: async (cloud, kind) => (await rules()).keep(cloud, kind),
    };
  }

  /** That of the deployment, read when it is first asked for; again where that failed. */
  private ownPolicy(): Promise<Enforced> {
    this.policyRead ??= this.enforced(this.options.policy ?? {}).catch((error) => {
      this.policyRead = undefined;
      throw error;
    });
    return this.policyRead;
  }

  private async enforced(policy: Policy): Promise<Enforced> {
    const { enforced } = await import('./enforce/load.js');
    return enforced({
      policy,
      overlay: this.options.claims ?? [],
      otherNames: (cloud) => {
        const driver = this.options.clouds && own(this.options.clouds, cloud)?.driver;
        const account = this.accounts.get(cloud);
        const behind = account?.cloud.intermediary?.behind(account.api);
        const name = typeof driver === 'object' ? driver.id : driver;
        return [behind, name].filter((one) => one !== undefined);
      },
      today: () => new Date(this.options.clock.now()).toISOString().slice(0, 10),
    });
  }
}

/** The drivers, other than those that refuse it too, that offer a kind, or an attribute of it, themselves. */
async function offeredElsewhere(kind: string, attribute?: string): Promise<string[]> {
  const clouds = await Promise.all(Object.values(DRIVERS).map((load) => load()));
  const offers = (cloud: AnyCloud) => {
    const cell = cloud.cells[kind] as Cell | undefined;
    return cell !== undefined && !cloud.intermediary && !(attribute && attribute in (cell.notOffered ?? {}));
  };
  return clouds.filter(offers).map((cloud) => cloud.id);
}

/** `table[key]`, unless it is something that every object has (`constructor`). */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function checkOwner(owner: string): string {
  // Hetzner's rule for label values, the strictest of the clouds' (docs.hetzner.cloud, labels, read 2026-11).
  if (/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(owner)) return owner;
  throw new CloudError('invalid', {
    attribute: ['owner'],
    message: `"${owner}" cannot be an owner`,
    next: ['use 1 to 63 of A-Z, a-z, 0-9, "-", "_" and ".", starting and ending with a letter or digit'],
  });
}

function notConfigured(id: string, configured: readonly string[]): CloudError {
  return new CloudError('invalid', {
    attribute: ['cloud'],
    message: `the cloud "${id}" is not configured`,
    next: [`use one of ${configured.join(', ') || '(none is configured)'}`, `or configure it: clouds = { ${id} = {} }`],
  });
}

function noDriver(driver: string, id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['cloud'],
    message: `there is no driver "${driver}"`,
    next: [`use one of ${CLOUD_IDS.join(', ')}`, `or say which driver "${id}" uses: ${id} = { driver = "openstack" }`],
  });
}
