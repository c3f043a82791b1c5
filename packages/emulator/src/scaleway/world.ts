import type { CloudContext } from '../core/cloud.js';
import { DURATIONS, type Step } from './durations.js';
import { notFound, permissionsDenied, quotasExceeded } from './errors.js';
import type {
  AddressRecord,
  BlockSnapshotRecord,
  BlockVolumeRecord,
  IpRecord,
  LocalVolumeRecord,
  PrivateNetworkRecord,
  PrivateNicRecord,
  ProjectRecord,
  SecurityGroupRecord,
  ServerRecord,
  SshKeyRecord,
  VpcRecord,
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
  readonly localVolumes;
  readonly blockVolumes;
  readonly blockSnapshots;
  readonly ips;
  readonly securityGroups;
  readonly privateNics;
  readonly vpcs;
  readonly privateNetworks;
  readonly addresses;
  readonly sshKeys;
  readonly projects;
  readonly #due;
  readonly #transitions = new Map<Step, (target: string) => void>();
  #at: number | undefined;

  constructor(readonly context: CloudContext) {
    const { store } = context;
    this.servers = store.collection<ServerRecord>('servers');
    this.localVolumes = store.collection<LocalVolumeRecord>('local-volumes');
    this.blockVolumes = store.collection<BlockVolumeRecord>('block-volumes');
    this.blockSnapshots = store.collection<BlockSnapshotRecord>('block-snapshots');
    this.ips = store.collection<IpRecord>('ips');
    this.securityGroups = store.collection<SecurityGroupRecord>('security-groups');
    this.privateNics = store.collection<PrivateNicRecord>('private-nics');
    this.vpcs = store.collection<VpcRecord>('vpcs');
    this.privateNetworks = store.collection<PrivateNetworkRecord>('private-networks');
    this.addresses = store.collection<AddressRecord>('addresses');
    this.sshKeys = store.collection<SshKeyRecord>('ssh-keys');
    this.projects = store.collection<ProjectRecord>('projects');
    this.#due = store.collection<Due>('due');
  }

  get projectId(): string {
    return this.context.credentials['projectId']!;
  }

  get organizationId(): string {
    return this.context.credentials['organizationId']!;
  }

  /** The clock, or while a step is being finished, the time at which it ended. */
  now(): number {
    return this.#at ?? this.context.clock.now();
  }

  on(transitions: Transitions): void {
    for (const [step, finish] of Object.entries(transitions)) this.#transitions.set(step as Step, finish);
  }

  /** Finishes the step for that target when its time is over. */
  later(step: Step, target: string): void {
    const at = this.now() + this.context.duration(step, DURATIONS[step]);
    this.#due.put(this.context.store.next('due'), { at, step, target });
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

  /** The project a request means; left out, the account's own. @throws Refusal for a project the key may not write to. */
  writable(resource: string, project: string | null | undefined): string {
    const id = project ?? this.projectId;
    if (!this.projects.get(id)) throw permissionsDenied(resource, 'write');
    return id;
  }

  /** @throws Refusal where there are as many as somebody allowed. The vendor's own quotas differ by account: none by default. */
  checkQuota(name: string, current: number, vendors?: number): void {
    const quota = this.context.quota(name) ?? vendors;
    if (quota !== undefined && current >= quota) throw quotasExceeded(name, quota, current, this.organizationId);
  }
}

/** The record of that id at that place. @throws Refusal where there is none, or it is elsewhere. */
export function there<T extends { zone: string } | { region: string } | object>(
  found: T | undefined,
  resource: string,
  id: string,
  place?: string,
): T {
  const at = found && ('zone' in found ? found.zone : 'region' in found ? found.region : undefined);
  if (!found || (place !== undefined && at !== place)) throw notFound(resource, id);
  return found;
}
