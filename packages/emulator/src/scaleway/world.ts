import type { CloudContext } from '../core/cloud.js';
import { type Transitions as StepEnds, Steps } from '../core/steps.js';
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

/** What happens when a step is over. */
export type Transitions = StepEnds<Step>;

/** All that the account holds, the time, and what is under way. */
export class World extends Steps<Step> {
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

  constructor(context: CloudContext) {
    super(context, DURATIONS);
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
  }

  get projectId(): string {
    return this.context.credentials['projectId']!;
  }

  get organizationId(): string {
    return this.context.credentials['organizationId']!;
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
