import type { Server } from '../../../kinds/index.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { UpCloudApi } from '../api.js';
import { inForce, rulesNow } from '../firewall/servers.js';
import { imageOf } from '../images.js';
import { toLabels } from '../labels.js';
import { routerOf } from '../subnets.js';
import type { WireServer } from '../wire.js';
import { ipOf, privateCards } from './networks.js';
import { rootOf } from './root-disk.js';

/** A server in the model's words. */
export async function observe(
  api: UpCloudApi,
  server: WireServer,
  rulesOf = rulesNow(api),
): Promise<Observed<typeof Server>> {
  const root = rootOf(server);
  const isStill = server.state === 'started' || server.state === 'stopped';
  const [image, networks, firewallIds] = await Promise.all([
    imageOf(api, root?.labels),
    Promise.all(
      privateCards(server).map(async (card) => ({ networkId: await routerOf(api, card.network), ip: ipOf(card) })),
    ),
    // Until it is made nobody can tell whether its rules are right.
    isStill ? inForce(api, server, rulesOf) : undefined,
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
    // Out of the state "error" UpCloud brings a server back by itself (developers.upcloud.com/1.3/8-servers, read 2026-11).
    status: isStill ? 'ready' : 'changing',
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
