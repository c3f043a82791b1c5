import type { Server } from '../../../kinds/index.js';
import { formatBlock, parseCidr } from '../../../kinds/model/cidr.js';
import type { Observed } from '../../../runtime/driver/index.js';
import type { HetznerApi } from '../api.js';
import { imageName } from '../images.js';
import type { WireServer } from '../wire.js';
import { ownFirewalls } from './firewalls.js';

type Status = WireServer['status'];

const POWER: Readonly<Partial<Record<Status, 'on' | 'off'>>> = {
  running: 'on',
  starting: 'on',
  stopping: 'off',
  off: 'off',
};

/** Servers in the model's words. */
export async function observeAll(api: HetznerApi, servers: readonly WireServer[]): Promise<Observed<typeof Server>[]> {
  const firewallsOf = await ownFirewalls(api, servers);
  return servers.map((server) => observe(server, firewallsOf(server)));
}

function observe(server: WireServer, firewallIds: string[]): Observed<typeof Server> {
  const { id, name, labels, status, server_type: type, image, public_net } = server;
  const power = POWER[status];
  return {
    id: String(id),
    name,
    labels,
    place: server.location.name,
    status: status === 'running' || status === 'off' ? 'ready' : 'changing',
    statusText: status,
    // While it is made, moved or rebuilt Hetzner does not say whether it will be on.
    ...(power ? { power } : {}),
    nativeSize: type.name,
    vcpus: type.cores,
    memoryGib: type.memory,
    // The disk it has, which a change of type leaves alone; not the disk of the type.
    diskGib: server.primary_disk_size,
    architecture: type.architecture,
    // An image that was deleted since is not told any more.
    ...(image ? { image: imageName(image) ?? String(image.id), nativeImage: String(image.id) } : {}),
    networks: server.private_net.map(({ network, ip }) => ({ networkId: String(network), ip })),
    firewallIds,
    publicIpv4: public_net.ipv4 !== null,
    publicIpv4Address: public_net.ipv4?.ip ?? null,
    publicIpv6Address: public_net.ipv6 ? firstHost(public_net.ipv6.ip) : null,
  };
}

/** Hetzner gives a server a /64; its address is the first of it (docs of Hetzner's Terraform provider, `ipv6_address`, read 2026-11). */
function firstHost(cidr: string): string {
  const block = parseCidr(cidr);
  if (!block) return cidr;
  return formatBlock({ ...block, first: block.first + 1n, prefix: 128 }).replace('/128', '');
}
