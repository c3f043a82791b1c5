import type { AnyKind } from '../../kinds/model/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import type { ProbeResult } from '../../runtime/driver/cloud.js';
import type { IonosApi, Ordered } from './api.js';
import { failure } from './errors.js';
import { paths } from './paths.js';
import { unlessGone } from './unless-gone.js';
import type { WireRequestStatus } from './wire.js';

type Context = Pick<CellContext<AnyKind>, 'operation' | 'signal'>;

/** Requests are looked up one by one: their list shows those of the whole contract, and no filter takes ids (description, 2023-02). */
export const requestProbe = { batch: 1, poll: pollRequests };

async function pollRequests(api: IonosApi, keys: readonly string[]): Promise<Map<string, ProbeResult>> {
  const answers = keys.map(async (key): Promise<[string, ProbeResult]> => {
    const status = await unlessGone(api.get<WireRequestStatus>(paths.status(key)));
    const { status: word = 'DONE', message = '' } = status?.metadata ?? {};
    return [key, word === 'FAILED' ? failure(key, message) : word === 'DONE' ? 'done' : 'pending'];
  });
  return new Map(await Promise.all(answers));
}

/** Waits until an order is carried out. @throws CloudError with the vendor's words where it failed */
export async function carriedOut<T>(ctx: Context, ordered: Promise<Ordered<T>>, expectMs?: number): Promise<T> {
  const { body, request } = await ordered;
  if (request) await ctx.operation({ probe: 'request', key: request, ...(expectMs ? { expectMs } : {}) });
  return body;
}

/**
 * Waits for the request that made a thing, where this process ordered it; another one's is seen by the state of the thing. Says whether it
 * was this process, and nothing has happened to the thing since.
 */
export async function whenMade(api: IonosApi, ctx: Context, id: string, expectMs: number): Promise<boolean> {
  const key = api.madeBy(id);
  if (!key) return false;
  try {
    await ctx.operation({ probe: 'request', key, expectMs });
  } catch (error) {
    const [dc, inside] = id.split('/');
    throw dc && inside ? await api.datacenters.afterFailure(dc, error, ctx) : error;
  }
  return true;
}

/**
 * Whether a change is of labels alone. What is written of them into a name or a description nobody has to wait for: it holds as soon as
 * the order is taken.
 */
export function isBookkeeping(change: object): boolean {
  return Object.keys(change).every((name) => name === 'labels');
}
