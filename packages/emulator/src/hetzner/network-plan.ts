import * as z from 'zod';
import { locations } from './catalogue/locations.js';
import { addressOf, type Block, blockOf, cidrOf, isPrivate, overlap, textOf, within } from './cidr.js';
import { HetznerError, invalidInput, limitExceeded } from './errors.js';
import type { Attachment, Network, Route, Server, Subnet } from './records.js';

/** What may be where in a network: docs.hetzner.cloud, networks, read 2026-11. */
export const subnetShape = z.object({
  type: z.enum(['cloud', 'server', 'vswitch']),
  network_zone: z.string(),
  ip_range: z.string().optional(),
  vswitch_id: z.int().nullish(),
});
export const routeShape = z.object({ destination: z.string(), gateway: z.string() });

/** Gateway of the servers' public interface: never to be used inside. */
const PUBLIC_GATEWAY = addressOf('172.31.1.1')!;
const MAX_SUBNETS = 50;
const MAX_ROUTES = 100;

/** What is wrong with the range of a network, if anything. */
export function rangeProblem(ip_range: string): string | undefined {
  const block = blockOf(ip_range);
  if (!block) return 'not a network in CIDR notation';
  if (!isPrivate(block)) return 'must be one of the private ranges of RFC 1918';
  if (block.bits > 24) return 'must be /24 or larger';
  return undefined;
}

/** First address of a network: the gateway of all its subnets. */
export function gatewayOf(network: Network): number {
  return blockOf(network.ip_range)!.first + 1;
}

/** @throws HetznerError where the subnet does not fit the network. */
export function newSubnet(network: Network, wanted: z.output<typeof subnetShape>): Subnet {
  const range = blockOf(network.ip_range)!;
  const taken = network.subnets.map((subnet) => blockOf(subnet.ip_range)!);
  if (network.subnets.length >= MAX_SUBNETS) throw limitExceeded('subnet');
  if (!locations.some(({ network_zone }) => network_zone === wanted.network_zone)) {
    throw invalidInput({ network_zone: `network zone '${wanted.network_zone}' not found` });
  }
  if (wanted.type === 'vswitch' && wanted.vswitch_id == null)
    throw invalidInput({ vswitch_id: 'is required for type vswitch' });
  const ip_range = wanted.ip_range ?? firstFree(range, taken);
  const block = blockOf(ip_range);
  if (!block) throw invalidInput({ ip_range: 'not a network in CIDR notation' });
  if (block.bits > 30) throw invalidInput({ ip_range: 'must be /30 or larger' });
  if (!within(block, range)) throw invalidInput({ ip_range: `must be within ${network.ip_range}` });
  const blocked = [
    ...taken,
    ...network.routes.map((route) => blockOf(route.destination)!).filter(({ bits }) => bits > 0),
  ];
  if (blocked.some((other) => overlap(block, other)))
    throw invalidInput({ ip_range: 'overlaps with a subnet or route' });
  return { type: wanted.type, ip_range, network_zone: wanted.network_zone, vswitch_id: wanted.vswitch_id ?? null };
}

function firstFree(range: Block, taken: readonly Block[]): string {
  for (let first = range.first; first <= range.last; first += 256) {
    const block = { first, last: first + 255, bits: 24 };
    if (!taken.some((other) => overlap(block, other))) return cidrOf(first, 24);
  }
  throw new HetznerError('no_subnet_available', 'no free /24 left in the network');
}

/** @throws HetznerError where the route does not fit the network. */
export function newRoute(network: Network, { destination, gateway }: Route): Route {
  if (network.routes.length >= MAX_ROUTES) throw limitExceeded('route');
  const block = blockOf(destination);
  if (!block || !(isPrivate(block) || destination === '0.0.0.0/0')) {
    throw invalidInput({ destination: 'must be a private range of RFC 1918 or 0.0.0.0/0' });
  }
  if (block.bits > 0) {
    const others = [
      ...network.subnets.map(({ ip_range }) => ip_range),
      ...network.routes.map((route) => route.destination),
    ];
    const clash = others.some((other) => other !== '0.0.0.0/0' && overlap(block, blockOf(other)!));
    const behind = PUBLIC_GATEWAY >= block.first && PUBLIC_GATEWAY <= block.last;
    if (clash || behind) throw invalidInput({ destination: 'overlaps with a subnet, a route or 172.31.1.1' });
  } else if (network.routes.some((route) => route.destination === destination)) {
    throw invalidInput({ destination: 'overlaps with a route' });
  }
  const address = addressOf(gateway);
  const range = blockOf(network.ip_range)!;
  if (address === undefined || address < range.first || address > range.last) {
    throw invalidInput({ gateway: `must be an address within ${network.ip_range}` });
  }
  if (address === gatewayOf(network) || address === PUBLIC_GATEWAY) throw invalidInput({ gateway: 'is reserved' });
  return { destination, gateway };
}

export interface AddressWish {
  readonly ip?: string | undefined;
  readonly alias_ips?: readonly string[] | undefined;
  /** Range of the subnet to take an address from. */
  readonly ip_range?: string | undefined;
}

/**
 * Reserves an address for a server in a network: the wished one, else the first free one of a subnet in the server's zone.
 *
 * @param others the attachments that servers have in this network already.
 * @throws HetznerError `ip_not_available` or `no_subnet_available`.
 */
export function reserve(
  network: Network,
  zone: string,
  others: readonly Attachment[],
  wish: AddressWish = {},
): Pick<Attachment, 'ip' | 'alias_ips'> {
  const taken = new Set<number>();
  for (const { ip, alias_ips } of others) for (const used of [ip, ...alias_ips]) taken.add(addressOf(used)!);
  const subnets = network.subnets
    .filter((subnet) => subnet.type !== 'vswitch' && subnet.network_zone === zone)
    .filter((subnet) => wish.ip_range === undefined || subnet.ip_range === wish.ip_range)
    .map((subnet) => blockOf(subnet.ip_range)!);
  const gateway = gatewayOf(network);
  const usable = (address: number) => address !== gateway && address !== PUBLIC_GATEWAY && !taken.has(address);
  const claim = (ip: string): string => {
    const address = addressOf(ip);
    const inside = address !== undefined && subnets.some(({ first, last }) => address > first && address < last);
    if (!inside || !usable(address)) throw new HetznerError('ip_not_available', `IP ${ip} is not available`);
    taken.add(address);
    return ip;
  };
  const automatic = (): string => {
    for (const { first, last } of subnets) {
      for (let address = first + 1; address < last; address += 1) if (usable(address)) return textOf(address);
    }
    throw new HetznerError('no_subnet_available', 'no subnet or IP available');
  };
  const ip = claim(wish.ip ?? automatic());
  return { ip, alias_ips: (wish.alias_ips ?? []).map(claim) };
}

/** Attachments of all servers in a network. */
export function attachmentsIn(servers: readonly Server[], networkId: number): Attachment[] {
  return servers.flatMap(({ private_net }) => private_net.filter(({ network }) => network === networkId));
}
