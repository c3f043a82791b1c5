import { randomUUID } from 'node:crypto';
import type { CloudContext } from '../core/cloud.js';
import type { Collection } from '../core/store.js';
import { gone, missing } from './errors.js';
import type {
  AgentRow,
  AgentTypeRow,
  GroupRow,
  JobRow,
  MetricEntryRow,
  MetricTypeRow,
  OptionRow,
  OptionTypeRow,
  ParticipantRow,
  Row,
  SecretRow,
  ServiceRow,
  ServiceTypeRow,
  TokenRow,
} from './records.js';

/** The participant that is there from the start, so that there is one to order as. */
export const FIRST_PARTICIPANT = '0f0e0d0c-0000-4000-8000-000000000001';

const TIMED_OUT = 'Job marked as failed due to exceeding maximum processing time';

/** All that the core keeps, and what passes with time. */
export class World {
  readonly participants: Collection<ParticipantRow>;
  readonly agentTypes: Collection<AgentTypeRow>;
  readonly agents: Collection<AgentRow>;
  readonly serviceTypes: Collection<ServiceTypeRow>;
  readonly groups: Collection<GroupRow>;
  readonly services: Collection<ServiceRow>;
  readonly jobs: Collection<JobRow>;
  /** The last job of each service, by the service's id. */
  readonly lastJobs: Collection<string>;
  /** Jobs that are not over, by id: what agents ask for at every look. */
  readonly activeJobs: Collection<true>;
  readonly optionTypes: Collection<OptionTypeRow>;
  readonly options: Collection<OptionRow>;
  readonly metricTypes: Collection<MetricTypeRow>;
  readonly metricEntries: Collection<MetricEntryRow>;
  readonly tokens: Collection<TokenRow>;
  readonly secrets: Collection<SecretRow>;

  constructor(readonly context: CloudContext) {
    const { store } = context;
    this.participants = store.collection('participants');
    this.agentTypes = store.collection('agent-types');
    this.agents = store.collection('agents');
    this.serviceTypes = store.collection('service-types');
    this.groups = store.collection('groups');
    this.services = store.collection('services');
    this.jobs = store.collection('jobs');
    this.lastJobs = store.collection('last-jobs');
    this.activeJobs = store.collection('active-jobs');
    this.optionTypes = store.collection('option-types');
    this.options = store.collection('options');
    this.metricTypes = store.collection('metric-types');
    this.metricEntries = store.collection('metric-entries');
    this.tokens = store.collection('tokens');
    this.secrets = store.collection('secrets');
    if (this.participants.size === 0)
      this.add(this.participants, { name: 'Hansa', status: 'Enabled' }, FIRST_PARTICIPANT);
  }

  now(): number {
    return this.context.clock.now();
  }

  /** A new row. */
  add<T extends Row>(rows: Collection<T>, values: Omit<T, keyof Row>, id: string = randomUUID()): T {
    return rows.put(id, { ...values, id, createdAt: this.now(), updatedAt: this.now() } as T);
  }

  /**
   * Writes a row anew. In PostgreSQL it moves to the end then, and a list without an order shows that: pages of such a list may miss rows,
   * and the first agent with a tag is another one after the next heartbeat.
   */
  save<T extends Row>(rows: Collection<T>, row: T): T {
    rows.delete(row.id);
    return rows.put(row.id, { ...row, updatedAt: this.now() });
  }

  addJob(service: ServiceRow, action: string, params?: Record<string, unknown>): JobRow {
    const { agentId, providerId, consumerId } = service;
    const job = this.add(this.jobs, {
      action,
      ...(params ? { params } : {}),
      priority: 1,
      status: 'Pending',
      errorMessage: '',
      agentId,
      serviceId: service.id,
      providerId,
      consumerId,
    });
    this.lastJobs.put(service.id, job.id);
    this.activeJobs.put(job.id, true);
    return job;
  }

  saveJob(job: JobRow): void {
    if (!isActive(job)) this.activeJobs.delete(job.id);
    this.save(this.jobs, job);
  }

  active(): JobRow[] {
    return this.activeJobs.entries().flatMap(([id]) => this.jobs.get(id) ?? []);
  }

  lastJobOf(serviceId: string): JobRow | undefined {
    return this.jobs.get(this.lastJobs.get(serviceId) ?? '');
  }

  typeOf(service: ServiceRow): ServiceTypeRow {
    return must(this.serviceTypes.get(service.serviceTypeId));
  }

  /**
   * What the core's workers do, where they are switched on (they are off by default, `pkg/config/config.go`): durations `job.timeout`, by the
   * wall clock from the making of the job, whoever is at it, and `agent.health`, since an agent last said its status.
   */
  settle(): void {
    const { context } = this;
    const [jobMs, agentMs] = [context.duration('job.timeout', Infinity), context.duration('agent.health', Infinity)];
    if (jobMs !== Infinity)
      for (const job of this.active())
        if (job.createdAt + jobMs < this.now())
          this.saveJob({ ...job, status: 'Failed', errorMessage: TIMED_OUT, completedAt: this.now() });
    if (agentMs !== Infinity)
      for (const agent of this.agents.list())
        if (agent.status === 'Connected' && agent.seenAt + agentMs < this.now())
          this.save(this.agents, { ...agent, status: 'Disconnected' });
  }
}

export const isActive = ({ status }: JobRow): boolean => status === 'Pending' || status === 'Processing';

/** The row; where there is none, the core says that the caller may not. @throws Refusal */
export function must<T>(row: T | undefined): T {
  if (row === undefined) throw missing();
  return row;
}

/** The row, where its absence is told as what it is. @throws Refusal 404 */
export function mustExist<T>(row: T | undefined): T {
  if (row === undefined) throw gone();
  return row;
}
