import { randomUUID } from 'node:crypto';
import { contains, parseCidr, toAddress, toNumber } from '../core/cidr.js';
import { badRequest, conflict } from './errors.js';
import { macOf } from './ids.js';
import { publicNetworkId, publicSubnetId } from './public-networks.js';
import type { InstanceRecord, PortRecord, SubnetRecord } from './records.js';
import type { World } from './world.js';

/** Blocks of benchmarks and documentation (RFC 2544, RFC 3849): nobody is reached by a mistake. */
const PUBLIC_V4 = { first: toNumber('198.18.0.0'), size: 2 ** 17 };
const PUBLIC_V6 = '2001:db8';

/** @throws Refusal where there is no such network in the region, or the address does not lie in it or is taken. */
export function checkCard(
  world: World,
  region: string,
  { networkId, ip }: { networkId: string; ip: string | null },
): void {
  if (networkId === publicNetworkId(region)) {
    if (ip) throw badRequest('Static ip can only be defined for private networks');
    return;
  }
  const network = world.networks.get(networkId);
  if (!network || network.region !== region) throw badRequest(`Network ${networkId} could not be found.`);
  const subnets = subnetsIn(world, networkId);
  if (subnets.length === 0) throw badRequest(`Network requires a subnet in order to boot instances on: ${networkId}`);
  if (!ip) return;
  if (!subnets.some(({ cidr }) => contains(parseCidr(cidr)!, ip)))
    throw badRequest(`Fixed IP ${ip} is not a valid ip address for network ${networkId}.`);
  if (taken(world, networkId).has(ip))
    throw conflict(`Fixed IP address ${ip} is already in use on network ${networkId}.`);
}

/** A card in a network, with an address of its first subnet, or the one asked for. */
export function plug(
  world: World,
  instance: InstanceRecord,
  card: { networkId: string; ip: string | null },
): PortRecord {
  const { region } = instance;
  const id = randomUUID();
  const outside = card.networkId === publicNetworkId(region);
  return world.ports.put(id, {
    id,
    region,
    networkId: card.networkId,
    mac: macOf(id),
    deviceId: instance.id,
    deviceOwner: 'compute:nova',
    ips: outside ? publicIps(world, region) : [privateIp(world, card)],
    groups: [defaultGroup(world, region).id],
  });
}

/** A free address of the network to the internet. */
export function freePublicV4(world: World): string {
  return toAddress(PUBLIC_V4.first + BigInt(world.context.store.next('public-v4') % PUBLIC_V4.size), false);
}

function publicIps(world: World, region: string): PortRecord['ips'] {
  const subnetId = publicSubnetId(region);
  const v6 = `${PUBLIC_V6}:${world.context.store.next('public-v6').toString(16)}::1`;
  return [
    { subnetId, ip: freePublicV4(world) },
    { subnetId, ip: v6 },
  ];
}

function privateIp(
  world: World,
  { networkId, ip }: { networkId: string; ip: string | null },
): PortRecord['ips'][number] {
  const subnets = subnetsIn(world, networkId);
  const used = taken(world, networkId);
  for (const { id, cidr, start, end } of subnets) {
    if (ip) {
      if (contains(parseCidr(cidr)!, ip)) return { subnetId: id, ip };
      continue;
    }
    for (let number = toNumber(start); number <= toNumber(end); number += 1n) {
      const address = toAddress(number, false);
      if (!used.has(address)) return { subnetId: id, ip: address };
    }
  }
  throw conflict(`No more IP addresses available on network ${networkId}.`);
}

export function subnetsIn(world: World, networkId: string): SubnetRecord[] {
  return world.subnets.filter((one) => one.networkId === networkId);
}

function taken(world: World, networkId: string): Set<string> {
  const cards = world.ports.filter((one) => one.networkId === networkId).flatMap(({ ips }) => ips.map(({ ip }) => ip));
  const gateways = subnetsIn(world, networkId).flatMap(({ gatewayIp }) => gatewayIp ?? []);
  return new Set([...cards, ...gateways]);
}

/** The group that every card gets: at OVHcloud it lets everything in and out (docs.ovhcloud.com, firewall rules, read 2026-11). */
export function defaultGroup(world: World, region: string) {
  const known = world.groups.find((one) => one.region === region && one.name === 'default');
  if (known) return known;
  const id = randomUUID();
  const rule = (direction: 'ingress' | 'egress', ethertype: 'IPv4' | 'IPv6') => ({
    id: randomUUID(),
    direction,
    ethertype,
    protocol: null,
    port_range_min: null,
    port_range_max: null,
    remote_ip_prefix: null,
    remote_group_id: null,
    description: '',
  });
  return world.groups.put(id, {
    id,
    region,
    name: 'default',
    description: 'Default security group',
    rules: [rule('egress', 'IPv4'), rule('egress', 'IPv6'), rule('ingress', 'IPv4'), rule('ingress', 'IPv6')],
    created: world.now(),
  });
}
