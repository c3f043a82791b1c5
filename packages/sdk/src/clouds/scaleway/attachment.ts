import type { Volume } from '../../kinds/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import { mustBeThere, type ScalewayApi } from './api.js';
import { paths } from './paths.js';
import { serverIn, zonalId } from './places.js';
import type { WireVolume } from './wire.js';

type Context = CellContext<typeof Volume>;

/** The server that a block volume is attached to. */
export function serverOf(volume: WireVolume, zone: string): string | null {
  const found = (volume.references ?? []).find(
    (one) => one.product_resource_type === 'instance_server' && one.status !== 'detached',
  );
  return found ? `${zone}/${found.product_resource_id}` : null;
}

/** Attaches a volume, taking it off another server first. Does nothing where it is attached already. */
export async function attach(api: ScalewayApi, id: string, serverId: string, ctx: Context): Promise<void> {
  const { at, uuid } = zonalId(id);
  const server = serverIn(at, serverId);
  if (!server) return;
  const attachedTo = await settled(api, id, ctx);
  if (attachedTo === serverId) return;
  if (attachedTo) await detach(api, id, ctx);
  await api.post(paths.attachVolume(at, server.uuid), { volume_id: uuid, volume_type: 'sbs_volume' });
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.serverId === serverId);
}

/** Takes a volume off its server. Does nothing where it is on none, or gone. */
export async function detach(api: ScalewayApi, id: string, ctx: Context): Promise<void> {
  const { at, uuid } = zonalId(id);
  const found = await api.find<WireVolume>(paths.volumes(at, uuid));
  const serverId = found && serverOf(found, at);
  if (!serverId) return;
  if (!found.references.some((one) => one.status === 'detaching')) {
    await api.post(paths.detachVolume(at, zonalId(serverId).uuid), { volume_id: uuid });
  }
  await ctx.until(id, (seen) => !seen || (seen.status === 'ready' && seen.serverId === null));
}

/** Where the volume is attached once it stands still. */
async function settled(api: ScalewayApi, id: string, ctx: Context): Promise<string | null> {
  const { at, uuid } = zonalId(id);
  const now = mustBeThere(await api.find<WireVolume>(paths.volumes(at, uuid)), id);
  const moving = now.references.some((one) => one.status === 'attaching' || one.status === 'detaching');
  return moving ? ((await ctx.until(id))?.serverId ?? null) : serverOf(now, at);
}
