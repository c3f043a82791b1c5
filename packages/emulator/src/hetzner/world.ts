import type { CloudContext } from '../core/cloud.js';
import type { Collection } from '../core/store.js';
import { type Action, type ActionResource, Actions, timestamp, viewAction } from './actions.js';
import { systemImages } from './catalogue/images.js';
import { durations } from './durations.js';
import { limitExceeded, notFound, notUnique } from './errors.js';
import type {
  Firewall,
  FloatingIp,
  Image,
  Network,
  PlacementGroup,
  PrimaryIp,
  Server,
  SshKey,
  Volume,
} from './records.js';

/** One project at Hetzner: its resources and its running actions. */
export class World {
  readonly servers: Collection<Server>;
  readonly networks: Collection<Network>;
  readonly firewalls: Collection<Firewall>;
  readonly volumes: Collection<Volume>;
  readonly floatingIps: Collection<FloatingIp>;
  readonly primaryIps: Collection<PrimaryIp>;
  readonly placementGroups: Collection<PlacementGroup>;
  readonly sshKeys: Collection<SshKey>;
  /** Snapshots and backups; system images are the same for everybody. */
  readonly ownImages: Collection<Image>;
  readonly actions: Actions;

  constructor(readonly context: CloudContext) {
    const { store, clock } = context;
    this.servers = store.collection('servers');
    this.networks = store.collection('networks');
    this.firewalls = store.collection('firewalls');
    this.volumes = store.collection('volumes');
    this.floatingIps = store.collection('floating_ips');
    this.primaryIps = store.collection('primary_ips');
    this.placementGroups = store.collection('placement_groups');
    this.sshKeys = store.collection('ssh_keys');
    this.ownImages = store.collection('images');
    this.actions = new Actions(store, clock, (step) => context.duration(step, durations[step]));
  }

  /** Now, as the API writes times. */
  now(): string {
    return timestamp(this.context.clock.now());
  }

  show(action: Action): Record<string, unknown> {
    return viewAction(action, this.context.clock.now());
  }

  images(): Image[] {
    return [...systemImages, ...this.ownImages.list()];
  }

  /** The next id of a kind. Each kind counts from its own million, so an id of the wrong kind is not found by chance. */
  newId(type: ActionResource['type'] | 'ssh_key'): number {
    return this.context.store.next(type, FIRST_IDS[type] ?? 1_000_001);
  }

  /** @throws HetznerError `not_found`. */
  must<T>(collection: Collection<T>, kind: string, id: number | string): T {
    const found = collection.get(id);
    if (!found) throw notFound(kind, id);
    return found;
  }

  /** @throws HetznerError `uniqueness_error` where another one has that name. */
  mustBeUnique<T extends { id: number; name: string | null }>(
    collection: Collection<T>,
    kind: string,
    name: string,
    except?: T,
  ): void {
    if (collection.find((other) => other.name === name && other !== except)) throw notUnique(kind);
  }

  /** @throws HetznerError `resource_limit_exceeded` where a quota was set and one more would be too many. */
  mustFit(quota: string, kind: string, used: number): void {
    const limit = this.context.quota(quota);
    if (limit !== undefined && used >= limit) throw limitExceeded(kind);
  }
}

const FIRST_IDS: Readonly<Record<string, number>> = {
  server: 101_000_001,
  network: 11_000_001,
  firewall: 2_000_001,
  volume: 103_000_001,
  floating_ip: 4_000_001,
  primary_ip: 95_000_001,
  image: 320_000_001,
  placement_group: 600_001,
  ssh_key: 27_000_001,
};
