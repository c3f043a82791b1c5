import type { Server } from '../../../kinds/index.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { UpCloudApi } from '../api.js';
import { inForce, rulesNow } from '../firewall/servers.js';
import { imageOf } from '../images.js';
import { toLabels } from '../labels.js';
import { routerOf } from '../subnets.js';
import type { WireServer, WireServerInList } from '../wire.js';
import { ipOf, privateCards } from './networks.js';
import { rootOf } from './root-disk.js';

/** Whether nothing is under way on it: out of `error` UpCloud brings it back by itself (developers.upcloud.com/1.3/8-servers, read 2026-11). */
export function isStill({ state }: WireServerInList): boolean {
  return state === 'started' || state === 'stopped';
}

/** What a list tells of a server on which something is under way: enough for who waits for it. */
export function glimpse({ uuid, title, zone, state }: WireServerInList): Observed<typeof Server> {
  return { id: uuid, name: title, labels: {}, place: zone, status: 'changing', statusText: state };
}

/** A server in the model's words. */
export async function observe(
  api: UpCloudApi,
  server: WireServer,
  rulesOf = rulesNow(api),
): Promise<Observed<typeof Server>> {
  const root = rootOf(server);
  const [image, networks, firewallIds] = await Promise.all([
    imageOf(api, root?.labels),
    Promise.all(
      privateCards(server).map(async (card) => ({ networkId: await routerOf(api, card.network), ip: ipOf(card) })),
    ),
    // Until it is made nobody can tell whether its rules are right.
    isStill(server) ? inForce(api, server, rulesOf) : undefined,
  ]);
  const [ipv4, ipv6] = [publicAddress(server, 'IPv4'), publicAddress(server, 'IPv6')];
  return {
    id: server.uuid,
    name: server.title,
    labels: toLabels(server.labels),
    place: server.zone,
    // While it is in maintenance UpCloud does not say whether it will be on.
    ...(server.state === 'started' ? { power: 'on' as const } : {}),
    ...(server.state === 'stopped' ? { power: 'off' as const } : {}),
    status: isStill(server) ? 'ready' : 'changing',
    statusText: server.state,
    nativeSize: server.plan,
    vcpus: Number(server.core_number),
    memoryGib: Number(server.memory_amount) / 1024,
    ...(root ? { diskGib: root.storage_size } : {}),
    architecture: 'x86',
    ...image,
    networks,
    ...(firewallIds ? { firewallIds } : {}),
    publicIpv4: ipv4 !== null,
    publicIpv4Address: ipv4,
    publicIpv6Address: ipv6,
  };
}

/** The server's own address; a floating IP is a thing of its own. */
function publicAddress(server: WireServer, wanted: 'IPv4' | 'IPv6'): string | null {
  const cards = server.networking.interfaces.interface.filter(({ type }) => type === 'public');
  const all = cards.flatMap(({ ip_addresses }) => ip_addresses.ip_address);
  return all.find(({ family, floating }) => family === wanted && floating !== 'yes')?.address ?? null;
}
