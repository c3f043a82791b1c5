import type { CloudContext } from '../core/cloud.js';
import { type Transitions as StepEnds, Steps } from '../core/steps.js';
import { publicStorages } from './catalogue/templates.js';
import { vendorNetworks, vendorRouters } from './catalogue/vendor-networks.js';
import { DURATIONS, type Step } from './durations.js';
import { limitReached, notFound } from './errors.js';
import type {
  FloatingIpRecord,
  NetworkRecord,
  RouterRecord,
  ServerGroupRecord,
  ServerRecord,
  StorageRecord,
  TagRecord,
} from './records.js';

/** What happens when a step is over. */
export type Transitions = StepEnds<Step>;

/** All that the account holds, the time, and what is under way. */
export class World extends Steps<Step> {
  readonly servers;
  readonly storages;
  readonly networks;
  readonly routers;
  readonly groups;
  readonly floatingIps;
  readonly tags;

  constructor(context: CloudContext) {
    super(context, DURATIONS);
    const { store } = context;
    this.servers = store.collection<ServerRecord>('servers');
    this.storages = store.collection<StorageRecord>('storages');
    this.networks = store.collection<NetworkRecord>('networks');
    this.routers = store.collection<RouterRecord>('routers');
    this.groups = store.collection<ServerGroupRecord>('server-groups');
    this.floatingIps = store.collection<FloatingIpRecord>('floating-ips');
    this.tags = store.collection<TagRecord>('tags');
  }

  /** Of a target one step alone is under way: a new one takes the place of the old. */
  override later(step: Step, target: string): void {
    this.forget(target);
    super.later(step, target);
  }

  /** The account's networks and the vendor's own. */
  allNetworks(): NetworkRecord[] {
    return [...vendorNetworks, ...this.networks.list()];
  }

  allRouters(): RouterRecord[] {
    return [...vendorRouters, ...this.routers.list()];
  }

  allStorages(): StorageRecord[] {
    return [...publicStorages, ...this.storages.list()];
  }

  /** @throws Refusal `NETWORK_NOT_FOUND` */
  network(id: string): NetworkRecord {
    return must(this.networks.get(id) ?? vendorNetworks.find(({ uuid }) => uuid === id), 'network', id);
  }

  /** @throws Refusal `STORAGE_NOT_FOUND` */
  storage(id: string): StorageRecord {
    return must(this.storages.get(id) ?? publicStorages.find(({ uuid }) => uuid === id), 'storage', id);
  }

  /** @throws Refusal where a quota was set and one more would be too many. The vendor's own limits differ by account: none by default. */
  mustFit(quota: string, code: string, used: number): void {
    const limit = this.context.quota(quota);
    if (limit !== undefined && used >= limit) throw limitReached(code);
  }
}

/** @throws Refusal where there is none. */
export function must<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined) throw notFound(what, id);
  return found;
}
