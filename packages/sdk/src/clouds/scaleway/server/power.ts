import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/index.js';
import type { CellContext, Observed } from '../../../runtime/driver/cell.js';
import { mustBeThere, type ScalewayApi } from '../api.js';
import { paths } from '../paths.js';
import { zonalId } from '../places.js';
import type { WireServer } from '../wire.js';

type Context = CellContext<typeof Server>;

/** Medians of recorded starts and stops (scaleway/terraform-provider-scaleway, 2026-07), ms; they only shape the polls. */
const START_MS = 8_000;
const STOP_MS = 20_000;

export async function serverNow(api: ScalewayApi, id: string): Promise<WireServer | undefined> {
  const { at, uuid } = zonalId(id);
  return (await api.find<{ server: WireServer }>(paths.servers(at, uuid)))?.server;
}

/** The server once it neither starts nor stops: until then Scaleway takes no other order for it. */
export async function serverAtRest(api: ScalewayApi, id: string, ctx: Context): Promise<WireServer> {
  const server = mustBeThere(await serverNow(api, id), id);
  if (server.state !== 'starting' && server.state !== 'stopping') return server;
  await ctx.until(id, (seen) => !/^(starting|stopping)\b/.test(seen?.statusText ?? ''));
  return mustBeThere(await serverNow(api, id), id);
}

/** Starts the server and waits until it runs. Does nothing where it does. */
export async function powerOn(api: ScalewayApi, id: string, ctx: Context): Promise<void> {
  const server = await serverAtRest(api, id, ctx);
  if (server.state !== 'running') await act(api, id, 'poweron');
  let began = false;
  const seen = await ctx.until(
    id,
    (now) => {
      began ||= now?.status === 'changing';
      return now?.status === 'ready' && (now.power === 'on' || began);
    },
    START_MS,
  );
  if (seen?.power !== 'on') throw fellBack(seen);
}

/** Stops the server, which gives its place on the host back, and waits. Does nothing where it is stopped. */
export async function powerOff(api: ScalewayApi, id: string, ctx: Context): Promise<void> {
  const server = await serverAtRest(api, id, ctx);
  if (server.state === 'stopped') return;
  await act(api, id, 'poweroff');
  await ctx.until(id, (seen) => !seen || seen.statusText === 'stopped', STOP_MS);
}

async function act(api: ScalewayApi, id: string, action: 'poweron' | 'poweroff'): Promise<void> {
  const { at, uuid } = zonalId(id);
  await api.post(paths.action(at, uuid), { action });
}

/** Starting ended where it began: Scaleway found no host, or the start broke off. It tells no reason but the state's detail. */
function fellBack(seen: Observed<typeof Server> | undefined): CloudError {
  return new CloudError('unavailable', {
    message: `it did not start: Scaleway put it back to "${seen?.statusText ?? 'stopped'}"`,
    next: ['run again: the vendor may have had no host free', 'or use another size or zone'],
  });
}
