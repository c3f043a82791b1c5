import type { CloudContext } from '../../core/cloud.js';
import type { Route } from '../../core/http.js';
import { partOf } from '../../core/store.js';
import { stableId } from '../../openstack/ids.js';
import { addRule, defaultGroup } from '../../openstack/network/groups.js';
import { networkService } from '../../openstack/network/service.js';
import { World as OpenStack } from '../../openstack/world.js';
import { REGIONS } from '../regions.js';

/** Id of the network to the internet in a region; all are called alike. */
export const publicNetworkId = (region: string): string => stableId('Ext-Net', region);

/**
 * The project's Neutron in one region. What is OVHcloud's own: the network to the internet, on which servers have cards, and a default group
 * that lets everything in (docs.ovhcloud.com, "Managing firewall rules and port security", read 2026-11).
 */
export class Neutron extends OpenStack {
  override readonly publicBlocks: readonly string[];
  /** Its routes, which OVHcloud's own API asks as well. */
  readonly routes: readonly Route[];

  constructor(
    context: CloudContext,
    private readonly name: string,
  ) {
    super({ ...context, store: partOf(context.store, name) });
    const place = REGIONS.findIndex((one) => one.name === name);
    // Blocks for benchmarks (RFC 2544), a part for each region, so that no two addresses are the same.
    this.publicBlocks = [`198.18.${place * 16}.0/20`];
    this.routes = networkService(this);
    if (!this.networks.get(this.publicNetworkId)) this.seed(place);
  }

  override get projectId(): string {
    return this.context.credentials['projectId']!;
  }

  override get region(): string {
    return this.name;
  }

  get publicNetworkId(): string {
    return publicNetworkId(this.name);
  }

  private seed(place: number): void {
    const now = this.now();
    const id = this.publicNetworkId;
    const about = { created: now, updated: now, description: '', adminUp: true, tags: [] };
    this.networks.put(id, { ...about, id, name: 'Ext-Net', external: true });
    for (const cidr of [`198.19.${place * 16}.0/20`, `2001:db8:${place + 1}::/64`]) {
      const subnet = stableId('Ext-Net', this.name, cidr);
      const gateway = cidr.includes(':') ? `2001:db8:${place + 1}::1` : `198.19.${place * 16}.1`;
      const what = { networkId: id, cidr, gateway, dhcp: true, dns: [], name: '', description: '' };
      this.subnets.put(subnet, { ...what, id: subnet, created: now, updated: now });
    }
    const groupId = defaultGroup(this).id;
    for (const rule of this.rules.filter((one) => one.groupId === groupId && one.direction === 'ingress'))
      this.rules.delete(rule.id);
    for (const ethertype of ['IPv4', 'IPv6'] as const) addRule(this, { groupId, direction: 'ingress', ethertype });
  }
}
