import type { Server } from '../../../kinds/index.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { ScalewayApi } from '../api.js';
import { architecture, seenImage } from '../images.js';
import { regionOf } from '../places.js';
import { serverType } from '../sizes.js';
import { toLabels } from '../tags.js';
import { memoryGib } from '../units.js';
import type { WireServer, WireVolume } from '../wire.js';
import { rootGib } from './root-volume.js';
import { defaultGroup } from './security-group.js';

/** What stands apart from the servers themselves, looked up for all of them at once. */
export interface Beside {
  /** Block volumes by id. */
  blocks: ReadonlyMap<string, WireVolume>;
  /** Addresses by private network card. */
  addresses: ReadonlyMap<string, string>;
  /** VPCs by private network. */
  vpcs: ReadonlyMap<string, string>;
}

/** A server in the model's words. */
export async function observe(
  api: ScalewayApi,
  server: WireServer,
  zone: string,
  beside: Beside,
): Promise<Observed<typeof Server>> {
  const [type, image, group] = await Promise.all([
    serverType(api, zone, server.commercial_type),
    seenImage(api, server.image),
    server.security_group ? defaultGroup(api, zone) : undefined,
  ]);
  const behind =
    server.security_group && server.security_group.id !== group ? [`${zone}/${server.security_group.id}`] : [];
  const diskGib = rootGib(server, beside.blocks);
  const dynamic = (family: string) =>
    server.public_ips?.find((ip) => ip.dynamic && ip.family === family)?.address ?? null;
  return {
    ...bareServer(server, zone),
    size: server.commercial_type,
    nativeSize: server.commercial_type,
    ...(type ? { vcpus: type.ncpus, memoryGib: memoryGib(type.ram) } : {}),
    ...(diskGib === undefined ? {} : { diskGib }),
    architecture: architecture(server.arch),
    ...image,
    firewallIds: behind,
    networks: nicsInOrder(server).map((nic) => ({
      networkId: `${regionOf(zone)}/${beside.vpcs.get(nic.private_network_id) ?? nic.private_network_id}`,
      ip: beside.addresses.get(nic.id) ?? null,
    })),
    publicIpv4: server.dynamic_ip_required,
    publicIpv4Address: dynamic('inet'),
    // Scaleway gives version 6 as flexible IPs alone, which are a kind of their own.
    publicIpv6Address: dynamic('inet6'),
  };
}

/** What the server itself tells while it starts or stops: the rest is asked for when it stands still. */
export function bareServer(server: WireServer, zone: string): Observed<typeof Server> {
  return {
    id: `${zone}/${server.id}`,
    name: server.name,
    labels: toLabels(server.tags ?? []),
    place: zone,
    power: server.state === 'running' || server.state === 'starting' ? 'on' : 'off',
    status: statusOf(server),
    statusText: server.state,
  };
}

export function isMoving(server: WireServer): boolean {
  return server.state === 'starting' || server.state === 'stopping';
}

/** Private network cards are plugged in by a running server alone; on a stopped one they wait. */
function statusOf(server: WireServer): 'ready' | 'changing' | 'failed' {
  const nics = server.private_nics ?? [];
  if (server.state === 'locked') return 'failed';
  if (isMoving(server)) return 'changing';
  if (nics.some((nic) => nic.state === 'syncing_error')) return 'failed';
  return server.state === 'running' && nics.some((nic) => nic.state === 'syncing') ? 'changing' : 'ready';
}

function nicsInOrder(server: WireServer) {
  return [...(server.private_nics ?? [])].sort((a, b) => (a.creation_date ?? '').localeCompare(b.creation_date ?? ''));
}
