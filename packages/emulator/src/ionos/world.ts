import { randomUUID } from 'node:crypto';
import type { CloudContext } from '../core/cloud.js';
import type { CloudRequest } from '../core/http.js';
import { DURATIONS, type Step } from './durations.js';
import { notFound } from './errors.js';
import type {
  Base,
  DatacenterRecord,
  Effect,
  IpBlockRecord,
  LabelRecord,
  LanRecord,
  NicRecord,
  RequestRecord,
  RuleRecord,
  SecurityGroupRecord,
  ServerRecord,
  VolumeRecord,
} from './records.js';
import { removed } from './removal.js';

/** A thing that a request is about: what it is called, and its record. */
export interface Target {
  id: string;
  type: string;
  path: string;
  record?: Base;
}

/** Requests that are remembered after they have ended. */
const REMEMBERED = 2_000;

/** All that the contract holds, the time, and the requests under way: one data center carries out one after the other. */
export class World {
  readonly datacenters;
  readonly servers;
  readonly volumes;
  readonly nics;
  readonly lans;
  readonly rules;
  readonly securityGroups;
  readonly ipBlocks;
  readonly labels;
  readonly requests;
  readonly #pending;

  constructor(readonly context: CloudContext) {
    const { store } = context;
    this.datacenters = store.collection<DatacenterRecord>('datacenters');
    this.servers = store.collection<ServerRecord>('servers');
    this.volumes = store.collection<VolumeRecord>('volumes');
    this.nics = store.collection<NicRecord>('nics');
    /** By `<data center>/<number>`. */
    this.lans = store.collection<LanRecord>('lans');
    this.rules = store.collection<RuleRecord>('rules');
    this.securityGroups = store.collection<SecurityGroupRecord>('security-groups');
    this.ipBlocks = store.collection<IpBlockRecord>('ip-blocks');
    /** By `<resource>/<key>`. */
    this.labels = store.collection<LabelRecord>('labels');
    this.requests = store.collection<RequestRecord>('requests');
    this.#pending = store.collection<{ endsAt: number }>('pending-requests');
  }

  now(): number {
    return this.context.clock.now();
  }

  /** What a new thing begins with. */
  base(id: string = randomUUID()): Base {
    const now = this.now();
    return { id, createdAt: now, modifiedAt: now, revision: 1, busyUntil: 0 };
  }

  /** Notes that a thing was changed. */
  touch(record: Base): void {
    record.modifiedAt = this.now();
    record.revision += 1;
  }

  isBusy(record: Base): boolean {
    return record.busyUntil > this.now();
  }

  /**
   * Queues a request: behind all others of its data center, where it has one. Whatever it is about is busy until it ends, and so is the
   * data center. Answers with the headers that say where to ask for its status.
   */
  provision(
    request: CloudRequest,
    step: Step,
    datacenter: DatacenterRecord | null,
    targets: readonly Target[],
    effects: readonly Effect[] = [],
    failure?: string,
  ): Record<string, string> {
    const now = this.now();
    const startsAt = Math.max(now, datacenter?.queueEndsAt ?? 0);
    const endsAt = startsAt + this.context.duration(step, DURATIONS[step]);
    if (datacenter) {
      datacenter.queueEndsAt = endsAt;
      datacenter.busyUntil = endsAt;
      if (!targets.some(({ record }) => record === datacenter)) this.touch(datacenter);
    }
    for (const { record } of targets) if (record) record.busyUntil = Math.max(record.busyUntil, endsAt);
    const record: RequestRecord = {
      id: randomUUID(),
      createdAt: now,
      startsAt,
      endsAt,
      method: request.method,
      url: request.url.href,
      targets: targets.map(({ id, type, path }) => ({ id, type, path })),
      effects: [...effects],
      ...(failure === undefined ? {} : { failure }),
    };
    this.requests.put(record.id, record);
    this.#pending.put(record.id, { endsAt });
    this.settle();
    return { Location: `${baseOf(request)}/requests/${record.id}/status` };
  }

  /** Carries out what has ended by now, in order of time. */
  settle(): void {
    const now = this.now();
    const due = this.#pending.entries().filter(([, { endsAt }]) => endsAt <= now);
    due.sort(([, a], [, b]) => a.endsAt - b.endsAt);
    for (const [id] of due) {
      this.#pending.delete(id);
      for (const effect of this.requests.get(id)?.effects ?? []) this.#carryOut(effect);
    }
    if (due.length > 0) this.#forget();
  }

  /** @throws Refusal `404` where there is none */
  datacenter(id: string | undefined): DatacenterRecord {
    return there(this.datacenters.get(String(id)));
  }

  server(datacenterId: string | undefined, id: string | undefined): ServerRecord {
    return inside(this.datacenter(datacenterId).id, this.servers.get(String(id)));
  }

  volume(datacenterId: string | undefined, id: string | undefined): VolumeRecord {
    return inside(this.datacenter(datacenterId).id, this.volumes.get(String(id)));
  }

  lan(datacenterId: string | undefined, id: string | number | undefined): LanRecord {
    return inside(this.datacenter(datacenterId).id, this.lans.get(`${datacenterId}/${id}`));
  }

  nic(datacenterId: string | undefined, serverId: string | undefined, id: string | undefined): NicRecord {
    const nic = inside(this.datacenter(datacenterId).id, this.nics.get(String(id)));
    if (nic.serverId !== serverId) throw notFound();
    return nic;
  }

  securityGroup(datacenterId: string | undefined, id: string | undefined): SecurityGroupRecord {
    return inside(this.datacenter(datacenterId).id, this.securityGroups.get(String(id)));
  }

  /** Whether something that a path names is on its way out: no change of it is taken any more. */
  isLeaving(params: Readonly<Record<string, string>>): boolean {
    const {
      datacenterId = '',
      serverId = '',
      volumeId = '',
      nicId = '',
      lanId = '',
      securityGroupId = '',
      ipblockId = '',
    } = params;
    const named: (Base | undefined)[] = [
      this.datacenters.get(datacenterId),
      this.servers.get(serverId),
      this.volumes.get(volumeId),
      this.nics.get(nicId),
      this.lans.get(`${datacenterId}/${lanId}`),
      this.securityGroups.get(securityGroupId),
      this.ipBlocks.get(ipblockId),
    ];
    return named.some((record) => record?.leaving);
  }

  nicsOf(serverId: string): NicRecord[] {
    return this.nics.filter((nic) => nic.serverId === serverId);
  }

  volumesOf(serverId: string): VolumeRecord[] {
    return this.volumes
      .filter((volume) => volume.serverId === serverId)
      .sort((a, b) => (a.deviceNumber ?? 0) - (b.deviceNumber ?? 0));
  }

  #carryOut(effect: Effect): void {
    if (effect.do === 'remove') removed(this, effect.collection, effect.key);
    else if (effect.do === 'detach') {
      const volume = this.volumes.get(effect.volumeId);
      const server = volume?.serverId ? this.servers.get(volume.serverId) : undefined;
      if (server?.bootVolumeId === volume?.id && server) server.bootVolumeId = null;
      if (volume) Object.assign(volume, { serverId: null, deviceNumber: null });
    } else {
      const server = this.servers.get(effect.serverId);
      if (server) server.vmState = effect.to;
    }
  }

  #forget(): void {
    const surplus = this.requests.size - REMEMBERED;
    if (surplus <= 0) return;
    for (const { id } of this.requests.list().slice(0, surplus)) if (!this.#pending.get(id)) this.requests.delete(id);
  }
}

/** `http://127.0.0.1:4711/ionos/cloudapi/v6`, as the client called it. */
export function baseOf({ url, path }: CloudRequest): string {
  return `${url.origin}${url.pathname.slice(0, url.pathname.length - path.length)}`;
}

function there<T extends Base>(record: T | undefined): T {
  if (!record) throw notFound();
  return record;
}

function inside<T extends Base & { datacenterId: string }>(datacenterId: string, record: T | undefined): T {
  if (!record || record.datacenterId !== datacenterId) throw notFound();
  return record;
}
