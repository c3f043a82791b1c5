import { PublicIp } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type ScalewayApi } from '../api.js';
import { markedName, unmarkedTags } from '../ip-name.js';
import { paths } from '../paths.js';
import { placeOf, serverIn, zonalId, zonesOf } from '../places.js';
import { ownerTag } from '../tags.js';
import type { WireIp } from '../wire.js';

/**
 * Public IPs at Scaleway: flexible IPs of one zone, routed to the server; version 6 is a block of 64 bits. No API tells what they cost:
 * the product catalogue has servers and storage alone (product types of `@scaleway/sdk-product-catalog` 1.9, read 2026-11).
 */
export const publicIp = cell<ScalewayApi, typeof PublicIp>(PublicIp, {
  scope: 'zone',
  takes: { create: 500, update: 1_000, delete: 500 },

  create: async (api, want) => {
    const zone = String(want.place?.id);
    serverIn(zone, want.serverId);
    const type = want.version === 6 ? 'routed_ipv6' : 'routed_ipv4';
    const body = { project: api.projectId, type, tags: markedName(want.name, want.labels, []) };
    const { ip } = await api.post<{ ip: WireIp }>(paths.ips(zone), withNative(body, want.native));
    return `${zone}/${ip.id}`;
  },
  complete: async (api, id, want) => {
    if (want.serverId) await leadTo(api, id, want.serverId);
  },
  read: async (api, id) => {
    const { at, uuid } = zonalId(id);
    const found = await api.find<{ ip: WireIp }>(paths.ips(at, uuid));
    return found && observe(found.ip, at);
  },
  placeOf,
  list: async (api, filter) => {
    const query = { project: api.projectId, tags: ownerTag(filter.owner) };
    const lists = zonesOf(filter).map(async (zone) => {
      const found = await api.list<WireIp>(paths.ips(zone), 'ips', query);
      return found.map((one) => observe(one, zone));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, { want, prior }) => {
    if (change.serverId !== undefined) await leadTo(api, id, change.serverId);
    if (change.name === undefined && change.labels === undefined) return;
    const { at, uuid } = zonalId(id);
    const { ip } = mustBeThere(await api.find<{ ip: WireIp }>(paths.ips(at, uuid)), id);
    const tags = markedName(change.name ?? want.name, change.labels ?? prior.labels, ip.tags);
    await api.patch(paths.ips(at, uuid), { tags });
  },
  delete: async (api, id) => {
    const { at, uuid } = zonalId(id);
    await api.delete(paths.ips(at, uuid));
  },
});

async function leadTo(api: ScalewayApi, id: string, serverId: string | null): Promise<void> {
  const { at, uuid } = zonalId(id);
  const server = serverIn(at, serverId);
  await api.patch(paths.ips(at, uuid), { server: server?.uuid ?? null });
}

function observe(ip: WireIp, zone: string): Observed<typeof PublicIp> {
  return {
    id: `${zone}/${ip.id}`,
    ...unmarkedTags(ip.tags ?? [], ip.address ?? ip.prefix ?? ip.id),
    place: zone,
    version: ip.type === 'routed_ipv6' ? 6 : 4,
    address: ip.address ?? ip.prefix,
    serverId: ip.server ? `${zone}/${ip.server.id}` : null,
    status: ip.state === 'pending' ? 'changing' : ip.state === 'error' ? 'failed' : 'ready',
    statusText: ip.state,
  };
}
