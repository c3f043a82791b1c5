import { Volume } from '../../../kinds/index.js';
import { cell, type Observed, type Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { UpCloudApi } from '../api.js';
import { atRest, lead } from '../attachment.js';
import { checkLabels, owned, toLabels, toWireLabels } from '../labels.js';
import { path } from '../path.js';
import { priceOf } from '../prices.js';
import type { WireStorage } from '../wire.js';

/** The tier that UpCloud gives root disks by default, and the fastest; others by `native`. */
const TIER = 'maxiops';

/** Volumes at UpCloud: storages of one zone. They only grow, also while a running server has them. */
export const volume = cell<UpCloudApi, typeof Volume>(Volume, {
  scope: 'zone',
  takes: { create: 5_000, update: 3_000, delete: 1_000 },
  limits: {
    sizeGib: {
      min: 10,
      max: 4096,
      because: 'CHANGELOG of UpCloudLtd/terraform-provider-upcloud and its examples, read 2026-11',
      next: 'use 10 to 4096 GiB',
    },
  },
  change: { sizeGib: { direction: 'up', irreversible: 'a volume cannot shrink again' } },
  check: ({ labels }) => checkLabels(labels),

  create: async (api, want) => {
    const body = {
      title: want.name,
      zone: want.place?.id,
      // Text, as the vendor's own client sends it.
      size: String(want.sizeGib),
      tier: TIER,
      labels: toWireLabels(want.labels),
    };
    return (await api.post<WireStorage>('/storage', { storage: withNative(body, want.native) }, 'storage')).uuid;
  },

  complete: async (api, id, want, ctx) => {
    await ctx.until(id);
    await lead(api, id, want.serverId ?? null, ctx);
  },

  read: async (api, id) => {
    const found = await api.find<WireStorage>(path`/storage/${id}`, 'storage');
    return found && observe(found);
  },

  listNeedsMore: { because: 'GET /storage does not tell to which server a storage is attached (recorded 2022-10)' },
  list: async (api, filter) => {
    const query = { ...owned(filter.owner), type: 'normal' };
    const all = await api.list<WireStorage>('/storage/private', ['storages', 'storage'], query);
    const asked = filter.ids && new Set(filter.ids);
    const wanted = all.filter((one) => one.type === 'normal' && (!asked || asked.has(one.uuid)));
    const found = await Promise.all(wanted.map(({ uuid }) => api.find<WireStorage>(path`/storage/${uuid}`, 'storage')));
    return found.flatMap((one) => (one ? [observe(one)] : []));
  },

  update: async (api, id, change, ctx) => {
    const { name, labels, sizeGib, serverId } = change;
    // A volume that is to leave its server anyway leaves before it grows, one that is to join a server joins after.
    if (serverId === null) await lead(api, id, null, ctx);
    const now = await atRest(api, id, ctx);
    const fields = {
      ...(name === undefined ? {} : { title: name }),
      ...(labels === undefined ? {} : { labels: toWireLabels(labels) }),
      ...(sizeGib === undefined || sizeGib <= (now?.size ?? 0) ? {} : { size: String(sizeGib) }),
    };
    if (Object.keys(fields).length > 0) await api.put(path`/storage/${id}`, { storage: fields });
    if (serverId) await lead(api, id, serverId, ctx);
  },

  /** Only a storage that is at no server, and on which nothing is under way, can be deleted. */
  delete: async (api, id, ctx) => {
    await lead(api, id, null, ctx);
    await api.delete(path`/storage/${id}`);
  },

  price: async (api, want: Partial<Want<typeof Volume>>) => {
    if (want.sizeGib === undefined) return null;
    return priceOf(api, want.place?.id, `storage_${want.native?.['tier'] ?? TIER}`, want.sizeGib);
  },
});

function observe({ uuid, title, labels, zone, size, servers, state }: WireStorage): Observed<typeof Volume> {
  return {
    id: uuid,
    name: title,
    labels: toLabels(labels),
    ...(zone === undefined ? {} : { place: zone }),
    sizeGib: size,
    serverId: servers?.server[0] ?? null,
    status: state === 'online' ? 'ready' : state === 'error' ? 'failed' : 'changing',
    statusText: state,
  };
}
