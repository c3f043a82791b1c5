import { isIPv4 } from 'node:net';
import { invalid } from './errors.js';
import type { LanRecord, NicRecord } from './records.js';
import type { World } from './world.js';

/** Public addresses come from the block for benchmarks (RFC 2544), which nobody on the Internet has. */
const FIRST_PUBLIC = numberOf('198.18.0.1');
const PUBLIC = 2 ** 17 - 2;
const PRIVATE: readonly (readonly [first: number, last: number])[] = [
  [numberOf('10.0.0.0'), numberOf('10.255.255.255')],
  [numberOf('172.16.0.0'), numberOf('172.31.255.255')],
  [numberOf('192.168.0.0'), numberOf('192.168.255.255')],
];

export function newPublicAddress(world: World): string {
  const taken = new Set([...world.nics.list(), ...world.ipBlocks.list()].flatMap(({ ips }) => ips));
  for (;;) {
    const ip = textOf(FIRST_PUBLIC + (world.context.store.next('public-address', 0) % PUBLIC));
    if (!taken.has(ip)) return ip;
  }
}

/** A block of 256 addresses for a private LAN, which the vendor chooses. */
export function newPrivateBlock(world: World): string {
  return `10.7.${world.context.store.next('private-block', 1) % 256}.0/24`;
}

/** The first address from .10 up that no card of the LAN has (docs.ionos.com, VDC networking, IPv4, read 2026-11). */
export function freeAddress(world: World, lan: LanRecord): string {
  if (lan.public) return newPublicAddress(world);
  const taken = new Set(cardsOn(world, lan).flatMap(({ ips }) => ips));
  const first = numberOf((lan.ipv4CidrBlock ?? '').split('/')[0] ?? '');
  for (let host = 10; host < 255; host += 1) {
    const ip = textOf(first + host);
    if (!taken.has(ip)) return ip;
  }
  throw invalid('properties.ips', 'the LAN has no free address');
}

export function cardsOn(world: World, { datacenterId, number }: LanRecord): NicRecord[] {
  return world.nics.filter((nic) => nic.datacenterId === datacenterId && nic.lan === number);
}

/** @throws Refusal where an address may not be on that card */
export function checkAddresses(world: World, lan: LanRecord, ips: readonly string[], card?: NicRecord): void {
  const location = world.datacenter(lan.datacenterId).location;
  for (const [i, ip] of ips.entries()) {
    const at = `properties.ips.[${i}]`;
    if (!isIPv4(ip)) throw invalid(at, `${ip} is no IPv4 address`);
    const others = (lan.public ? world.nics.list() : cardsOn(world, lan)).filter((nic) => nic.id !== card?.id);
    if (others.some((nic) => nic.ips.includes(ip))) throw invalid(at, `${ip} is already in use`);
    if (lan.public) {
      const block = world.ipBlocks.find((one) => one.ips.includes(ip));
      // An address that the card was given by itself may be sent back as it is.
      if (!block && !card?.ips.includes(ip)) throw invalid(at, `${ip} is of no reserved IP block`);
      if (block && block.location !== location) throw invalid(at, `${ip} is reserved in ${block.location}`);
    } else if (!PRIVATE.some(([first, last]) => numberOf(ip) >= first && numberOf(ip) <= last))
      throw invalid(at, `${ip} is no private address`);
  }
}

function numberOf(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function textOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
