import { CloudError } from '../../errors/index.js';
import { PublicIp } from '../../kinds/public-ip/index.js';
import { type CellContext, cell, type Observed } from '../../runtime/driver/cell.js';
import { withNative } from '../../runtime/driver/native.js';
import { checkLabelRoom, readDescription, writeDescription } from '../description.js';
import { path } from '../service.js';
import type { WireFloatingIp, WirePort } from '../wire.js';
import type { NetworkApi } from './api.js';
import { routedNetworks } from './router.js';

type Wire = { floatingip: WireFloatingIp };
type Ctx = CellContext<typeof PublicIp>;

/** Floating IPs of Neutron: they lead to a port of a server. They have no name, so their description begins with it. */
export const publicIp = cell<NetworkApi, typeof PublicIp>(PublicIp, {
  scope: 'region',
  takes: { create: 1_000, update: 1_000, delete: 1_000 },
  limits: {
    version: {
      oneOf: [4],
      because: 'floating IPs are IPv4, Neutron API reference, floating IPs, read 2026-11',
      next: 'for IPv6 use an IPv6 subnet of the cloud by native',
    },
  },
  check: (want) => checkLabelRoom({ ...want.labels, ...(want.name ? { n: want.name } : {}) }),
  create: async (api, want) => {
    const network = await api.externalNetwork();
    if (!network) throw noExternalNetwork();
    const description = writeDescription({ text: want.name, labels: want.labels });
    const body = { floatingip: { floating_network_id: network.id, description } };
    const { floatingip } = await api.network.post<Wire>('/floatingips', withNative(body, want.native));
    return floatingip.id;
  },
  complete: (api, id, want, ctx) => lead(api, id, want.serverId ?? null, ctx),
  read: async (api, id) => {
    const found = await api.network.find<Wire>(path`/floatingips/${id}`);
    if (!found) return undefined;
    const servers = await serversBehind(api, [found.floatingip]);
    return observe(api, found.floatingip, servers);
  },
  list: async (api) => {
    const all = await api.network.pages<WireFloatingIp>('/floatingips', 'floatingips', { project_id: api.projectId });
    const servers = await serversBehind(api, all);
    return all.map((one) => observe(api, one, servers));
  },
  update: async (api, id, change, ctx) => {
    if (change.name !== undefined || change.labels) {
      const { floatingip } = await api.network.get<Wire>(path`/floatingips/${id}`);
      const labels = change.labels ?? readDescription(floatingip.description).labels;
      const description = writeDescription({ text: ctx.want.name, labels });
      await api.network.put(path`/floatingips/${id}`, { floatingip: { description } });
    }
    if (change.serverId !== undefined) await lead(api, id, change.serverId, ctx);
  },
  delete: (api, id) => api.network.remove(path`/floatingips/${id}`),
});

/** Sees to it that the address leads to `serverId`, or nowhere. */
async function lead(api: NetworkApi, id: string, serverId: string | null, ctx: Ctx): Promise<void> {
  const { floatingip } = await api.network.get<Wire>(path`/floatingips/${id}`);
  const port = serverId ? await portFor(api, serverId, floatingip.floating_network_id) : null;
  if ((port?.id ?? null) === floatingip.port_id) return;
  if (port) await api.route?.(port, ctx.operation);
  const several = (port?.fixed_ips.length ?? 0) > 1;
  const fixed = port?.fixed_ips.find(({ ip_address }) => !ip_address.includes(':'))?.ip_address;
  const body = { port_id: port?.id ?? null, ...(several && fixed ? { fixed_ip_address: fixed } : {}) };
  await api.network.put(path`/floatingips/${id}`, { floatingip: body });
}

/** The server's port in the network that is routed to the external one; the first, where there is nothing to choose. */
async function portFor(api: NetworkApi, serverId: string, externalId: string): Promise<WirePort> {
  const all = await api.network.pages<WirePort>('/ports', 'ports', { device_id: serverId });
  // A card in the external network itself has its public address already.
  const inside = all.filter(({ network_id }) => network_id !== externalId);
  const ports = inside.filter(({ fixed_ips }) => fixed_ips.some(({ ip_address }) => !ip_address.includes(':')));
  const [first] = ports;
  if (!first) {
    throw new CloudError('invalid', {
      attribute: ['serverId'],
      message: `server ${serverId} has no IPv4 address in a network that a public IP could lead to`,
      next: ['give the server a network: networks = [{ network_id = … }]'],
    });
  }
  if (ports.length === 1) return first;
  const routed = await routedNetworks(
    api,
    ports.map(({ network_id }) => network_id),
    externalId,
  );
  return ports.find(({ network_id }) => routed.has(network_id)) ?? first;
}

/** Ids of the servers behind ports. Neutron tells them with the address, unless it lacks `fip-port-details`. */
async function serversBehind(api: NetworkApi, all: readonly WireFloatingIp[]): Promise<Map<string, string>> {
  const known = all.flatMap(({ port_id, port_details }) =>
    port_id && port_details ? [[port_id, port_details.device_id] as const] : [],
  );
  const open = all.filter(({ port_id, port_details }) => port_id && port_details === undefined);
  if (open.length === 0) return new Map(known);
  const ports = await api.network.pages<WirePort>('/ports', 'ports', {
    project_id: api.projectId,
    fields: ['id', 'device_id'],
  });
  return new Map(ports.map(({ id, device_id }) => [id, device_id]));
}

function observe(
  api: NetworkApi,
  wire: WireFloatingIp,
  servers: ReadonlyMap<string, string>,
): Observed<typeof PublicIp> {
  const { text, labels } = readDescription(wire.description);
  return {
    id: wire.id,
    name: text || wire.floating_ip_address,
    labels,
    place: api.region,
    version: 4,
    serverId: (wire.port_id && servers.get(wire.port_id)) || null,
    address: wire.floating_ip_address,
    status: wire.status === 'ERROR' ? 'failed' : 'ready',
    statusText: wire.status,
  };
}

function noExternalNetwork(): CloudError {
  return new CloudError('unsupported', {
    message: 'the project sees no external network that public addresses come from',
    next: ['set external_network in the settings', 'or ask the cloud for an external network'],
  });
}
