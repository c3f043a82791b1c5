import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/index.js';
import type { CellContext, Observed } from '../../../runtime/driver/cell.js';
import { mustBeThere, type UpCloudApi, unless } from '../api.js';
import { path } from '../path.js';
import type { WireServer } from '../wire.js';

type Ctx = Pick<CellContext<typeof Server>, 'until'>;

/** How long a system gets to shut down before its power is cut, s; UpCloud cuts it then (provider `utils/server.go`, read 2026-11). */
const GRACE_S = 60;
/** So long after that it should be off, ms. Our choice. */
const PATIENCE_MS = 30_000;

export function serverNow(api: UpCloudApi, id: string): Promise<WireServer | undefined> {
  return api.find<WireServer>(path`/server/${id}`, 'server');
}

/** The server when nothing is under way on it: until then UpCloud takes no other order for it (`SERVER_STATE_ILLEGAL`). */
export async function serverAtRest(api: UpCloudApi, id: string, ctx: Ctx): Promise<WireServer> {
  const server = mustBeThere(await serverNow(api, id), id);
  if (server.state !== 'maintenance' && server.state !== 'error') return server;
  await ctx.until(id, (seen) => seen?.status === 'ready');
  return mustBeThere(await serverNow(api, id), id);
}

/** Starts the server and waits until it runs. Does nothing where it does. */
export async function powerOn(api: UpCloudApi, id: string, ctx: Ctx): Promise<void> {
  if ((await serverAtRest(api, id, ctx)).state === 'started') return;
  // Refused where it was given before: then it is starting.
  await unless('conflict', api.post(path`/server/${id}/start`, { server: {} }, 'server'));
  await ctx.until(id, (seen) => seen?.statusText === 'started');
}

/** Stops the server and waits: politely first, and by the plug where it does not obey, or `atOnce`. Does nothing where it is off. */
export async function powerOff(api: UpCloudApi, id: string, ctx: Ctx, atOnce = false): Promise<void> {
  if ((await serverAtRest(api, id, ctx)).state === 'stopped') return;
  if (!atOnce && (await stops(api, id, 'soft', ctx))) return;
  if (await stops(api, id, 'hard', ctx)) return;
  throw new CloudError('locked', {
    message: 'it does not stop',
    retryable: true,
    next: ['run again', 'look at it in hub.upcloud.com: something else may be under way on it'],
  });
}

/** Whether it is off, or gone, after an order to stop. Until then it goes on saying "started", as recorded. */
async function stops(api: UpCloudApi, id: string, how: 'soft' | 'hard', ctx: Ctx): Promise<boolean> {
  // Seconds as text, as the vendor's own client sends them.
  const order = { stop_type: how, ...(how === 'soft' ? { timeout: String(GRACE_S) } : {}) };
  // Refused where it was given before: then it is stopping.
  await unless('conflict', api.post(path`/server/${id}/stop`, { stop_server: order }, 'server'));
  const enough = api.clock.now() + PATIENCE_MS + (how === 'soft' ? GRACE_S * 1000 : 0);
  const isOff = (seen: Observed<typeof Server> | undefined) => !seen || seen.statusText === 'stopped';
  return isOff(await ctx.until(id, (seen) => isOff(seen) || api.clock.now() >= enough));
}
