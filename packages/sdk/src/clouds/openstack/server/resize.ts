import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/server/index.js';
import { path } from '../../../openstack/service.js';
import type { WireServer } from '../../../openstack/wire.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';
import { flavorId } from './body.js';

/** Nova keeps the old server until somebody confirms the new one, or has it reverted. */
const UNCONFIRMED = 'VERIFY_RESIZE';

type Ctx = CellContext<typeof Server>;

/** Gives a server another flavour and confirms it. What an earlier run left, the confirmation included, is finished first. */
export async function resize(api: OpenStackApi, id: string, size: string, ctx: Ctx): Promise<void> {
  if ((await settle(api, id, size, ctx)) === size) return;
  const flavorRef = await flavorId(api, size);
  await api.compute.post(path`/servers/${id}/action`, { resize: { flavorRef } });
  if ((await settle(api, id, size, ctx)) === size) return;
  throw new CloudError('out-of-stock', {
    attribute: ['size'],
    message: `the cloud took the resize to ${size} back: no host had room for it, or its disk is smaller`,
    next: ['the server runs as before; use another size', '`openstack server event list` tells what happened'],
  });
}

/** Name of the flavour that a server has. Until a resize is confirmed it is marked so: it is not done, and a next run must finish it. */
export function flavorName({ status, flavor }: WireServer): string {
  return status === UNCONFIRMED ? `${flavor.original_name} (unconfirmed)` : flavor.original_name;
}

/** Waits for a resize that is under way, confirms it when it is the one wanted, else has it reverted; returns the flavour then. */
async function settle(api: OpenStackApi, id: string, size: string, ctx: Ctx): Promise<string> {
  const read = async () => (await api.compute.get<{ server: WireServer }>(path`/servers/${id}`)).server;
  let server = await read();
  if (server.status !== UNCONFIRMED && (server.status === 'RESIZE' || server['OS-EXT-STS:task_state'])) {
    await ctx.until(
      id,
      (seen) => seen?.statusText === UNCONFIRMED || (seen !== undefined && seen.status !== 'changing'),
    );
    server = await read();
  }
  if (server.status === UNCONFIRMED) {
    const action = server.flavor.original_name === size ? 'confirmResize' : 'revertResize';
    await api.compute.post(path`/servers/${id}/action`, { [action]: null });
    await ctx.until(id, (seen) => seen?.status === 'ready');
    server = await read();
  }
  return server.flavor.original_name;
}
