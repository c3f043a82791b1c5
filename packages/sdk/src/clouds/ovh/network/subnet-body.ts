import { formatBlock, parseCidr } from '../../../kinds/model/cidr.js';

/** A subnet as the create requests take it. Its first address is left for the gateway that it may get one day. */
export function subnetBody(name: string, cidr: string): Record<string, unknown> {
  const body = { name, cidr, ipVersion: 4, enableDhcp: true, enableGatewayIp: false };
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
