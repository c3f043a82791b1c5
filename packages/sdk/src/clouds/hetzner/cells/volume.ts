import { Volume } from '../../../kinds/index.js';
import { cell, type Observed, type Want, withNative } from '../../../runtime/driver/index.js';
import { perform, underWay } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { net, pricing } from '../prices.js';
import { rename } from '../rename.js';
import type { WireVolume } from '../wire.js';

/** Volumes at Hetzner: they only grow, and serve one server of their own location. */
export const volume = cell(Volume, {
  scope: 'zone',
  limits: {
    sizeGib: {
      min: 10,
      max: 10_240,
      because: 'docs.hetzner.cloud, volumes, read 2026-11',
      next: 'use 10 to 10240 GiB',
    },
  },
  change: { sizeGib: { direction: 'up', irreversible: 'a volume cannot shrink again' } },

  async create(api: HetznerApi, want) {
    const { name, labels, sizeGib, place, native } = want;
    const body = withNative({ name, labels, size: sizeGib, location: place?.scopes.zone, automount: false }, native);
    const made = await api.post<{ volume: WireVolume }>('/volumes', body);
    return String(made.volume.id);
  },

  async complete(api, id, want, ctx) {
    await underWay(api, ctx, path`/volumes/${id}`);
    const found = await api.find<{ volume: WireVolume }>(path`/volumes/${id}`);
    const at = found?.volume.server ?? null;
    await attach(api, id, at === null ? null : String(at), want.serverId ?? null, ctx);
  },

  async read(api, id) {
    const found = await api.find<{ volume: WireVolume }>(path`/volumes/${id}`);
    return found && observe(found.volume);
  },

  async list(api, filter) {
    return (await api.list<WireVolume>('/volumes', 'volumes', owned(filter))).map(observe);
  },

  async update(api, id, change, ctx) {
    await rename(api, path`/volumes/${id}`, change);
    if (change.sizeGib !== undefined && change.sizeGib > (ctx.prior.sizeGib ?? 0)) {
      await perform(api, ctx, path`/volumes/${id}/actions/resize`, { size: change.sizeGib });
    }
    if (change.serverId !== undefined) await attach(api, id, ctx.prior.serverId ?? null, change.serverId, ctx);
  },

  /** Only a detached volume can be deleted. */
  async delete(api, id, ctx) {
    await attach(api, id, ctx.seen?.serverId ?? null, null, ctx);
    await api.delete(path`/volumes/${id}`);
  },

  async price(api, want: Partial<Want<typeof Volume>>) {
    if (want.sizeGib === undefined) return null;
    const { volume: of, currency } = await pricing(api);
    const perMonth = net(of.price_per_gb_month, want.sizeGib);
    return perMonth === null ? null : { perMonth, currency };
  },
});

/** Moves the volume from the server where it is, if any, to another one, or to none. */
async function attach(
  api: HetznerApi,
  id: string,
  at: string | null,
  server: string | null,
  ctx: Parameters<typeof perform>[1],
): Promise<void> {
  if (at === server) return;
  if (at !== null) await perform(api, ctx, path`/volumes/${id}/actions/detach`);
  if (server === null) return;
  await perform(api, ctx, path`/volumes/${id}/actions/attach`, { server: Number(server), automount: false });
}

function observe({ id, name, labels, size, server, status, location }: WireVolume): Observed<typeof Volume> {
  return {
    id: String(id),
    name,
    labels,
    place: location.name,
    sizeGib: size,
    serverId: server === null ? null : String(server),
    status: status === 'available' ? 'ready' : 'changing',
    statusText: status,
  };
}
