import { findIso } from '../catalogue/isos.js';
import { locationNamed } from '../catalogue/locations.js';
import { serverTypeOf } from '../catalogue/server-types.js';
import { firewallsByServer } from '../firewall-reach.js';
import type { Server } from '../records.js';
import type { World } from '../world.js';
import { placementGroupViewer } from './placement-group.js';
import { viewServerType } from './server-type.js';

/** Servers as the API shows them. What points at servers is looked up once for all of them. */
export function serverViewer(world: World): (server: Server) => Record<string, unknown> {
  const firewalls = firewallsByServer(world);
  const volumes = group(world.volumes.list(), (volume) => volume.server);
  const floating = group(world.floatingIps.list(), (ip) => ip.server);
  const primary = group(world.primaryIps.list(), (ip) => ip.assignee_id);
  const images = new Map(world.images().map((image) => [image.id, image]));
  const locked = world.actions.lockedKeys();
  const viewType = viewServerType(world);
  const viewGroup = placementGroupViewer(world);

  return (server) => {
    const type = serverTypeOf(server.server_type);
    const ips = primary.get(server.id) ?? [];
    const v4 = ips.find((ip) => ip.type === 'ipv4');
    const v6 = ips.find((ip) => ip.type === 'ipv6');
    const place = server.placement_group === null ? undefined : world.placementGroups.get(server.placement_group);
    return {
      id: server.id,
      name: server.name,
      status: server.status,
      created: server.created,
      public_net: {
        ipv4: v4 ? { id: v4.id, ip: v4.ip, blocked: false, dns_ptr: v4.dns_ptr[0]?.dns_ptr ?? '' } : null,
        ipv6: v6 ? { id: v6.id, ip: v6.ip, blocked: false, dns_ptr: v6.dns_ptr } : null,
        floating_ips: (floating.get(server.id) ?? []).map(({ id }) => id),
        firewalls: firewalls.get(server.id) ?? [],
      },
      private_net: server.private_net
        .filter(({ pending }) => !pending)
        .map(({ network, ip, alias_ips, mac_address }) => ({ network, ip, alias_ips, mac_address })),
      server_type: viewType(type),
      location: locationNamed(server.location),
      image: server.image === null ? null : (images.get(server.image) ?? null),
      iso: server.iso === null ? null : (findIso(server.iso) ?? null),
      rescue_enabled: server.rescue_enabled,
      locked: locked.has(`server ${server.id}`),
      backup_window: server.backup_window,
      outgoing_traffic: 0,
      ingoing_traffic: 0,
      included_traffic: type.prices.find(({ location }) => location === server.location)?.included_traffic ?? 0,
      protection: server.protection,
      labels: server.labels,
      volumes: (volumes.get(server.id) ?? []).map(({ id }) => id),
      load_balancers: [],
      primary_disk_size: server.primary_disk_size,
      placement_group: place ? viewGroup(place) : null,
    };
  };
}

function group<T>(items: readonly T[], key: (item: T) => number | null): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const owner = key(item);
    if (owner !== null) groups.set(owner, [...(groups.get(owner) ?? []), item]);
  }
  return groups;
}
