import { readDescription, writeDescription } from '../description.js';
import { path } from '../service.js';
import type { WirePort, WireRouter, WireSubnet } from '../wire.js';
import type { NetworkApi } from './api.js';

/** Label in a router's description that says whose router it is. */
const NETWORK = 'hansa-network';
const OWNER = 'hansa-owner';
/** What Neutron calls ports of routers in networks: plain, distributed and highly available ones. */
const INTERFACES = [
  'network:router_interface',
  'network:router_interface_distributed',
  'network:ha_router_replicated_interface',
];

export function isRouterInterface({ device_owner }: WirePort): boolean {
  return INTERFACES.includes(device_owner);
}

/** The routers that we made for a network. */
export async function ownRouters(api: NetworkApi, networkId: string): Promise<WireRouter[]> {
  const all = await api.network.pages<WireRouter>('/routers', 'routers', { project_id: api.projectId });
  return all.filter(({ description }) => readDescription(description).labels[NETWORK] === networkId);
}

/** Sees to it that the network has a router to the external network, and that every subnet hangs on it. */
export async function route(
  api: NetworkApi,
  network: { id: string; name: string; labels: Record<string, string> },
  subnets: readonly WireSubnet[],
): Promise<void> {
  const external = await api.externalNetwork();
  if (!external) return;
  const [own] = await ownRouters(api, network.id);
  const router = own ?? (await makeRouter(api, network, external.id));
  await hang(api, router.id, network.id, subnets);
}

/** Hangs new subnets on the router that the network already has, ours or another; a network without one stays without. */
export async function routeNew(api: NetworkApi, networkId: string, subnets: readonly WireSubnet[]): Promise<void> {
  const ports = await portsOf(api, networkId);
  const [own] = await ownRouters(api, networkId);
  const router = own?.id ?? ports.find(isRouterInterface)?.device_id;
  if (router) await hang(api, router, networkId, subnets);
}

async function makeRouter(
  api: NetworkApi,
  { id, name, labels }: { id: string; name: string; labels: Record<string, string> },
  externalId: string,
): Promise<WireRouter> {
  const owner = labels[OWNER];
  const description = writeDescription({ text: '', labels: { ...(owner ? { [OWNER]: owner } : {}), [NETWORK]: id } });
  const body = { router: { name, description, external_gateway_info: { network_id: externalId } } };
  return (await api.network.post<{ router: WireRouter }>('/routers', body)).router;
}

async function hang(
  api: NetworkApi,
  routerId: string,
  networkId: string,
  subnets: readonly WireSubnet[],
): Promise<void> {
  const ports = (await portsOf(api, networkId)).filter(isRouterInterface);
  const hanging = new Set(ports.flatMap(({ fixed_ips }) => fixed_ips.map(({ subnet_id }) => subnet_id)));
  // One after the other: Neutron locks the router for each.
  for (const { id } of subnets.filter((subnet) => !hanging.has(subnet.id))) {
    await api.network.act('PUT', path`/routers/${routerId}/add_router_interface`, { subnet_id: id });
  }
}

/** Takes a subnet off the router that it hangs on. */
export async function unhang(api: NetworkApi, ports: readonly WirePort[], subnetId: string): Promise<void> {
  const mine = ports.filter(
    (port) => isRouterInterface(port) && port.fixed_ips.some((ip) => ip.subnet_id === subnetId),
  );
  for (const port of mine)
    await api.network.act('PUT', path`/routers/${port.device_id}/remove_router_interface`, { subnet_id: subnetId });
}

/** Deletes the routers that we made for a network. */
export async function removeRouters(
  api: NetworkApi,
  ports: readonly WirePort[],
  routers: readonly WireRouter[],
): Promise<void> {
  for (const { id } of routers) {
    for (const port of ports.filter((one) => isRouterInterface(one) && one.device_id === id)) {
      await api.network.act('PUT', path`/routers/${id}/remove_router_interface`, { port_id: port.id });
    }
    await api.network.remove(path`/routers/${id}`);
  }
}

export function portsOf(api: NetworkApi, networkId: string): Promise<WirePort[]> {
  return api.network.pages<WirePort>('/ports', 'ports', { network_id: networkId });
}

/** Those of the networks that have a router to the external network. */
export async function routedNetworks(
  api: NetworkApi,
  networkIds: readonly string[],
  externalId: string,
): Promise<Set<string>> {
  const [routers, ports] = await Promise.all([
    api.network.pages<WireRouter>('/routers', 'routers', { project_id: api.projectId }),
    api.network.pages<WirePort>('/ports', 'ports', { network_id: [...networkIds] }),
  ]);
  const leading = new Set(
    routers.filter((r) => r.external_gateway_info?.network_id === externalId).map(({ id }) => id),
  );
  return new Set(
    ports.filter((port) => isRouterInterface(port) && leading.has(port.device_id)).map(({ network_id }) => network_id),
  );
}
