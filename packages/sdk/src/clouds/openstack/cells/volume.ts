import { CloudError } from '../../../errors/index.js';
import { Volume } from '../../../kinds/volume/index.js';
import { compareVersions } from '../../../openstack/microversion.js';
import { path } from '../../../openstack/service.js';
import type { WireVolume } from '../../../openstack/wire.js';
import { type CellContext, cell, type Observed, type Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OpenStackApi } from '../api.js';

type Ctx = CellContext<typeof Volume>;
type Seen = Observed<typeof Volume>;

/** From this microversion on Cinder extends volumes that are attached (its API history, read 2026-11). */
const EXTENDS_ATTACHED = '3.42';

/** Volumes of Cinder. Its zones have names of their own and need not be those of the servers. */
export const volume = cell<OpenStackApi, typeof Volume>(Volume, {
  scope: 'zone',
  takes: { create: 3_000, update: 3_000, delete: 3_000 },
  change: { sizeGib: { direction: 'up' } },
  create: async (api, want) => {
    const zone = await zoneFor(api, want);
    const body = {
      volume: {
        name: want.name,
        size: want.sizeGib,
        metadata: want.labels,
        ...(zone ? { availability_zone: zone } : {}),
      },
    };
    const { volume: made } = await api.volume.post<{ volume: WireVolume }>('/volumes', withNative(body, want.native));
    return made.id;
  },
  complete: async (api, id, want, ctx) => {
    await ctx.until(id, (seen) => seen?.status === 'ready');
    await lead(api, id, want.serverId ?? null, ctx);
  },
  read: async (api, id) => {
    const found = await api.volume.find<{ volume: WireVolume }>(path`/volumes/${id}`);
    return found && observe(found.volume, await api.zones());
  },
  list: async (api) => {
    const [zones, all] = await Promise.all([api.zones(), api.volume.pages<WireVolume>('/volumes/detail', 'volumes')]);
    return all.map((one) => observe(one, zones));
  },
  update: async (api, id, change, ctx) => {
    const at = path`/volumes/${id}`;
    if (change.name !== undefined) await api.volume.put(at, { volume: { name: change.name } });
    if (change.labels) await api.volume.put(`${at}/metadata`, { metadata: change.labels });
    // A volume that is to leave its server anyway leaves before it grows, one that is to join a server joins after.
    if (change.serverId === null) await lead(api, id, null, ctx);
    if (change.sizeGib != null) await grow(api, id, change.sizeGib, ctx);
    if (change.serverId) await lead(api, id, change.serverId, ctx);
  },
  delete: async (api, id, ctx) => {
    await lead(api, id, null, ctx);
    await api.volume.remove(path`/volumes/${id}`);
  },
  blockers: async (api, id) => {
    const query = { volume_id: id };
    const snapshots = await api.volume.pages<{ id: string; name: string }>('/snapshots', 'snapshots', query);
    return snapshots.map((one) => `snapshot ${one.name || one.id}`);
  },
});

/** Sees to it that the volume is at `serverId`, or at none: looks where it is, and takes only the steps that lack. */
async function lead(api: OpenStackApi, id: string, serverId: string | null, ctx: Ctx): Promise<void> {
  const attachments = (await settled(api, id, ctx))?.attachments;
  if (!attachments) return;
  for (const { server_id: at } of attachments.filter((one) => one.server_id !== serverId)) {
    await api.compute.act('DELETE', path`/servers/${at}/os-volume_attachments/${id}`);
    await ctx.until(id, (seen) => !seen || (seen.status !== 'changing' && seen.serverId !== at));
  }
  if (!serverId || attachments.some((one) => one.server_id === serverId)) return;
  await api.compute.post(path`/servers/${serverId}/os-volume_attachments`, { volumeAttachment: { volumeId: id } });
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.serverId === serverId);
}

/** The volume when nothing is under way on it: what an earlier run began is waited for, since Cinder refuses a second step. */
async function settled(api: OpenStackApi, id: string, ctx: Ctx): Promise<WireVolume | undefined> {
  const read = async () => (await api.volume.find<{ volume: WireVolume }>(path`/volumes/${id}`))?.volume;
  const now = await read();
  if (!now || !WORKING.has(now.status)) return now;
  await ctx.until(id, (seen) => seen?.status !== 'changing');
  return read();
}

async function grow(api: OpenStackApi, id: string, sizeGib: number, ctx: Ctx): Promise<void> {
  const now = await settled(api, id, ctx);
  if (!now || now.size >= sizeGib) return;
  const version = await api.volume.microversion();
  if (now.attachments.length > 0 && compareVersions(version, EXTENDS_ATTACHED) < 0) {
    throw new CloudError('unsupported', {
      attribute: ['sizeGib'],
      message: `this cloud's block storage (microversion ${version}) does not grow volumes that are attached`,
      next: ['take server_id away, grow it, and attach it again'],
    });
  }
  await api.volume.post(path`/volumes/${id}/action`, { 'os-extend': { new_size: sizeGib } });
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.sizeGib === sizeGib);
}

/** The zone to ask for: the place's, where block storage knows it; none where it has zones of its own and the user named a region. */
async function zoneFor(api: OpenStackApi, want: Want<typeof Volume>): Promise<string | undefined> {
  const [zones, volumeZones] = await Promise.all([api.zones(), api.volumeZones()]);
  const zone = want.place?.scopes.zone;
  if (zone === undefined || volumeZones.includes(zone)) return zone;
  if (zone === zones[0]) return undefined;
  throw new CloudError('invalid', {
    attribute: ['region'],
    message: `block storage has no zone "${zone}"`,
    next: [`use one of ${volumeZones.join(', ')}`, `or the region ${api.region} itself`],
  });
}

const WORKING = new Set([
  'creating',
  'attaching',
  'detaching',
  'extending',
  'deleting',
  'reserved',
  'downloading',
  'uploading',
  'retyping',
  'maintenance',
  'backing-up',
  'restoring-backup',
]);

function observe(wire: WireVolume, zones: readonly string[]): Seen {
  const zone = wire.availability_zone;
  return {
    id: wire.id,
    name: wire.name || wire.id,
    labels: wire.metadata,
    // A zone that only block storage has counts as the region's default one: see zoneFor.
    place: zone && zones.includes(zone) ? zone : zones[0],
    sizeGib: wire.size,
    serverId: wire.attachments[0]?.server_id ?? null,
    status: wire.status.startsWith('error') ? 'failed' : WORKING.has(wire.status) ? 'changing' : 'ready',
    statusText: wire.status,
  };
}
