import * as z from 'zod';
import { parseCidr, toAddress } from '../core/cidr.js';
import type { SubnetRecord } from '../openstack/records.js';
import { ask } from './neutron/behind.js';
import type { Neutron } from './neutron/region.js';

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
type SubnetWish = z.output<typeof subnetShape>;

/** Makes a subnet in Neutron, as OVHcloud's own API was asked for it. @throws Refusal in Neutron's words */
export function addSubnet(neutron: Neutron, networkId: string, given: SubnetWish): SubnetRecord {
  const block = parseCidr(given.cidr);
  const first = block && toAddress(block.first + 1n, block.v6);
  const subnet = {
    network_id: networkId,
    name: given.name,
    cidr: given.cidr,
    ip_version: given.ipVersion,
    enable_dhcp: given.enableDhcp,
    gateway_ip: given.enableGatewayIp ? (given.gatewayIp ?? first) : null,
    dns_nameservers: given.dnsNameServers ?? [],
    ...(given.allocationPools?.length ? { allocation_pools: given.allocationPools } : {}),
  };
  const made = ask<{ subnet: { id: string } }>(neutron, { method: 'POST', path: '/subnets', body: { subnet } });
  return neutron.subnets.get(made.subnet.id)!;
}
