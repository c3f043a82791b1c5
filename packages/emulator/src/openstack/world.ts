import type { CloudContext } from '../core/cloud.js';
import { Steps } from '../core/steps.js';
import { DURATIONS, type Step } from './durations.js';
import { keystoneId } from './ids.js';
import type {
  FloatingIpRecord,
  GroupRecord,
  KeypairRecord,
  NetworkRecord,
  PortRecord,
  RouterRecord,
  RuleRecord,
  ServerRecord,
  SnapshotRecord,
  SubnetRecord,
  TokenRecord,
  VolumeRecord,
} from './records.js';

/** One project in one region, the time, and what is under way. */
export class World extends Steps<Step> {
  /** Where public addresses come from: the documentation's block, and one for benchmarks (RFC 5737, RFC 2544), as many as a fleet needs. */
  readonly publicBlocks: readonly string[] = ['203.0.113.0/24', '198.18.0.0/16'];
  readonly tokens;
  readonly keypairs;
  readonly servers;
  readonly volumes;
  readonly snapshots;
  readonly networks;
  readonly subnets;
  readonly ports;
  readonly routers;
  readonly groups;
  readonly rules;
  readonly floatingIps;

  constructor(context: CloudContext) {
    super(context, DURATIONS);
    const { store } = context;
    this.tokens = store.collection<TokenRecord>('tokens');
    this.keypairs = store.collection<KeypairRecord>('keypairs');
    this.servers = store.collection<ServerRecord>('servers');
    this.volumes = store.collection<VolumeRecord>('volumes');
    this.snapshots = store.collection<SnapshotRecord>('snapshots');
    this.networks = store.collection<NetworkRecord>('networks');
    this.subnets = store.collection<SubnetRecord>('subnets');
    this.ports = store.collection<PortRecord>('ports');
    this.routers = store.collection<RouterRecord>('routers');
    this.groups = store.collection<GroupRecord>('security-groups');
    this.rules = store.collection<RuleRecord>('rules');
    this.floatingIps = store.collection<FloatingIpRecord>('floating-ips');
  }

  get projectId(): string {
    return keystoneId('project', this.context.credentials['project']!);
  }

  get userId(): string {
    return keystoneId('user', this.context.credentials['username']!);
  }

  get region(): string {
    return this.context.credentials['region']!;
  }

  /** The limit that somebody set, where `current` and `more` go beyond it. Projects' own quotas differ by cloud: none by default. */
  beyondQuota(name: string, current: number, more = 1): number | undefined {
    const quota = this.context.quota(name);
    return quota !== undefined && current + more > quota ? quota : undefined;
  }
}
