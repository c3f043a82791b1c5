import { randomBytes, randomUUID } from 'node:crypto';
import type { PortRecord } from '../records.js';
import type { World } from '../world.js';
import { freeAddress, subnetFor } from './addresses.js';
import { defaultGroup } from './groups.js';

interface Wish {
  networkId: string;
  name?: string;
  description?: string;
  deviceId?: string;
  deviceOwner?: string;
  /** Addresses that are asked for; without any, one of each family's first subnet is taken. */
  ips?: readonly { subnetId: string; ip: string }[];
  /** Default: the project's default group. */
  groups?: readonly string[];
}

/** Makes a port. Who asks for addresses has checked them. */
export function addPort(world: World, wish: Wish): PortRecord {
  const { networkId, name = '', description = '', deviceId = '', deviceOwner = '' } = wish;
  const now = world.now();
  const id = randomUUID();
  return world.ports.put(id, {
    id,
    networkId,
    mac: `fa:16:3e:${randomBytes(3).toString('hex').match(/../g)!.join(':')}`,
    created: now,
    updated: now,
    name,
    description,
    deviceId,
    deviceOwner,
    fixedIps: [...(wish.ips ?? ownAddresses(world, networkId))],
    groups: [...(wish.groups ?? [defaultGroup(world).id])],
  });
}

/** One address of the first subnet of each family that has one left. */
function ownAddresses(world: World, networkId: string): { subnetId: string; ip: string }[] {
  const families = [false, true].map((v6) =>
    world.subnets.filter((one) => one.networkId === networkId && one.cidr.includes(':') === v6),
  );
  return families.flatMap((subnets) => {
    for (const subnet of subnets) {
      const ip = freeAddress(world, subnet);
      if (ip !== undefined) return [{ subnetId: subnet.id, ip }];
    }
    return [];
  });
}

/** An address in a network with the subnet that it lies in; undefined where it lies in none. */
export function addressIn(world: World, networkId: string, ip: string): { subnetId: string; ip: string } | undefined {
  const subnet = subnetFor(world, networkId, ip);
  return subnet && { subnetId: subnet.id, ip };
}

/** Takes a port away; the floating address that led to it leads nowhere then. */
export function removePort(world: World, id: string): void {
  const floating = world.floatingIps.find(({ portId }) => portId === id);
  if (floating) Object.assign(floating, { portId: null, fixedIp: null, updated: world.now() });
  world.ports.delete(id);
}
