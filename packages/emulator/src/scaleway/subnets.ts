import { randomBytes, randomUUID } from 'node:crypto';
import { type Cidr, overlap, parseCidr, toAddress } from '../core/cidr.js';
import { date } from './dates.js';
import { notValid } from './errors.js';
import type { PrivateNetworkRecord, SubnetRecord } from './records.js';
import type { World } from './world.js';

/** Where the vendor takes a /22 from when none is asked for (recorded 2025-06 and 2026-07). */
const POOL = parseCidr('172.16.0.0/12')!;
const AUTOMATIC_BITS = 22;

/** The networks of a request, in normal form. @throws Refusal for one that is none, or overlaps one of the VPC. */
export function parseSubnets(world: World, vpc: string, given: readonly string[]): Cidr[] {
  const taken = cidrsOf(world, vpc);
  return given.map((text, index) => {
    const cidr = parseCidr(text);
    if (!cidr) throw notValid(`subnets.${index}`, `${text} is not an IP network`);
    const other = taken.find((known) => overlap(known, cidr));
    if (other) throw notValid(`subnets.${index}`, `${text} overlaps ${other.text}`);
    taken.push(cidr);
    return cidr;
  });
}

/** A network has one subnet of each family: what was not asked for is chosen (recorded 2025-06 and 2026-07). */
export function complete(world: World, vpc: string, given: readonly Cidr[]): Cidr[] {
  const v4 = given.filter((cidr) => !cidr.v6);
  const v6 = given.filter((cidr) => cidr.v6);
  return [...(v4.length > 0 ? v4 : [freeV4(world, vpc)]), ...(v6.length > 0 ? v6 : [uniqueLocal()])];
}

function freeV4(world: World, vpc: string): Cidr {
  const taken = cidrsOf(world, vpc);
  const size = 1n << BigInt(32 - AUTOMATIC_BITS);
  for (let first = POOL.first; first < POOL.last; first += size) {
    const cidr = parseCidr(`${toAddress(first, false)}/${AUTOMATIC_BITS}`)!;
    if (!taken.some((known) => overlap(known, cidr))) return cidr;
  }
  throw notValid('subnets', 'no free IPv4 subnet is left in this VPC');
}

/** `fd…::/64`, as RFC 4193 has it. */
function uniqueLocal(): Cidr {
  const groups = randomBytes(7).toString('hex');
  return parseCidr(
    `fd${groups.slice(0, 2)}:${groups.slice(2, 6)}:${groups.slice(6, 10)}:${groups.slice(10, 14)}::/64`,
  )!;
}

function cidrsOf(world: World, vpc: string): Cidr[] {
  const networks = world.privateNetworks.filter((network) => network.vpc === vpc);
  return networks.flatMap(({ subnets }) => subnets.map(({ cidr }) => parseCidr(cidr)!));
}

export function newSubnet(world: World, { text }: Cidr): SubnetRecord {
  return { id: randomUUID(), cidr: text, created: world.now() };
}

export function shownSubnet(network: PrivateNetworkRecord, { id, cidr, created }: SubnetRecord) {
  return {
    id,
    created_at: date(created),
    updated_at: date(created),
    subnet: cidr,
    project_id: network.project,
    private_network_id: network.id,
    vpc_id: network.vpc,
    region: network.region,
  };
}
