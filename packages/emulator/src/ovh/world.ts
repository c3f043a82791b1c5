import { randomUUID } from 'node:crypto';
import type { CloudContext } from '../core/cloud.js';
import { Steps } from '../core/steps.js';
import { DURATIONS, type Step } from './durations.js';
import { notFound, overQuota } from './errors.js';
import { Neutron } from './neutron/region.js';
import type {
  GatewayRecord,
  InstanceRecord,
  KeyRecord,
  NetworkRecord,
  OperationRecord,
  SnapshotRecord,
  TokenRecord,
  UserRecord,
  VolumeRecord,
} from './records.js';
import { REGIONS } from './regions.js';

/** All that the project holds, the time, and what is under way. */
export class World extends Steps<Step> {
  readonly keys;
  readonly instances;
  /** What OVHcloud itself knows of networks and gateways; the rest stands in Neutron, under the same ids. */
  readonly networks;
  readonly gateways;
  readonly volumes;
  readonly snapshots;
  readonly operations;
  readonly users;
  readonly tokens;
  readonly neutrons: readonly Neutron[];

  constructor(context: CloudContext) {
    super(context, DURATIONS);
    const { store } = context;
    this.keys = store.collection<KeyRecord>('ssh-keys');
    this.instances = store.collection<InstanceRecord>('instances');
    this.networks = store.collection<NetworkRecord>('networks');
    this.gateways = store.collection<GatewayRecord>('gateways');
    this.volumes = store.collection<VolumeRecord>('volumes');
    this.snapshots = store.collection<SnapshotRecord>('snapshots');
    this.operations = store.collection<OperationRecord>('operations');
    this.users = store.collection<UserRecord>('users');
    this.tokens = store.collection<TokenRecord>('tokens');
    this.neutrons = REGIONS.filter(({ services }) => services.includes('network')).map(
      ({ name }) => new Neutron(context, name),
    );
  }

  get projectId(): string {
    return this.context.credentials['projectId']!;
  }

  /** Neutron of a region. @throws Refusal where the region has none */
  neutron(region: string): Neutron {
    const found = this.neutrons.find((one) => one.region === region);
    if (!found) throw notFound(`Region ${region} does not exist`);
    return found;
  }

  /** Begins an operation, which is ended by {@link ended}. */
  begin(action: string, region: string, resourceId: string | null): OperationRecord {
    const id = randomUUID();
    const record = { id, action, status: 'in-progress' as const, resourceId, region, created: this.now(), ended: null };
    return this.operations.put(id, record);
  }

  /** Ends an operation with what it made; without anything it has failed. */
  ended(id: string, resourceId: string | null): void {
    const operation = this.operations.get(id);
    const status = resourceId === null ? 'in-error' : 'completed';
    if (operation) Object.assign(operation, { status, resourceId, ended: this.now() });
  }

  /** @throws Refusal where there are as many as somebody allowed. The vendor's own quotas differ by project: none by default. */
  checkQuota(name: string, current: number, more = 1): void {
    const quota = this.context.quota(name);
    if (quota !== undefined && current + more > quota)
      throw overQuota(`${name}: Requested ${more}, but already used ${current} of ${quota} ${name}`);
  }
}
