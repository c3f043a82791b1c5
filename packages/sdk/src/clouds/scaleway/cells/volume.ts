import { Volume } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type ScalewayApi } from '../api.js';
import { attach, detach, serverOf } from '../attachment.js';
import { paths } from '../paths.js';
import { placeOf, serverIn, zonalId, zonesOf } from '../places.js';
import { monthlyPrice } from '../prices.js';
import { ownerTag, retagged, tagValue, toLabels, toTags } from '../tags.js';
import { sellableBytes, wholeGib } from '../units.js';
import type { WireVolume } from '../wire.js';

/** What a volume passes through by itself (types of `@scaleway/sdk-block` 1.x, read 2026-11). */
const PASSING = ['unknown_status', 'creating', 'deleting', 'resizing', 'snapshotting', 'updating'];

/** The lesser of the two classes on sale. */
const IOPS = 5000;

/** Volumes at Scaleway: block storage with 5,000 IOPS in one zone (`native = {"perf_iops": 15000}` for more). They only grow. */
export const volume = cell<ScalewayApi, typeof Volume>(Volume, {
  scope: 'zone',
  takes: { create: 2_000, update: 3_000, delete: 2_000 },
  limits: {
    sizeGib: {
      min: 1,
      max: 9313,
      because: '1 GB to 10 TB of 10^9 and 10^12 bytes (types of @scaleway/sdk-block, read 2026-11)',
    },
  },
  change: { sizeGib: { direction: 'up', irreversible: 'a volume never shrinks' } },

  create: async (api, want) => {
    const zone = String(want.place?.id);
    serverIn(zone, want.serverId);
    const body = {
      name: want.name,
      project_id: api.projectId,
      tags: toTags(want.labels),
      perf_iops: IOPS,
      from_empty: { size: sellableBytes(want.sizeGib) },
    };
    const made = await api.post<WireVolume>(paths.volumes(zone), withNative(body, want.native));
    return `${zone}/${made.id}`;
  },
  complete: async (api, id, want, ctx) => {
    await ctx.until(id);
    if (want.serverId) await attach(api, id, want.serverId, ctx);
  },
  read: async (api, id) => {
    const { at, uuid } = zonalId(id);
    const found = await api.find<WireVolume>(paths.volumes(at, uuid));
    return found && found.status !== 'deleted' ? observe(found, at) : undefined;
  },
  placeOf,
  list: async (api, filter) => {
    const query = { project_id: api.projectId, tags: ownerTag(filter.owner), include_deleted: false };
    const lists = zonesOf(filter).map(async (zone) => {
      const found = await api.list<WireVolume>(paths.volumes(zone), 'volumes', query);
      // Root disks of servers that are being deleted go with them.
      return found.filter(({ tags }) => !tagValue(tags, 'hansa-root-of')).map((one) => observe(one, zone));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { at, uuid } = zonalId(id);
    const now = mustBeThere(await api.find<WireVolume>(paths.volumes(at, uuid)), id);
    const size = change.sizeGib === undefined ? now.size : sellableBytes(change.sizeGib);
    const fields = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.labels === undefined ? {} : { tags: retagged(now.tags, change.labels) }),
      ...(size > now.size ? { size } : {}),
    };
    if (Object.keys(fields).length > 0) await api.patch(paths.volumes(at, uuid), fields);
    if (size > now.size)
      await ctx.until(id, (seen) => seen?.status === 'ready' && Number(seen.sizeGib) >= Number(change.sizeGib));
    if (change.serverId) await attach(api, id, change.serverId, ctx);
    else if (change.serverId === null) await detach(api, id, ctx);
  },
  delete: async (api, id, ctx) => {
    await detach(api, id, ctx);
    const { at, uuid } = zonalId(id);
    await api.delete(paths.volumes(at, uuid));
  },
  price: async (api, { place, sizeGib, native }) =>
    place && sizeGib ? monthlyPrice(api, place.id, Number(native?.['perf_iops'] ?? IOPS), sizeGib) : null,
});

function observe(volume: WireVolume, zone: string): Observed<typeof Volume> {
  const moving = (volume.references ?? []).some((one) => /^(attaching|detaching|creating)$/.test(one.status));
  return {
    id: `${zone}/${volume.id}`,
    name: volume.name,
    labels: toLabels(volume.tags ?? []),
    place: zone,
    sizeGib: wholeGib(volume.size),
    serverId: serverOf(volume, zone),
    status: volume.status === 'error' ? 'failed' : moving || PASSING.includes(volume.status) ? 'changing' : 'ready',
    statusText: volume.status,
  };
}
