import { formatBlock, parseCidr } from '../../../kinds/model/cidr.js';
import { readDescription, writeDescription } from '../../../openstack/description.js';

/**
 * OVHcloud has no range around the subnets of a network. Ours stands in their names, which nobody can change: the name of a network is
 * written anew by whoever renames it in the control panel.
 */
const IP_RANGE = 'hansa-ip-range';

/** The range around a subnet's network, where we made it. */
export function rangeAround({ name }: { name: string }): string | undefined {
  return readDescription(name).labels[IP_RANGE];
}

/** A subnet as the create requests take it. Its first address is left for the gateway that it may get one day. */
export function subnetBody({ name, ipRange }: { name: string; ipRange: string }, cidr: string) {
  const body = {
    name: writeDescription({ text: name, labels: { [IP_RANGE]: ipRange } }),
    cidr,
    ipVersion: 4,
    enableDhcp: true,
    enableGatewayIp: false,
  };
  // Of two addresses and fewer nothing can be left; what OVHcloud says to such a subnet is its word.
  if (Number(cidr.split('/')[1]) > 30) return body;
  return { ...body, allocationPools: [{ start: addressAt(cidr, 2n), end: addressAt(cidr, -2n) }] };
}

/** The address so far from the beginning of a block, or from its end (-1 is the last one). */
export function addressAt(cidr: string, offset: bigint): string {
  const block = parseCidr(cidr);
  if (!block) throw new TypeError(`${cidr} is no block`);
  const from = offset < 0n ? block.first + (1n << BigInt(32 - block.prefix)) : block.first;
  return formatBlock({ version: 4, first: from + offset, prefix: 32 }).replace('/32', '');
}
