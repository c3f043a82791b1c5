import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Cidr, overlap, parseCidr, toAddress } from '../core/cidr.js';
import { subnetsIn } from './cards.js';
import { badRequest } from './errors.js';
import type { SubnetRecord } from './records.js';
import type { World } from './world.js';

export const subnetShape = z.object({
  name: z.string(),
  cidr: z.string(),
  ipVersion: z.int(),
  enableDhcp: z.boolean(),
  enableGatewayIp: z.boolean(),
  gatewayIp: z.ipv4().nullish(),
  dnsNameServers: z.array(z.string()).nullish(),
  useDefaultPublicDNSResolver: z.boolean().nullish(),
  allocationPools: z.array(z.object({ start: z.ipv4(), end: z.ipv4() })).nullish(),
  hostRoutes: z.array(z.unknown()).nullish(),
});
export type SubnetWish = z.output<typeof subnetShape>;

/** @throws Refusal where the block is none, or lies over another one of the network. */
export function checkSubnet(
  world: World,
  networkId: string,
  { cidr, ipVersion }: Pick<SubnetWish, 'cidr' | 'ipVersion'>,
): Cidr {
  const block = parseCidr(cidr);
  if (!block || block.v6 || ipVersion !== 4)
    throw badRequest(`Invalid input for cidr. Reason: '${cidr}' isn't a recognized IP subnet cidr.`);
  const clash = subnetsIn(world, networkId).find((one) => overlap(block, parseCidr(one.cidr)!));
  if (clash) throw badRequest(`Requested subnet with cidr: ${cidr} overlaps with another subnet. (${clash.cidr})`);
  return block;
}

export function addSubnet(
  world: World,
  network: { readonly id: string; readonly region: string },
  { name, cidr, enableDhcp, enableGatewayIp, gatewayIp, allocationPools }: SubnetWish,
): SubnetRecord {
  const { first, last } = parseCidr(cidr)!;
  const [pool] = allocationPools ?? [];
  const id = randomUUID();
  return world.subnets.put(id, {
    id,
    networkId: network.id,
    region: network.region,
    name,
    cidr,
    dhcp: enableDhcp,
    gatewayIp: enableGatewayIp ? (gatewayIp ?? toAddress(first + 1n, false)) : null,
    // Neutron keeps the first address for a gateway whether there is one or not, where no pool is given.
    start: pool?.start ?? toAddress(first + 2n, false),
    end: pool?.end ?? toAddress(last - 1n, false),
  });
}
