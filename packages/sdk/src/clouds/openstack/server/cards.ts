import type { Server } from '../../../kinds/server/index.js';
import { path } from '../../../openstack/service.js';
import type { WirePort, WireServer } from '../../../openstack/wire.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';

type Wish = { networkId: string; ip?: string | null };

/** A server's network cards, from Neutron. */
export async function cardsOf(api: OpenStackApi, serverId: string): Promise<WirePort[]> {
  return api.network.pages<WirePort>('/ports', 'ports', { device_id: serverId });
}

/** Cards in the order in which the server has them: Nova lists addresses so, Neutron lists ports in any order. */
export function inOrder(ports: readonly WirePort[], addresses: WireServer['addresses']): WirePort[] {
  const macs = Object.values(addresses).flatMap((list) => list.map((one) => one['OS-EXT-IPS-MAC:mac_addr']));
  const rank = ({ mac_address }: WirePort) => {
    const at = macs.indexOf(mac_address);
    return at < 0 ? macs.length : at;
  };
  return [...ports].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/** The card's address in the model: the first IPv4 one. */
export function ipOf({ fixed_ips }: WirePort): string | null {
  return fixed_ips.find(({ ip_address }) => !ip_address.includes(':'))?.ip_address ?? null;
}

/**
 * Brings the cards to those wanted, in that order: cards that are wanted stay as they are, the rest goes, what lacks is added at
 * the end, as Nova does it.
 */
export async function setCards(
  api: OpenStackApi,
  server: WireServer,
  wanted: readonly Wish[],
  ctx: CellContext<typeof Server>,
): Promise<void> {
  const { id } = server;
  const cards = inOrder(await cardsOf(api, id), server.addresses);
  let kept = 0;
  for (const card of cards) {
    const wish = wanted[kept];
    if (
      wish &&
      card.network_id === wish.networkId &&
      (!wish.ip || card.fixed_ips.some((ip) => ip.ip_address === wish.ip))
    ) {
      kept += 1;
      continue;
    }
    await api.compute.remove(path`/servers/${id}/os-interface/${card.id}`);
    const gone = { networkId: card.network_id, ip: ipOf(card) };
    await ctx.until(
      id,
      (seen) => !seen?.networks?.some((one) => one.networkId === gone.networkId && one.ip === gone.ip),
    );
  }
  for (const { networkId, ip } of wanted.slice(kept)) {
    const body = { net_id: networkId, ...(ip ? { fixed_ips: [{ ip_address: ip }] } : {}) };
    await api.compute.post(path`/servers/${id}/os-interface`, { interfaceAttachment: body });
  }
}
