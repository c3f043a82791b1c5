import { CloudError } from '../../../errors/index.js';
import { covering, sameCidr } from '../../../kinds/model/cidr.js';
import { Network } from '../../../kinds/network/index.js';
import { checkLabelRoom, readDescription, writeDescription } from '../../../openstack/description.js';
import { groupBy } from '../../../openstack/group.js';
import {
  isRouterInterface,
  ownRouters,
  portsOf,
  removeRouters,
  route,
  routeNew,
  unhang,
} from '../../../openstack/network/router.js';
import { path } from '../../../openstack/service.js';
import type { WireNetwork, WirePort, WireSubnet } from '../../../openstack/wire.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OpenStackApi } from '../api.js';

type Wire = { network: WireNetwork };
type Subnets = readonly { ipRange: string }[];

/** Neutron has no range around the subnets of a network: ours stands among the labels. */
const IP_RANGE = 'hansa-ip-range';

/** Networks of Neutron, each with a router of its own to the external network, so that public IPs can lead into it. */
export const network = cell<OpenStackApi, typeof Network>(Network, {
  scope: 'region',
  takes: { create: 2_000, update: 2_000, delete: 3_000 },
  check: (want) => checkLabelRoom(want.labels),
  create: async (api, want) => {
    // Asked first, since a wrong external_network must be found before anything is made.
    await api.externalNetwork();
    const labels = { ...want.labels, [IP_RANGE]: want.ipRange ?? '' };
    const body = { network: { name: want.name, description: writeDescription({ text: '', labels }) } };
    const { network: made } = await api.network.post<Wire>('/networks', withNative(body, want.native));
    return made.id;
  },
  complete: async (api, id, want) => {
    const subnets = await makeSubnets(api, { id, name: want.name }, want.subnets ?? [{ ipRange: want.ipRange ?? '' }]);
    await route(api, { id, name: want.name, labels: want.labels }, subnets);
  },
  read: async (api, id) => {
    const found = await api.network.find<Wire>(path`/networks/${id}`);
    return found && observe(api, found.network, await subnetsOf(api, { network_id: id }));
  },
  list: async (api) => {
    const mine = { project_id: api.projectId };
    const [networks, subnets] = await Promise.all([
      api.network.pages<WireNetwork>('/networks', 'networks', mine),
      subnetsOf(api, mine),
    ]);
    const byNetwork = groupBy(subnets, (one) => one.network_id);
    return networks
      .filter((one) => !one['router:external'])
      .map((one) => observe(api, one, byNetwork.get(one.id) ?? []));
  },
  update: async (api, id, change) => {
    const { network: now } = await api.network.get<Wire>(path`/networks/${id}`);
    const name = change.name ?? now.name;
    if (change.name !== undefined || change.labels) {
      const before = readDescription(now.description);
      const range = before.labels[IP_RANGE];
      const labels = { ...(change.labels ?? before.labels), ...(range ? { [IP_RANGE]: range } : {}) };
      await api.network.put(path`/networks/${id}`, {
        network: { name, description: writeDescription({ ...before, labels }) },
      });
    }
    if (change.subnets) {
      const wanted = await makeSubnets(api, { id, name }, change.subnets);
      await routeNew(api, id, wanted);
      await removeSubnets(api, id, wanted);
    }
  },
  delete: async (api, id) => {
    const [ports, routers] = await Promise.all([portsOf(api, id), ownRouters(api, id)]);
    const own = new Set(routers.map((router) => router.id));
    const foreign = blocking(ports, own);
    // Said before the router goes: what still uses the network must not lose its way out to a delete that then fails.
    if (foreign.length > 0) {
      throw new CloudError('conflict', {
        message: `still in use by ${foreign.join(', ')}`,
        next: [`first delete or detach ${foreign.join(', ')}`],
      });
    }
    await removeRouters(api, ports, routers);
    await Promise.all(ports.filter(isUnbound).map((port) => api.network.remove(path`/ports/${port.id}`)));
    // Its subnets go with it.
    await api.network.remove(path`/networks/${id}`);
  },
  blockers: async (api, id) => {
    const [ports, routers] = await Promise.all([portsOf(api, id), ownRouters(api, id)]);
    return blocking(ports, new Set(routers.map((router) => router.id)));
  },
});

/** The wanted subnets: those that are there, and those that it makes. Subnets of one network can be made side by side. */
async function makeSubnets(
  api: OpenStackApi,
  { id, name }: { id: string; name: string },
  wanted: Subnets,
): Promise<WireSubnet[]> {
  const there = await subnetsOf(api, { network_id: id });
  return Promise.all(
    wanted.map(async ({ ipRange }) => {
      const known = there.find(({ cidr }) => sameCidr(cidr, ipRange));
      if (known) return known;
      const body = { subnet: { network_id: id, name, ip_version: 4, cidr: ipRange } };
      return (await api.network.post<{ subnet: WireSubnet }>('/subnets', body)).subnet;
    }),
  );
}

async function removeSubnets(api: OpenStackApi, id: string, keep: readonly WireSubnet[]): Promise<void> {
  const [ports, there] = await Promise.all([portsOf(api, id), subnetsOf(api, { network_id: id })]);
  for (const subnet of there.filter((one) => one.ip_version === 4 && !keep.some((kept) => kept.id === one.id))) {
    const users =
      blocking(ports, null).length > 0 ? ports.filter((port) => port.device_owner.startsWith('compute:')) : [];
    const inside = users.filter((port) => port.fixed_ips.some((ip) => ip.subnet_id === subnet.id));
    if (inside.length > 0) {
      const names = inside.map((port) => `server ${port.device_id}`).join(', ');
      throw new CloudError('conflict', {
        attribute: ['subnets'],
        message: `${subnet.cidr} is still in use by ${names}`,
        next: [`first move ${names} out of it`],
      });
    }
    await unhang(api, ports, subnet.id);
    await api.network.remove(path`/subnets/${subnet.id}`);
  }
}

const subnetsOf = (api: OpenStackApi, query: Record<string, string>): Promise<WireSubnet[]> =>
  api.network.pages<WireSubnet>('/subnets', 'subnets', query);

/** A port that nothing uses: left by an interrupted create of Nova. */
const isUnbound = (port: WirePort): boolean => port.device_id === '' && port.device_owner === '';

/** What uses the network: not Neutron's own ports (DHCP, metadata, SNAT), not our routers, not unbound ports. */
function blocking(ports: readonly WirePort[], ownRouterIds: ReadonlySet<string> | null): string[] {
  const users = ports.filter((port) => {
    if (isRouterInterface(port)) return ownRouterIds !== null && !ownRouterIds.has(port.device_id);
    return !isUnbound(port) && !port.device_owner.startsWith('network:');
  });
  const names = users.map((port) => {
    if (port.device_owner.startsWith('compute:')) return `server ${port.device_id}`;
    return isRouterInterface(port)
      ? `router ${port.device_id}`
      : `port ${port.id} (${port.device_owner || port.device_id})`;
  });
  return [...new Set(names)];
}

function observe(api: OpenStackApi, wire: WireNetwork, all: readonly WireSubnet[]): Observed<typeof Network> {
  const { labels } = readDescription(wire.description);
  const subnets = all.filter((one) => one.ip_version === 4).map(({ cidr }) => ({ ipRange: cidr }));
  const ipRange = labels[IP_RANGE] || covering(subnets.map((one) => one.ipRange));
  return {
    id: wire.id,
    name: wire.name,
    labels,
    place: api.region,
    ...(ipRange ? { ipRange } : {}),
    subnets,
    status: wire.status === 'ERROR' ? 'failed' : wire.status === 'BUILD' ? 'changing' : 'ready',
    statusText: wire.status,
  };
}
