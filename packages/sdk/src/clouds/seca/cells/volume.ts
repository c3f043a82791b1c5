import { Volume } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { SecaApi } from '../api.js';
import { lead } from '../attachment.js';
import { marked, ownedOf, remarked, seenIn } from '../labels.js';
import { idOf, nameIn, newName, whereOf } from '../naming.js';
import { storageSku } from '../skus.js';
import type { WireBlockStorage } from '../wire.js';
import { inEach, regionsFor } from '../within.js';

/** Volumes at SECA: block storages of a region, which an instance has as data volumes. */
export const volume = cell<SecaApi, typeof Volume>(Volume, {
  scope: 'region',
  takes: { create: 2_000, update: 1_000, delete: 1_000 },
  limits: { sizeGib: { min: 1, max: 1_000_000, because: 'go-sdk 793c4d0, BlockStorageSpec, read 2026-11' } },
  change: { sizeGib: { direction: 'up', irreversible: 'a volume cannot shrink again' } },

  create: async (api, want) => {
    const where = { region: String(want.place?.scopes.region), name: newName(want.name) };
    const spec = { sizeGB: want.sizeGib, skuRef: await storageSku(api, where.region, want.sizeGib) };
    const body = { ...marked('volume', want.name, want.labels), spec };
    await api.put(where.region, `block-storages/${where.name}`, withNative(body, want.native));
    return idOf(where);
  },
  complete: async (api, id, want, ctx) => {
    await ctx.until(id);
    await lead(api, id, want.serverId ?? null, ctx);
  },
  read: async (api, id) => {
    const { region, name } = whereOf(id);
    const found = await api.get<WireBlockStorage>(region, `block-storages/${name}`);
    return found && observe(region, found);
  },
  list: async (api, filter) =>
    inEach(await regionsFor(api, filter), async (region) => {
      const all = await api.list<WireBlockStorage>(region, 'block-storages', ownedOf('volume', filter.owner));
      return all.map((one) => observe(region, one));
    }),
  update: async (api, id, { name, labels, sizeGib, serverId }, ctx) => {
    const { region, name: volume } = whereOf(id);
    // One that is to leave its server anyway leaves before it grows, one that is to join a server joins after.
    if (serverId === null) await lead(api, id, null, ctx);
    if (name !== undefined || labels !== undefined || sizeGib !== undefined) {
      await api.revise<WireBlockStorage>(region, `block-storages/${volume}`, (now) => ({
        ...remarked('volume', now, { name, labels }),
        ...(sizeGib === undefined ? {} : { spec: { ...now.spec, sizeGB: Math.max(sizeGib, now.spec.sizeGB) } }),
      }));
      await ctx.until(id);
    }
    if (serverId) await lead(api, id, serverId, ctx);
  },
  delete: async (api, id, ctx) => {
    const { region, name } = whereOf(id);
    await lead(api, id, null, ctx);
    await api.delete(region, `block-storages/${name}`);
  },
});

function observe(region: string, found: WireBlockStorage): Observed<typeof Volume> {
  const server = nameIn(found.status?.attachedTo);
  return {
    id: idOf({ region, name: found.metadata.name }),
    ...seenIn(found),
    place: region,
    sizeGib: found.spec.sizeGB,
    serverId: server === undefined ? null : idOf({ region, name: server }),
  };
}
