import { contains, parseCidr, toAddress, toNumber } from '../../core/cidr.js';
import type { SubnetRecord } from '../records.js';
import type { World } from '../world.js';

/**
 * First and last address that Neutron gives out of a subnet by itself: those that were named, else all but the network's, the gateway's and
 * the broadcast.
 */
export function poolOf({ cidr, gateway, pool }: SubnetRecord): { start: string; end: string } {
  if (pool) return pool;
  const range = parseCidr(cidr)!;
  const first = range.first + 1n;
  const start = gateway !== null && toNumber(gateway) === first ? first + 1n : first;
  return { start: toAddress(start, range.v6), end: toAddress(range.last - (range.v6 ? 0n : 1n), range.v6) };
}

/** The first address of a subnet that no port has; undefined when there is none. */
export function freeAddress(world: World, subnet: SubnetRecord): string | undefined {
  const taken = new Set(takenIn(world, subnet.id));
  const { start, end } = poolOf(subnet);
  const v6 = subnet.cidr.includes(':');
  for (let at = toNumber(start); at <= toNumber(end); at += 1n) {
    const address = toAddress(at, v6);
    if (!taken.has(address) && address !== subnet.gateway) return address;
  }
  return undefined;
}

export function isTaken(world: World, subnetId: string, address: string): boolean {
  return takenIn(world, subnetId).includes(address);
}

/** The subnet of a network that an address lies in. */
export function subnetFor(world: World, networkId: string, address: string): SubnetRecord | undefined {
  return world.subnets.find((one) => one.networkId === networkId && contains(parseCidr(one.cidr)!, address));
}

function takenIn(world: World, subnetId: string): string[] {
  return world.ports
    .list()
    .flatMap(({ fixedIps }) => fixedIps.filter((one) => one.subnetId === subnetId).map(({ ip }) => ip));
}
