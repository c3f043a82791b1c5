import { randomUUID } from 'node:crypto';
import type { CloudContext } from '../core/cloud.js';
import { DURATIONS, type Step } from './durations.js';
import { overQuota } from './errors.js';
import type {
  FloatingIpRecord,
  GatewayRecord,
  GroupRecord,
  InstanceRecord,
  KeyRecord,
  NetworkRecord,
  OperationRecord,
  PortRecord,
  SnapshotRecord,
  SubnetRecord,
  TokenRecord,
  UserRecord,
  VolumeRecord,
} from './records.js';

interface Due {
  readonly at: number;
  readonly step: Step;
  readonly target: string;
}

/** What happens when a step is over. */
export type Transitions = Partial<Record<Step, (target: string) => void>>;

/** All that the project holds, the time, and what is under way. */
export class World {
  readonly keys;
  readonly instances;
  readonly ports;
  readonly networks;
  readonly subnets;
  readonly gateways;
  readonly floatingIps;
  readonly groups;
  readonly volumes;
  readonly snapshots;
  readonly operations;
  readonly users;
  readonly tokens;
  readonly #due;
  readonly #transitions = new Map<Step, (target: string) => void>();
  #at: number | undefined;

  constructor(readonly context: CloudContext) {
    const { store } = context;
    this.keys = store.collection<KeyRecord>('ssh-keys');
    this.instances = store.collection<InstanceRecord>('instances');
    this.ports = store.collection<PortRecord>('ports');
    this.networks = store.collection<NetworkRecord>('networks');
    this.subnets = store.collection<SubnetRecord>('subnets');
    this.gateways = store.collection<GatewayRecord>('gateways');
    this.floatingIps = store.collection<FloatingIpRecord>('floating-ips');
    this.groups = store.collection<GroupRecord>('security-groups');
    this.volumes = store.collection<VolumeRecord>('volumes');
    this.snapshots = store.collection<SnapshotRecord>('snapshots');
    this.operations = store.collection<OperationRecord>('operations');
    this.users = store.collection<UserRecord>('users');
    this.tokens = store.collection<TokenRecord>('tokens');
    this.#due = store.collection<Due>('due');
  }

  get projectId(): string {
    return this.context.credentials['projectId']!;
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

  /** Begins an operation, which is ended by {@link ended}. */
  begin(action: string, region: string, resourceId: string | null): OperationRecord {
    const id = randomUUID();
    const record = { id, action, status: 'in-progress' as const, resourceId, region, created: this.now(), ended: null };
    return this.operations.put(id, record);
  }

  ended(id: string, resourceId: string | null): void {
    const operation = this.operations.get(id);
    if (operation) Object.assign(operation, { status: 'completed', resourceId, ended: this.now() });
  }

  /** @throws Refusal where there are as many as somebody allowed. The vendor's own quotas differ by project: none by default. */
  checkQuota(name: string, current: number, more = 1): void {
    const quota = this.context.quota(name);
    if (quota !== undefined && current + more > quota)
      throw overQuota(`${name}: Requested ${more}, but already used ${current} of ${quota} ${name}`);
  }
}
