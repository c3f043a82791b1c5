import { CloudError, isCloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import type { FulcrumApi } from './api.js';
import { LIVE } from './contract/index.js';
import type { WireService } from './core/wire.js';

type Ctx = CellContext<AnyKind>;

/** Waits until the last job of a service is over. @throws CloudError as the agent told it */
export const over = (id: string, ctx: Ctx): Promise<void> => ctx.operation({ probe: 'job', key: id });

/** The service, which must be there and not at its end. */
export async function serviceThere(api: FulcrumApi, id: string): Promise<WireService> {
  const found = await api.core.service(id);
  if (found && LIVE.includes(found.status)) return found;
  throw new CloudError('not-found', {
    id,
    message: found ? `the service is ${found.status.toLowerCase()}` : 'the federation knows no such service',
    next: ['plan again: it is made anew'],
  });
}

/** Waits for what is under way, however it ends: the core takes no second job meanwhile. */
export async function settled(api: FulcrumApi, id: string, ctx: Ctx): Promise<void> {
  const job = await api.core.lastJob(id);
  if (job?.status !== 'Pending' && job?.status !== 'Processing') return;
  try {
    await over(id, ctx);
  } catch (error) {
    // It was somebody else's, and is told to them. What waits for a dead agent stays in the way.
    if (!isCloudError(error) || (await api.core.lastJob(id))?.status !== 'Failed') throw error;
  }
}

/** Orders an action, and waits until it is done. */
export async function act(api: FulcrumApi, id: string, action: string, ctx: Ctx): Promise<void> {
  await api.core.post(`/services/${id}/${action}`);
  await over(id, ctx);
}

/** Changes name and properties. An update that failed may have done a part: the agent is asked what is there now. */
export async function change(
  api: FulcrumApi,
  id: string,
  patch: { name?: string; properties?: Record<string, unknown> },
  ctx: Ctx,
): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  await api.core.patch(`/services/${id}`, patch);
  if (!patch.properties) return;
  try {
    await over(id, ctx);
  } catch (error) {
    if (isCloudError(error) && (await api.core.lastJob(id))?.status === 'Failed') await look(api, id, ctx);
    throw error;
  }
}

/** The error of the change is the one to tell, not that of looking. */
async function look(api: FulcrumApi, id: string, ctx: Ctx): Promise<void> {
  try {
    await act(api, id, 'refresh', ctx);
  } catch (error) {
    if (!isCloudError(error)) throw error;
  }
}
