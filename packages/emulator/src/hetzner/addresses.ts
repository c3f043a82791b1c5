import { isIPv4, isIPv6 } from 'node:net';
import { addressOf, textOf } from './cidr.js';
import { invalidInput } from './errors.js';
import type { DnsPtr } from './records.js';
import type { World } from './world.js';

/**
 * Public addresses come from blocks that nobody on the Internet has: 198.18.0.0/15 for IPv4 (RFC 2544, benchmarks) and
 * 2001:db8::/32 for IPv6 (RFC 3849, documentation), so what a test does with them reaches no stranger.
 */
const FIRST = addressOf('198.18.0.1')!;
const COUNT = 2 ** 17 - 2;

export function newAddress(world: World, type: 'ipv4' | 'ipv6'): string {
  for (;;) {
    const serial = world.context.store.next(`address_${type}`);
    const ip = addressNumber(type, serial % COUNT);
    // Only when the block was used up once can an address be taken already.
    if (serial < COUNT || ![...world.primaryIps.list(), ...world.floatingIps.list()].some((other) => other.ip === ip))
      return ip;
  }
}

function addressNumber(type: 'ipv4' | 'ipv6', turn: number): string {
  return type === 'ipv4'
    ? textOf(FIRST + turn)
    : `2001:db8:${(turn >> 16).toString(16)}:${(turn & 0xffff).toString(16)}::/64`;
}

/** The name the vendor gives an address that has none of its own; IPv6 networks begin without names. */
export function defaultPtr(ip: string): DnsPtr[] {
  if (!isIPv4(ip)) return [];
  return [{ ip, dns_ptr: `static.${ip.split('.').reverse().join('.')}.clients.your-server.de` }];
}

/** Sets the reverse name of one address, or gives the default back for null. */
export function changePtr(owner: { ip: string; dns_ptr: DnsPtr[] }, ip: string, name: string | null): void {
  const inside = isIPv4(owner.ip)
    ? ip === owner.ip
    : isIPv6(ip) && network64(ip) === network64(owner.ip.split('/')[0]!);
  if (!inside) throw invalidInput({ ip: 'not an address of this resource' });
  const others = owner.dns_ptr.filter((entry) => entry.ip !== ip);
  owner.dns_ptr = [...others, ...(name === null ? defaultPtr(ip) : [{ ip, dns_ptr: name }])];
}

function network64(ip: string): string {
  const canonical = new URL(`http://[${ip}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups =
    tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.slice(0, 4).join(':');
}
