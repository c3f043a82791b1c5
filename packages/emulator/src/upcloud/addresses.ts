import { randomBytes } from 'node:crypto';
import { contains, parseCidr, toAddress } from '../core/cidr.js';
import { conflict, invalid } from './errors.js';
import type { InterfaceRecord, NetworkRecord } from './records.js';
import type { World } from './world.js';

type Family = 'IPv4' | 'IPv6';

/** Every address that is taken: on cards, and floating. */
function taken(world: World): Set<string> {
  const own = world.servers
    .list()
    .flatMap(({ interfaces }) => interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => address)));
  return new Set([...own, ...world.floatingIps.list().map(({ address }) => address)]);
}

/** The vendor's network of that sort in the zone. */
export function vendorNetwork(world: World, zone: string, type: 'public' | 'utility', family: Family): NetworkRecord {
  const found = world
    .allNetworks()
    .find((one) => one.zone === zone && one.type === type && one.ipNetworks[0]?.family === family);
  if (!found) throw invalid('family');
  return found;
}

/** A free address of a public or utility network; for version 6 it follows from the card's MAC address, as recorded. */
export function vendorAddress(world: World, network: NetworkRecord, mac: string): string {
  const cidr = parseCidr(network.ipNetworks[0]?.address ?? '')!;
  if (cidr.v6) return toAddress(cidr.first + interfaceId(mac), true);
  const from = cidr.first + 2n + BigInt(world.context.store.next(`addresses ${network.uuid}`, 0));
  return firstFree(network, taken(world), from);
}

/**
 * An address of an SDN network: the one asked for, or the first that is free.
 *
 * @param own cards of the server that it is for, which may not stand among the servers yet
 * @throws Refusal where it is outside, or taken
 */
export function privateAddress(
  world: World,
  network: NetworkRecord,
  wish: string | undefined,
  own: readonly InterfaceRecord[],
): string {
  const cidr = parseCidr(network.ipNetworks[0]?.address ?? '')!;
  const used = inNetwork(world, network, own);
  if (wish === undefined) return firstFree(network, used, cidr.first + 2n);
  if (!contains(cidr, wish)) throw invalid('ip_address', `The address ${wish} is not in the network.`);
  if (used.has(wish)) {
    throw conflict('IP_ADDRESS_IN_USE', `The address ${wish} is in use.`);
  }
  return wish;
}

/** Private blocks may overlap, so an address is taken only within its network. */
function inNetwork(world: World, { uuid, ipNetworks }: NetworkRecord, own: readonly InterfaceRecord[]): Set<string> {
  const all = [...world.servers.list().flatMap(({ interfaces }) => interfaces), ...own];
  const addresses = all
    .filter((card) => card.network === uuid)
    .flatMap((card) => card.addresses.map(({ address }) => address));
  return new Set([...addresses, ...ipNetworks.map(({ gateway }) => gateway)]);
}

function firstFree(network: NetworkRecord, used: ReadonlySet<string>, from: bigint): string {
  const { last } = parseCidr(network.ipNetworks[0]?.address ?? '')!;
  for (let number = from; number < last; number += 1n) {
    const address = toAddress(number, false);
    if (!used.has(address)) return address;
  }
  throw conflict('IP_ADDRESS_RESOURCES_UNAVAILABLE', 'There are no free addresses in the network.');
}

/** A MAC address in the range from which the vendor's are, as recorded. */
export function newMac(): string {
  return ['6e', '28', 'ff', ...[...randomBytes(3)].map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
}

/** The lower half of an address by SLAAC: `6e:28:ff:12:04:dd` gives `6c28:ffff:fe12:04dd`. */
function interfaceId(mac: string): bigint {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac.split(':').map((part) => Number.parseInt(part, 16));
  return [a ^ 2, b, c, 0xff, 0xfe, d, e, f].reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** The card with that MAC address, and its server. */
export function cardOf(world: World, mac: string): { server: string; card: InterfaceRecord } | undefined {
  for (const server of world.servers.list()) {
    const card = server.interfaces.find((one) => one.mac === mac);
    if (card) return { server: server.uuid, card };
  }
  return undefined;
}
