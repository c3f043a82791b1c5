import type { Server } from '../../../kinds/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { idOf } from '../ids.js';
import { paths } from '../paths.js';
import { carriedOut } from '../requests.js';
import type { WireServer } from '../wire.js';

type Context = CellContext<typeof Server>;

const START_MS = 10_000;
const STOP_MS = 8_000;

/** Starts the server and waits until it runs. Does nothing where it does. */
export async function powerOn(api: IonosApi, id: string, ctx: Context): Promise<void> {
  if ((await vmState(api, id)) !== 'RUNNING') await act(api, id, 'start', ctx, START_MS);
}

/** Stops the server, which gives back what it was given, the address the vendor gave included, and waits. Does nothing where it is off. */
export async function powerOff(api: IonosApi, id: string, ctx: Context): Promise<void> {
  if ((await vmState(api, id)) !== 'SHUTOFF') await act(api, id, 'stop', ctx, STOP_MS);
}

async function vmState(api: IonosApi, id: string): Promise<string | null | undefined> {
  const { dc, id: server } = idOf(id);
  // What is under way decides: an order that was given and not carried out yet.
  return (await api.get<WireServer>(paths.servers(dc, server))).properties.vmState;
}

async function act(api: IonosApi, id: string, action: 'start' | 'stop', ctx: Context, expectMs: number): Promise<void> {
  const { dc, id: server } = idOf(id);
  await carriedOut(ctx, api.order('POST', paths.power(dc, server, action)), expectMs);
}
