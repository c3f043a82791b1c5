import { CloudError } from '../../../errors/index.js';
import { contains, parseCidr, sameCidr } from '../../../kinds/model/cidr.js';
import { type OvhApi, unlessGone } from '../api.js';
import type { RegionalId } from '../places.js';
import type { WireSubnet } from '../wire.js';
import { gatewaysOf } from './gateways.js';
import { subnetBody } from './subnet-body.js';
import { serversIn } from './users.js';

/** The subnets of a network; none where it is gone. */
export async function subnetsOf(api: OvhApi, { region, own }: RegionalId): Promise<WireSubnet[]> {
  const all = (await unlessGone(api.list<WireSubnet>(api.paths.subnets(region, own)))) ?? [];
  for (const one of all) keep(api, one);
  return all;
}

/** The subnets of those ids. What a subnet has never changes, so each is asked for once. */
export async function subnetsById(api: OvhApi, at: RegionalId, ids: readonly string[]): Promise<WireSubnet[]> {
  if (ids.some((id) => !api.subnets.has(id))) for (const one of await subnetsOf(api, at)) api.subnets.set(one.id, one);
  return ids.flatMap((id) => api.subnets.get(id) ?? []);
}

/** Makes those of the wanted subnets that are not there. */
export async function makeSubnets(
  api: OvhApi,
  at: RegionalId,
  network: { name: string; ipRange: string },
  wanted: readonly string[],
): Promise<void> {
  const there = await subnetsOf(api, at);
  for (const cidr of wanted.filter((one) => !there.some((known) => sameCidr(known.cidr, one))))
    keep(api, await api.post<WireSubnet>(api.paths.subnets(at.region, at.own), subnetBody(network, cidr)));
}

/** Deletes the subnets that are wanted no more, off the gateway first. @throws CloudError `conflict` where a server has an address there */
export async function removeSubnets(api: OvhApi, at: RegionalId, wanted: readonly string[]): Promise<void> {
  const { region, own } = at;
  const there = (await subnetsOf(api, at)).filter(({ ipVersion }) => ipVersion !== 6);
  const spare = there.filter(({ cidr }) => !wanted.some((one) => sameCidr(one, cidr)));
  if (spare.length === 0) return;
  const [servers, gateways] = await Promise.all([serversIn(api, at), gatewaysOf(api, at)]);
  for (const { id, cidr } of spare) {
    const inside = servers.filter(({ addresses }) => addresses.some((ip) => isInside(ip, cidr)));
    if (inside.length > 0) throw inUse(cidr, inside.map(({ id: server }) => `server ${server}`).join(', '));
    for (const gateway of gateways)
      for (const card of gateway.interfaces.filter(({ subnetId }) => subnetId === id))
        await api.delete(api.paths.gatewayInterfaces(region, gateway.id, card.id));
    await api.delete(api.paths.subnets(region, own, id));
  }
}

function keep(api: OvhApi, subnet: WireSubnet): void {
  api.subnets.set(subnet.id, subnet);
}

function isInside(ip: string, cidr: string): boolean {
  const [outer, inner] = [parseCidr(cidr), parseCidr(`${ip}/32`)];
  return outer !== null && inner !== null && contains(outer, inner);
}

function inUse(cidr: string, users: string): CloudError {
  return new CloudError('conflict', {
    attribute: ['subnets'],
    message: `${cidr} is still in use by ${users}`,
    next: [`first move ${users} out of it`],
  });
}
