import { locationNamed } from '../../catalogue/locations.js';
import { blockOf, overlap } from '../../cidr.js';
import { HetznerError } from '../../errors.js';
import { type AddressWish, attachmentsIn, reserve } from '../../network-plan.js';
import type { Attachment, Network, Server } from '../../records.js';
import type { World } from '../../world.js';

/**
 * Reserves a place for a server in a network; it shows once the action is over.
 *
 * @throws HetznerError where the server is in it, or in one that overlaps, or no address is left.
 */
export function newAttachment(world: World, server: Server, network: Network, wish?: AddressWish): Attachment {
  for (const present of server.private_net) {
    if (present.network === network.id)
      throw new HetznerError('server_already_attached', 'server is already attached to network');
    const other = world.networks.get(present.network);
    if (other && overlap(blockOf(other.ip_range)!, blockOf(network.ip_range)!)) {
      throw new HetznerError('networks_overlap', 'IP range of the network overlaps with one the server is attached to');
    }
  }
  const zone = locationNamed(server.location).network_zone;
  const address = reserve(network, zone, attachmentsIn(world.servers.list(), network.id), wish);
  const serial = world.context.store.next('mac_address');
  const mac = [24, 16, 8, 0].map((shift) => ((serial >>> shift) & 0xff).toString(16).padStart(2, '0'));
  return { network: network.id, ...address, mac_address: ['86', '00', ...mac].join(':'), pending: true };
}
