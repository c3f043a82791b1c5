import type { Server } from '../../../kinds/server/index.js';
import { setGroups } from '../../../openstack/network/groups.js';
import type { WirePort } from '../../../openstack/wire.js';
import type { CellContext, Observed } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { groupIds } from './create.js';

/**
 * Puts exactly these firewalls before every card of a server, and says how many cards that were. Without any, and without a way to Neutron,
 * nothing is to be done.
 */
export async function setFirewalls(
  api: OvhApi,
  region: string,
  id: string,
  firewallIds: readonly string[],
): Promise<number> {
  if (firewallIds.length === 0 && !api.neutron.possible) return 0;
  const neutron = await api.neutron.in(region);
  const ports = await neutron.network.pages<WirePort>('/ports', 'ports', { device_id: id });
  await setGroups(neutron, ports, groupIds(region, firewallIds));
  return ports.length;
}

/** Waits until a server that is being made has a card: from then on it can stand behind a firewall, long before its system runs. */
export async function untilItHasCards(id: string, ctx: CellContext<typeof Server>): Promise<void> {
  const hasCards = (seen: Observed<typeof Server>) => Boolean(seen.publicIpv4Address ?? seen.networks?.length);
  await ctx.until(id, (seen) => seen !== undefined && (seen.status !== 'changing' || hasCards(seen)), 2_000);
}
