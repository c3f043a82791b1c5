import { isCloudError } from '@hansa/sdk';
import type { WireJob } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from '../federation.js';
import type { Happening } from '../options.js';
import { Deliverer } from './deliver.js';
import { perform } from './perform.js';
import { claimed, completed, failed } from './report.js';

/** Works jobs side by side, never two of one service at once. */
export class Runner {
  /** Jobs under way, by id. */
  private readonly running = new Map<string, Promise<void>>();
  /** The end of what was begun last for a service: a job that timed out may still be at work when the next one comes. */
  private readonly turns = new Map<string, Promise<void>>();
  private readonly deliverer: Deliverer;
  /** Jobs that were done, and that failed. */
  readonly count = { done: 0, failed: 0, lost: 0 };

  constructor(
    private readonly federation: Federation,
    private readonly concurrency: number,
    private readonly say: (happening: Happening) => void,
    private readonly signal: AbortSignal,
  ) {
    this.deliverer = new Deliverer(federation);
  }

  /** Takes up what an earlier life of this agent had claimed and never ended. */
  async resume(): Promise<void> {
    const { core, me } = this.federation;
    const mine = await core.all<WireJob>('/jobs', { agentId: me.id, status: 'Processing' }, 'createdAt');
    for (const job of mine) this.start(job, async () => true);
    await Promise.all(this.running.values());
  }

  /** Takes up as many jobs as there is room for; how many these are. */
  async poll(): Promise<number> {
    const room = this.concurrency - this.running.size;
    if (room <= 0 || this.signal.aborted) return 0;
    const jobs = await this.federation.core.get<WireJob[]>('/jobs/pending', { limit: room });
    const fresh = jobs.filter(({ id }) => !this.running.has(id));
    for (const job of fresh) this.start(job, () => claimed(this.federation.core, job));
    return fresh.length;
  }

  /** Works until nothing waits and nothing is under way. */
  async drain(): Promise<void> {
    while ((await this.poll()) > 0 || this.running.size > 0) await Promise.race(this.running.values());
  }

  /** Resolves when a job ends; never, where none is under way. */
  next(): Promise<void> {
    return this.running.size > 0 ? Promise.race(this.running.values()) : new Promise(() => {});
  }

  /** Resolves when all that is under way has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running.values());
  }

  private start(job: WireJob, claim: () => Promise<boolean>): void {
    const before = this.turns.get(job.serviceId) ?? Promise.resolve();
    const work = before.then(() => this.work(job, claim)).catch((error: unknown) => this.broke(job, error));
    const ended = work.finally(() => {
      this.running.delete(job.id);
      if (this.turns.get(job.serviceId) === ended) this.turns.delete(job.serviceId);
    });
    this.running.set(job.id, ended);
    this.turns.set(job.serviceId, ended);
  }

  private async work(job: WireJob, claim: () => Promise<boolean>): Promise<void> {
    if (this.signal.aborted || !(await claim())) return;
    const { core } = this.federation;
    try {
      const { told, recorded } = await perform(this.federation, this.deliverer, job);
      if ((await completed(core, job, told, this.signal)) === 'lost') return this.lost(job);
      this.count.done += 1;
      this.say({ level: 'info', text: `${job.action} of service ${job.serviceId}: done` });
      // The mark that stays on does no harm: the thing is deleted by its id.
      await recorded?.().catch((error: unknown) => this.broke(job, error));
    } catch (error) {
      if (this.signal.aborted) return;
      if ((await failed(core, job, error, this.signal)) === 'lost') return this.lost(job);
      this.count.failed += 1;
      this.say({ level: 'warning', text: `${job.action} of service ${job.serviceId}: ${String(error)}` });
    }
  }

  private lost(job: WireJob): void {
    this.count.lost += 1;
    const text = `${job.action} of service ${job.serviceId}: the core had called the job off; what was made is taken up by the next`;
    this.say({ level: 'warning', text });
  }

  /** What could not be told stays claimed, and is taken up when the agent starts again. */
  private broke(job: WireJob, error: unknown): void {
    if (this.signal.aborted) return;
    const text = isCloudError(error) ? error.message : `the agent is broken: ${String(error)}`;
    this.say({ level: 'error', text: `${job.action} of service ${job.serviceId}: ${text}` });
  }
}
