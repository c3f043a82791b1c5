import { isTaken } from '../openstack/network/addresses.js';
import { addPort, addressIn } from '../openstack/network/cards.js';
import type { PortRecord } from '../openstack/records.js';
import { badRequest, conflict } from './errors.js';
import type { Neutron } from './neutron/region.js';

export interface CardWish {
  readonly networkId: string;
  readonly ip: string | null;
}

/** @throws Refusal where there is no such network in the region, or the address does not lie in it or is taken. */
export function checkCard(neutron: Neutron, { networkId, ip }: CardWish): void {
  const network = neutron.networks.get(networkId);
  if (!network) throw badRequest(`Network ${networkId} could not be found.`);
  if (network.external && ip) throw badRequest('Static ip can only be defined for private networks');
  if (!neutron.subnets.find((one) => one.networkId === networkId))
    throw badRequest(`Network requires a subnet in order to boot instances on: ${networkId}`);
  if (!ip) return;
  const address = addressIn(neutron, networkId, ip);
  if (!address) throw badRequest(`Fixed IP ${ip} is not a valid ip address for network ${networkId}.`);
  if (isTaken(neutron, address.subnetId, ip))
    throw conflict(`Fixed IP address ${ip} is already in use on network ${networkId}.`);
}

/** A card of a server in a network. */
export function plug(neutron: Neutron, deviceId: string, { networkId, ip }: CardWish): PortRecord {
  const address = ip === null ? undefined : addressIn(neutron, networkId, ip);
  return addPort(neutron, { networkId, deviceId, deviceOwner: 'compute:nova', ...(address ? { ips: [address] } : {}) });
}

/** The cards of a server. */
export function cardsOf(neutron: Neutron, deviceId: string): PortRecord[] {
  return neutron.ports.filter((one) => one.deviceId === deviceId);
}
