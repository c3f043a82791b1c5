import { CloudError, isCloudError } from '@hansa/sdk';
import { type CoreApi, contract, type WireJob } from '@hansa/sdk/clouds/fulcrum';

/** How the core took what it was told. `lost`: it had called the job off before (it timed out), and takes nothing any more. */
export type Taken = 'taken' | 'lost';

/** Longest pause between two attempts to tell a core that is away, ms. */
const LONGEST_MS = 30_000;

/**
 * Claims a job. False: somebody else has it, or it is over.
 *
 * A claim whose answer was lost is taken for ours where the job is under way: nobody else works for this agent.
 */
export async function claimed(core: CoreApi, job: WireJob): Promise<boolean> {
  try {
    await core.post(`/jobs/${job.id}/claim`);
    return true;
  } catch (error) {
    if (isCloudError(error, 'conflict', 'not-found')) return false;
    if (!isCloudError(error) || !error.details.ambiguous) throw error;
    const now = await core.find<WireJob>(`/jobs/${job.id}`);
    return now?.status === 'Processing' || (now?.status === 'Pending' && claimed(core, job));
  }
}

/** Tells the core that a job is done, for as long as it takes: what was made must not be forgotten because the core is away. */
export function completed(core: CoreApi, job: WireJob, told: object, signal: AbortSignal): Promise<Taken> {
  return tell(core, job, `/jobs/${job.id}/complete`, told, 'Completed', signal);
}

export function failed(core: CoreApi, job: WireJob, error: unknown, signal: AbortSignal): Promise<Taken> {
  const why = isCloudError(error)
    ? error
    : new CloudError('unavailable', {
        message: 'the agent itself is broken',
        next: ['ask the provider'],
        cause: error,
      });
  const body = { errorMessage: contract.failureText(why) };
  return tell(core, job, `/jobs/${job.id}/fail`, body, 'Failed', signal);
}

async function tell(
  core: CoreApi,
  job: WireJob,
  path: string,
  body: object,
  end: WireJob['status'],
  signal: AbortSignal,
): Promise<Taken> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await core.post(path, body, true);
      return 'taken';
    } catch (error) {
      if (!isCloudError(error)) throw error;
      const passing = isCloudError(error, 'unavailable', 'timeout', 'rate-limited');
      if (!passing) return settle(core, job, error, end);
      await core.clock.sleep(Math.min(LONGEST_MS, 500 * 2 ** attempt), signal);
    }
  }
}

/** A refusal may come because an earlier attempt, whose answer was lost, got through. */
async function settle(core: CoreApi, job: WireJob, error: CloudError, end: WireJob['status']): Promise<Taken> {
  const now = await core.find<WireJob>(`/jobs/${job.id}`);
  if (now?.status === end) return 'taken';
  if (now && now.status !== 'Processing') return 'lost';
  throw error;
}
