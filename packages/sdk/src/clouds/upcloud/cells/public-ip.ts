import { PublicIp } from '../../../kinds/index.js';
import { OWNER_LABEL } from '../../../runtime/change/owner.js';
import { cell, type Observed, type Want } from '../../../runtime/driver/cell.js';
import type { UpCloudApi } from '../api.js';
import { ADDRESS, addressOf, addressPath, assign, DELETING, floatingIps, lostAddress, ZONE } from '../floating-ip.js';
import { checkLabels, toLabels, toWireLabels } from '../labels.js';
import { KIND, markNow, marks, relabel } from '../marks.js';
import { path } from '../path.js';
import { priceOf } from '../prices.js';
import type { WireIpAddress, WireServerGroup } from '../wire.js';

const OURS = `${KIND}=public_ip`;

/**
 * Public IPs at UpCloud are floating IPs. UpCloud knows no name and no label of an address, so each has a server group without servers that
 * carries them, and the address itself in a label: its UUID is the id. The server's own system must be told the address, since DHCP gives
 * out its first one alone.
 */
export const publicIp = cell<UpCloudApi, typeof PublicIp>(PublicIp, {
  scope: 'zone',
  takes: { create: 500, delete: 500 },
  notOffered: {
    'version=6': {
      because: 'floating IPs are IPv4 (developers.upcloud.com/1.3/10-ip-addresses, read 2026-11)',
      next: "use the server's own IPv6 address",
    },
  },
  check: ({ labels }) => checkLabels(labels),

  create: async (api, want) => {
    const labels: Record<string, string> = { ...want.labels, [KIND]: 'public_ip', [ZONE]: String(want.place?.id) };
    const dead = (await marks(api, { label: [OURS, `${OWNER_LABEL}=${labels[OWNER_LABEL]}`] })).find(
      (group) => group.title === want.name && toLabels(group.labels)[ZONE] === labels[ZONE],
    );
    // What is left of one whose address was released by other hands.
    if (dead) {
      await relabel(api, dead.uuid, labels);
      return dead.uuid;
    }
    const group = { title: want.name, labels: { label: toWireLabels(labels) } };
    return (await api.post<WireServerGroup>('/server-group', { server_group: group }, 'server_group')).uuid;
  },

  complete: async (api, id, want) => {
    await assign(api, await addressOf(api, id, want.native), want.serverId ?? null);
  },

  read: async (api, id) => {
    const group = await markNow(api, id);
    const address = group && toLabels(group.labels)[ADDRESS];
    const ip = address === undefined ? undefined : await api.find<WireIpAddress>(addressPath(address), 'ip_address');
    return group && observe(group, ip);
  },

  list: async (api, { owner }) => {
    const label = [OURS, ...(owner === undefined ? [] : [`${OWNER_LABEL}=${owner}`])];
    const groups = await marks(api, { label });
    if (groups.length === 0) return [];
    const ips = new Map((await floatingIps(api)).map((ip) => [ip.address, ip]));
    return groups.flatMap((group) => observe(group, ips.get(toLabels(group.labels)[ADDRESS] ?? '')) ?? []);
  },

  update: async (api, id, change, ctx) => {
    const { name, labels, serverId } = change;
    if (name !== undefined || labels !== undefined) {
      await relabel(api, id, labels ?? ctx.prior.labels, name);
    }
    if (serverId !== undefined) await assign(api, await addressOf(api, id), serverId);
  },

  /** The mark goes last, and says from the beginning that the rest is going: so an interrupted run knows what it was about. */
  delete: async (api, id) => {
    const group = await markNow(api, id);
    if (!group) return;
    const labels = toLabels(group.labels);
    const address = labels[ADDRESS] ?? (await lostAddress(api, labels));
    if (address !== undefined) {
      await relabel(api, id, { ...labels, [ADDRESS]: address, [DELETING]: 'yes' });
      if (await api.find<WireIpAddress>(addressPath(address), 'ip_address')) await assign(api, address, null);
      await api.delete(addressPath(address));
    }
    await api.delete(path`/server-group/${id}`);
  },

  price: (api, want: Partial<Want<typeof PublicIp>>) => priceOf(api, want.place?.id, 'ipv4_address'),
});

/** Undefined where the address was there and is gone: then the thing is gone, whatever is left of its mark. */
function observe(group: WireServerGroup, ip: WireIpAddress | undefined): Observed<typeof PublicIp> | undefined {
  const labels = toLabels(group.labels);
  const { [ADDRESS]: address, [DELETING]: deleting, [ZONE]: zone } = labels;
  if (labels[KIND] !== 'public_ip' || (address !== undefined && !ip && !deleting)) return undefined;
  return {
    id: group.uuid,
    name: group.title,
    labels,
    ...(zone === undefined ? {} : { place: zone }),
    version: 4,
    ...(ip ? { address: ip.address, serverId: ip.server || null } : {}),
    status: ip && !deleting ? 'ready' : 'changing',
    statusText: deleting ? 'deleting' : ip ? 'there' : 'without an address yet',
  };
}
