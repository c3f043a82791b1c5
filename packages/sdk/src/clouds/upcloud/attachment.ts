import type { Volume } from '../../kinds/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import { mustBeThere, type UpCloudApi, unlessGone } from './api.js';
import { path } from './path.js';
import type { WireServer, WireStorage } from './wire.js';

type Ctx = Pick<CellContext<typeof Volume>, 'until' | 'untilOther'>;

/**
 * Sees to it that a storage is at `serverId`, or at none: looks where it is, and takes only the steps that lack. Both go while the server
 * runs, since it is on the virtio bus (UpCloudLtd/terraform-provider-upcloud, `service/storage`: only IDE needs a stop, read 2026-11).
 */
export async function lead(api: UpCloudApi, id: string, serverId: string | null, ctx: Ctx): Promise<void> {
  const storage = await atRest(api, id, ctx);
  const at = storage?.servers?.server ?? [];
  for (const server of at) if (server !== serverId) await detach(api, id, server, ctx);
  if (!serverId || at.includes(serverId)) return;
  await still(serverId, ctx);
  const device = { type: 'disk', address: 'virtio', storage: id };
  await api.post(path`/server/${serverId}/storage/attach`, { storage_device: device }, 'server');
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.serverId === serverId);
}

/** Detached by the address at which it sits. After that the storage is busy for a moment (changelog of the same, 5.36.1, 2026-03). */
async function detach(api: UpCloudApi, id: string, serverId: string, ctx: Ctx): Promise<void> {
  await still(serverId, ctx);
  const server = await api.find<WireServer>(path`/server/${serverId}`, 'server');
  const device = server?.storage_devices.storage_device.find(({ storage }) => storage === id);
  if (device) {
    const body = { storage_device: { address: device.address } };
    await unlessGone(api.post(path`/server/${serverId}/storage/detach`, body, 'server'));
  }
  await ctx.until(id, (seen) => !seen || (seen.status === 'ready' && seen.serverId !== serverId));
}

/** The storage when nothing is under way on it: UpCloud refuses a second step meanwhile. */
export async function atRest(api: UpCloudApi, id: string, ctx: Ctx): Promise<WireStorage | undefined> {
  const read = () => api.find<WireStorage>(path`/storage/${id}`, 'storage');
  const now = mustBeThere(await read(), id);
  if (now.state === 'online') return now;
  await ctx.until(id, (seen) => seen?.status !== 'changing');
  return read();
}

/** A server that starts, stops or is made takes no other order meanwhile. */
async function still(serverId: string, ctx: Ctx): Promise<void> {
  await ctx.untilOther('server', serverId, (seen) => seen?.statusText !== 'maintenance');
}
