import type { Server, Volume } from '../../../kinds/index.js';
import type { CellContext, Observed } from '../../../runtime/driver/cell.js';
import { type ScalewayApi, unlessGone } from '../api.js';
import { paths } from '../paths.js';
import { zonalId } from '../places.js';
import { tag } from '../tags.js';
import { sellableBytes, wholeGib } from '../units.js';
import type { WireServer, WireVolume } from '../wire.js';
import { serverAtRest } from './power.js';

const ROOT = '0';

/** Root disk where neither the user nor the size says one, GiB. The vendor's own default, the image's 10 GB, is full after a few updates. */
export const DEFAULT_ROOT_GIB = 20;

/** The root volume of a server, if it has one. */
export function rootOf(server: WireServer): WireServer['volumes'][string] | undefined {
  return server.volumes?.[ROOT];
}

/** Size of the root disk, GiB: local disks stand in the server, block volumes only in their own list. */
export function rootGib(server: WireServer, blocks: ReadonlyMap<string, WireVolume>): number | undefined {
  const root = rootOf(server);
  const bytes = root?.size ?? (root && blocks.get(root.id)?.size);
  return bytes ? wholeGib(bytes) : undefined;
}

/** Grows the root disk. The system sees it at once; its partition grows with the next boot of cloud images. */
export async function growRoot(
  api: ScalewayApi,
  id: string,
  gib: number,
  ctx: CellContext<typeof Server>,
): Promise<void> {
  const { at } = zonalId(id);
  const root = rootOf(await serverAtRest(api, id, ctx));
  const volume = root && (await api.find<WireVolume>(paths.volumes(at, root.id)));
  if (!volume || volume.size >= sellableBytes(gib)) return;
  await api.patch(paths.volumes(at, volume.id), { size: sellableBytes(gib) });
  await ctx.untilOther('volume', `${at}/${volume.id}`, (seen) => seen?.status === 'ready');
}

/**
 * Takes all volumes off a stopped server and deletes the root one; the others are the user's and stay. The root volume is marked
 * before it is taken off, so that a run after an interruption still knows it (`hansa-root-of`).
 */
export async function dropVolumes(
  api: ScalewayApi,
  id: string,
  server: WireServer,
  ctx: CellContext<typeof Server>,
): Promise<void> {
  const { at, uuid } = zonalId(id);
  const root = rootOf(server);
  const block = root && (await api.find<WireVolume>(paths.volumes(at, root.id)));
  if (block)
    await api.patch(paths.volumes(at, block.id), {
      tags: [tag('hansa-root-of', uuid), ...block.tags.filter((one) => !one.startsWith('hansa-root-of='))],
    });
  for (const one of Object.values(server.volumes ?? {})) {
    if (one.volume_type === 'sbs_volume')
      await unlessGone(api.post(paths.detachVolume(at, uuid), { volume_id: one.id }));
  }
  await dropMarkedRoots(api, id, ctx);
}

/** Deletes root volumes that were taken off this server, once they are free. */
export async function dropMarkedRoots(api: ScalewayApi, id: string, ctx: CellContext<typeof Server>): Promise<void> {
  const { at, uuid } = zonalId(id);
  const query = { project_id: api.projectId, tags: tag('hansa-root-of', uuid), include_deleted: false };
  for (const root of await api.list<WireVolume>(paths.volumes(at), 'volumes', query)) {
    await ctx.untilOther(
      'volume',
      `${at}/${root.id}`,
      (seen) => !seen || (seen.status === 'ready' && (seen as Observed<typeof Volume>).serverId === null),
    );
    await api.delete(paths.volumes(at, root.id));
  }
}

/** Deletes the local root disk of a server that is gone; only servers that others made have one. */
export async function dropLocalRoot(api: ScalewayApi, id: string, server: WireServer): Promise<void> {
  const root = rootOf(server);
  if (root?.volume_type === 'l_ssd') await api.delete(paths.localVolumes(zonalId(id).at, root.id));
}
