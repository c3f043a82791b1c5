import type { CloudContext } from '../core/cloud.js';
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

interface Due {
  readonly at: number;
  readonly step: Step;
  readonly target: string;
}

/** What happens when a step is over. */
export type Transitions = Partial<Record<Step, (target: string) => void>>;

/** All that the account holds, the time, and what is under way. */
export class World {
  readonly servers;
  readonly storages;
  readonly networks;
  readonly routers;
  readonly groups;
  readonly floatingIps;
  readonly tags;
  readonly #due;
  readonly #transitions = new Map<Step, (target: string) => void>();
  #at: number | undefined;

  constructor(readonly context: CloudContext) {
    const { store } = context;
    this.servers = store.collection<ServerRecord>('servers');
    this.storages = store.collection<StorageRecord>('storages');
    this.networks = store.collection<NetworkRecord>('networks');
    this.routers = store.collection<RouterRecord>('routers');
    this.groups = store.collection<ServerGroupRecord>('server-groups');
    this.floatingIps = store.collection<FloatingIpRecord>('floating-ips');
    this.tags = store.collection<TagRecord>('tags');
    this.#due = store.collection<Due>('due');
  }

  /** The clock, or while a step is being finished, the time at which it ended. */
  now(): number {
    return this.#at ?? this.context.clock.now();
  }

  on(transitions: Transitions): void {
    for (const [step, finish] of Object.entries(transitions)) this.#transitions.set(step as Step, finish);
  }

  /** Finishes the step for that target when its time is over; a step that is under way for it is forgotten. */
  later(step: Step, target: string): void {
    for (const [id, due] of this.#due.entries()) if (due.target === target) this.#due.delete(id);
    const at = this.now() + this.context.duration(step, DURATIONS[step]);
    this.#due.put(this.context.store.next('due'), { at, step, target });
  }

  /** Whether anything is under way for that target. */
  isBusy(target: string): boolean {
    return this.#due.find((due) => due.target === target) !== undefined;
  }

  /** Carries out, in order of time, every step that is over by now. */
  settle(): void {
    for (;;) {
      const now = this.context.clock.now();
      let next: [string, Due] | undefined;
      for (const entry of this.#due.entries()) {
        if (entry[1].at <= now && (!next || entry[1].at < next[1].at)) next = entry;
      }
      if (!next) return;
      const [id, { at, step, target }] = next;
      this.#due.delete(id);
      this.#at = at;
      try {
        this.#transitions.get(step)?.(target);
      } finally {
        this.#at = undefined;
      }
    }
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
