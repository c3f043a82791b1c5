import { randomBytes, randomUUID } from 'node:crypto';
import { contains, parseCidr, toAddress } from '../core/cidr.js';
import { alreadyExists, notValid } from './errors.js';
import type { AddressRecord, PrivateNetworkRecord, SubnetRecord } from './records.js';
import type { World } from './world.js';

/** Which address of which subnet: any free one, or the one asked for. */
export interface Wish {
  readonly subnet: SubnetRecord;
  readonly address?: string;
  readonly tags?: string[];
}

/** Takes an address of a Private Network. @throws Refusal where it is outside, or taken. */
export function take(world: World, network: PrivateNetworkRecord, { subnet, address, tags = [] }: Wish): AddressRecord {
  const cidr = parseCidr(subnet.cidr)!;
  if (address !== undefined && !contains(cidr, address)) {
    throw notValid('address', `${address} is not in ${subnet.cidr}`);
  }
  const owner = address === undefined ? undefined : holder(world, subnet, address);
  if (owner) throw alreadyExists('ip', owner.id, `${address} is already reserved`);
  const now = world.now();
  const id = randomUUID();
  return world.addresses.put(id, {
    id,
    region: network.region,
    project: network.project,
    network: network.id,
    subnet: subnet.id,
    address: address ?? (cidr.v6 ? randomV6(cidr.first) : firstFree(world, subnet)),
    v6: cidr.v6,
    tags,
    reverses: [],
    nic: null,
    custom: null,
    created: now,
    updated: now,
  });
}

function holder(world: World, subnet: SubnetRecord, address: string): AddressRecord | undefined {
  return world.addresses.find((taken) => taken.subnet === subnet.id && taken.address === address);
}

/** The first is .2: .0 names the network and .1 is the vendor's own (recorded 2026-07). The last one is for broadcast. */
function firstFree(world: World, subnet: SubnetRecord): string {
  const { first, last } = parseCidr(subnet.cidr)!;
  const taken = new Set(world.addresses.filter((known) => known.subnet === subnet.id).map(({ address }) => address));
  for (let number = first + 2n; number < last; number += 1n) {
    const address = toAddress(number, false);
    if (!taken.has(address)) return address;
  }
  throw notValid('source', `no address is left in ${subnet.cidr}`);
}

function randomV6(first: bigint): string {
  return toAddress(first + BigInt(`0x${randomBytes(8).toString('hex')}`), true);
}

/** With its mask, as the vendor writes it. */
export function withMask(network: PrivateNetworkRecord | undefined, { subnet, address, v6 }: AddressRecord): string {
  const cidr = network?.subnets.find(({ id }) => id === subnet)?.cidr;
  return `${address}/${cidr?.split('/')[1] ?? (v6 ? 64 : 32)}`;
}
