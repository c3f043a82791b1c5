import { Volume } from '../../../kinds/volume/index.js';
import { checkLabelRoom, readDescription, writeDescription } from '../../../openstack/description.js';
import { type CellContext, cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type OvhApi } from '../api.js';
import { regionOf, uuid } from '../places.js';
import { monthly } from '../prices.js';
import type { WireVolume } from '../wire.js';

type Ctx = CellContext<typeof Volume>;

/** The cheapest type; `native = {type = "high-speed-gen2"}` takes another. */
const TYPE = 'classic';

/** Block volumes of one region. Their labels stand in the description, which OVHcloud takes with the request that makes them. */
export const volume = cell<OvhApi, typeof Volume>(Volume, {
  scope: 'region',
  takes: { create: 5_000, update: 5_000, delete: 5_000 },
  limits: {
    sizeGib: {
      min: 10,
      max: 12_288,
      because: 'docs.ovhcloud.com, "Create and configure an additional disk", read 2026-11',
    },
  },
  change: { sizeGib: { direction: 'up', needs: { serverId: null } } },
  check: (want) => checkLabelRoom(want.labels),
  create: async (api, want) => {
    const body = {
      name: want.name,
      description: writeDescription({ text: '', labels: want.labels }),
      region: regionOf(want.place),
      size: want.sizeGib,
      type: TYPE,
    };
    return (await api.post<WireVolume>(api.paths.volumes(), withNative(body, want.native))).id;
  },
  complete: async (api, id, want, ctx) => {
    await ctx.until(id, (seen) => seen?.status === 'ready');
    await lead(api, id, want.serverId ?? null, ctx);
  },
  read: async (api, id) => {
    const found = await api.find<WireVolume>(api.paths.volumes(uuid(id)));
    return found && found.status !== 'deleted' ? observe(found) : undefined;
  },
  list: async (api, { place }) => {
    const all = await api.list<WireVolume>(api.paths.volumes(), { region: place });
    return all.filter(({ status }) => status !== 'deleted').map(observe);
  },
  update: async (api, id, change, ctx) => {
    if (change.name !== undefined || change.labels) {
      const now = mustBeThere(await api.find<WireVolume>(api.paths.volumes(uuid(id))), id);
      const before = readDescription(now.description);
      const description = writeDescription({ ...before, labels: change.labels ?? before.labels });
      await api.put(api.paths.volumes(uuid(id)), { name: change.name ?? now.name, description });
    }
    if (change.serverId === null) await lead(api, id, null, ctx);
    if (change.sizeGib != null) await grow(api, id, change.sizeGib, ctx);
    if (change.serverId) await lead(api, id, change.serverId, ctx);
  },
  delete: async (api, id, ctx) => {
    await lead(api, id, null, ctx);
    await api.delete(api.paths.volumes(uuid(id)));
  },
  blockers: async (api, id) => {
    const all = await api.list<{ id: string; name: string; volumeId: string }>(api.paths.volumeSnapshots());
    return all.filter(({ volumeId }) => volumeId === id).map((one) => `snapshot ${one.name || one.id}`);
  },
  price: async (api, want) => {
    const type = (want.native?.['type'] ?? TYPE) as string;
    return monthly(api, `volume.${type}.consumption`, want.sizeGib);
  },
});

/** Sees to it that the volume is at `serverId`, or at none: looks where it is, and takes only the steps that lack. */
async function lead(api: OvhApi, id: string, serverId: string | null, ctx: Ctx): Promise<void> {
  const attached = (await settled(api, id, ctx))?.attachedTo;
  if (!attached) return;
  for (const instanceId of attached.filter((one) => one !== serverId)) {
    await api.post(api.paths.volumes(uuid(id), 'detach'), { instanceId });
    await ctx.until(id, (seen) => !seen || (seen.status !== 'changing' && seen.serverId !== instanceId));
  }
  if (!serverId || attached.includes(serverId)) return;
  await api.post(api.paths.volumes(uuid(id), 'attach'), { instanceId: serverId });
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.serverId === serverId);
}

async function grow(api: OvhApi, id: string, sizeGib: number, ctx: Ctx): Promise<void> {
  const now = await settled(api, id, ctx);
  if (!now || now.size >= sizeGib) return;
  await api.post(api.paths.volumes(uuid(id), 'upsize'), { size: sizeGib });
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.sizeGib === sizeGib);
}

/** The volume when nothing is under way on it: what an earlier run began is waited for, since a second step is refused. */
async function settled(api: OvhApi, id: string, ctx: Ctx): Promise<WireVolume | undefined> {
  const read = () => api.find<WireVolume>(api.paths.volumes(uuid(id)));
  const now = await read();
  if (!now || statusOf(now) !== 'changing') return now;
  await ctx.until(id, (seen) => seen?.status !== 'changing');
  return read();
}

function observe(wire: WireVolume): Observed<typeof Volume> {
  return {
    id: wire.id,
    name: wire.name || wire.id,
    labels: readDescription(wire.description).labels,
    place: wire.region,
    sizeGib: wire.size,
    serverId: wire.attachedTo[0] ?? null,
    status: statusOf(wire),
    statusText: wire.status,
  };
}

function statusOf({ status }: WireVolume): 'ready' | 'changing' | 'failed' {
  if (status.startsWith('error')) return 'failed';
  return status === 'available' || status === 'in-use' ? 'ready' : 'changing';
}
