import { PublicIp } from '../../../kinds/index.js';
import { cell, type Observed, type Want, withNative } from '../../../runtime/driver/index.js';
import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { net, pricing } from '../prices.js';
import { rename } from '../rename.js';
import type { WireFloatingIp } from '../wire.js';

/**
 * Public IPs at Hetzner are floating IPs: they move between servers at any time, without a stop, where the other product,
 * primary IPs, needs the server to be off. The price of that: the server's own system must be told the address
 * (`ip addr add <address>/32 dev eth0`, or netplan by cloud-init), since DHCP gives out the primary one alone.
 */
export const publicIp = cell(PublicIp, {
  scope: 'zone',

  async create(api: HetznerApi, want) {
    const { name, labels, place, native } = want;
    const body = withNative({ name, labels, type: wireType(want), home_location: place?.scopes.zone }, native);
    const made = await api.post<{ floating_ip: WireFloatingIp }>('/floating_ips', body);
    return String(made.floating_ip.id);
  },

  async complete(api, id, want, ctx) {
    const found = await api.find<{ floating_ip: WireFloatingIp }>(path`/floating_ips/${id}`);
    const at = found?.floating_ip.server ?? null;
    await assign(api, id, at === null ? null : String(at), want.serverId ?? null, ctx);
  },

  async read(api, id) {
    const found = await api.find<{ floating_ip: WireFloatingIp }>(path`/floating_ips/${id}`);
    return found && observe(found.floating_ip);
  },

  async list(api, filter) {
    return (await api.list<WireFloatingIp>('/floating_ips', 'floating_ips', owned(filter))).map(observe);
  },

  async update(api, id, change, ctx) {
    await rename(api, path`/floating_ips/${id}`, change);
    if (change.serverId !== undefined) await assign(api, id, ctx.prior.serverId ?? null, change.serverId, ctx);
  },

  /** Since 2026-05 an assigned floating IP cannot be deleted (docs.hetzner.cloud, delete a floating IP, read 2026-11). */
  async delete(api, id, ctx) {
    await assign(api, id, ctx.seen?.serverId ?? null, null, ctx);
    await api.delete(path`/floating_ips/${id}`);
  },

  async price(api, want: Partial<Want<typeof PublicIp>>) {
    const { floating_ips, currency } = await pricing(api);
    const { prices = [] } = floating_ips.find(({ type }) => type === wireType(want)) ?? {};
    const perMonth = net(prices.find(({ location }) => location === want.place?.scopes.zone)?.price_monthly);
    return perMonth === null ? null : { perMonth, currency };
  },
});

/** Moves the address from the server to which it leads, if any, to another one, or to none. */
async function assign(
  api: HetznerApi,
  id: string,
  at: string | null,
  server: string | null,
  ctx: Parameters<typeof perform>[1],
): Promise<void> {
  if (at === server) return;
  // An assigned address is refused for another server (`floating_ip_assigned`), so it leaves the old one first.
  if (at !== null) await perform(api, ctx, path`/floating_ips/${id}/actions/unassign`);
  if (server !== null) await perform(api, ctx, path`/floating_ips/${id}/actions/assign`, { server: Number(server) });
}

function wireType({ version }: { version?: 4 | 6 | null }): WireFloatingIp['type'] {
  return version === 6 ? 'ipv6' : 'ipv4';
}

function observe({ id, name, labels, type, ip, server, home_location }: WireFloatingIp): Observed<typeof PublicIp> {
  return {
    id: String(id),
    name,
    labels,
    place: home_location.name,
    version: type === 'ipv6' ? 6 : 4,
    address: ip,
    serverId: server === null ? null : String(server),
    status: 'ready',
  };
}
