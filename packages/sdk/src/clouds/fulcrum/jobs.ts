import { CloudError } from '../../errors/index.js';
import type { ProbeResult } from '../../runtime/driver/cloud.js';
import { failureOf } from './contract/index.js';
import type { CoreApi } from './core/core-api.js';
import type { WireJob } from './core/wire.js';

/** Services a request: each takes 47 characters of its URL. */
const BATCH = 50;
/** How long an agent that the core takes for dead is waited for until its job is called off, ms. Our choice: a restart takes less. */
const DEAD_MS = 3 * 60_000;
/** Statuses of an agent that does not work. */
const AWAY = ['Disconnected', 'Error', 'Disabled'];

/** How the last jobs of services stand, by the services' ids: one request for all that are under way, one for each that is over. */
export function jobLookup(core: CoreApi): {
  batch: number;
  look(keys: readonly string[]): Promise<Map<string, ProbeResult>>;
} {
  return {
    batch: BATCH,
    look: async (serviceIds) => {
      const query = { serviceId: serviceIds, status: ['Pending', 'Processing'] };
      const active = await core.all<WireJob>('/jobs', query, 'createdAt');
      const underWay = new Map(active.map((job) => [job.serviceId, standing(job, core.clock.now())]));
      const over = serviceIds.filter((id) => !underWay.has(id));
      const ended = await Promise.all(over.map(async (id) => [id, outcome(await core.lastJob(id))] as const));
      return new Map<string, ProbeResult>([...underWay, ...ended]);
    },
  };
}

function standing({ status, agent, createdAt }: WireJob, now: number): ProbeResult {
  const silent = status === 'Pending' && agent && AWAY.includes(agent.status) && now - Date.parse(createdAt) > DEAD_MS;
  if (!silent) return 'pending';
  return new CloudError('unavailable', {
    message: `the agent ${agent.name} is ${agent.status.toLowerCase()} and has not taken the job up`,
    next: ['ask its provider', 'run again when it is back: the job waits for it', 'or choose another agent'],
  });
}

function outcome(job: WireJob | undefined): ProbeResult {
  if (!job || job.status === 'Completed') return 'done';
  return job.status === 'Failed' ? failureOf(job.errorMessage ?? '') : 'pending';
}
