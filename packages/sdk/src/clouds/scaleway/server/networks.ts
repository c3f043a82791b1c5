import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/index.js';
import type { Spec } from '../../../kinds/model/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import { type ScalewayApi, unlessGone } from '../api.js';
import { paths } from '../paths.js';
import { regionalId, regionOf, zonalId } from '../places.js';
import { blocksOf, partFor, privateNetworksOf, vpcsOf } from '../subnets.js';
import { tag } from '../tags.js';
import type { WireIpamIp, WirePrivateNic } from '../wire.js';
import { serverAtRest } from './power.js';

type Context = CellContext<typeof Server>;
export type WantedNetworks = readonly NonNullable<Spec<typeof Server>['networks']>[number][];

/** Addresses of private network cards by card, of a region: one list for all servers. */
export async function addressesByNic(
  api: ScalewayApi,
  region: string,
  nics?: readonly string[],
): Promise<Map<string, string>> {
  if (nics?.length === 0) return new Map();
  const query = {
    project_id: api.projectId,
    resource_type: 'instance_private_nic',
    is_ipv6: false,
    resource_ids: nics,
  };
  const ips = await api.list<WireIpamIp>(paths.addresses(region), 'ips', query);
  return new Map(ips.flatMap((ip) => (ip.resource ? [[ip.resource.id, bare(ip.address)] as const] : [])));
}

/** Says what is wrong with the networks before anything is made: another region, not there, an address outside. */
export async function checkNetworks(api: ScalewayApi, zone: string, networks: WantedNetworks): Promise<void> {
  const region = regionOf(zone);
  networks.forEach(({ networkId }, i) => {
    const { at } = regionalId(networkId);
    if (at === region) return;
    throw new CloudError('invalid', {
      attribute: ['networks', i, 'networkId'],
      message: `the network is in ${at}, the server in ${zone}`,
      next: [`use a network of ${region}, or make the server in ${at}`],
    });
  });
  await Promise.all(networks.map((one, i) => partToJoin(api, region, one, i)));
}

/** Joins exactly the networks that are wanted, and waits until each has its address. */
export async function joinNetworks(api: ScalewayApi, id: string, wanted: WantedNetworks, ctx: Context): Promise<void> {
  const { at, uuid } = zonalId(id);
  const region = regionOf(at);
  const nics = (await serverAtRest(api, id, ctx)).private_nics ?? [];
  const [known, vpcs] = await Promise.all([
    addressesByNic(
      api,
      region,
      nics.map((nic) => nic.id),
    ),
    vpcsOf(
      api,
      region,
      nics.map((nic) => nic.private_network_id),
    ),
  ]);
  const serves = (nic: WirePrivateNic, one: WantedNetworks[number]) =>
    vpcs.get(nic.private_network_id) === regionalId(one.networkId).uuid && (!one.ip || one.ip === known.get(nic.id));
  const leaving = nics.filter((nic) => !wanted.some((one) => serves(nic, one)));
  for (const nic of leaving) await api.delete(paths.privateNics(at, uuid, nic.id));
  if (leaving.length > 0) await ctx.until(id, (seen) => seen?.networks?.length === nics.length - leaving.length);
  if (leaving.length > 0 || wanted.length === 0) await releaseAddresses(api, id);
  for (const [i, one] of wanted.entries()) {
    if (nics.some((nic) => !leaving.includes(nic) && serves(nic, one))) continue;
    const part = await partToJoin(api, region, one, i);
    await join(api, id, part, one.ip ? await book(api, id, part, one.ip, i) : undefined);
  }
  if (wanted.length > 0) await ctx.until(id, (seen) => hasAddresses(seen?.networks, wanted.length));
}

/** Leaves all networks and gives back the addresses that were booked for the server. */
export async function leaveNetworks(api: ScalewayApi, id: string, ctx: Context): Promise<void> {
  await joinNetworks(api, id, [], ctx);
}

/** Gives back addresses that were booked for the server and are on no card (any more). */
export async function releaseAddresses(api: ScalewayApi, id: string): Promise<void> {
  const { at, uuid } = zonalId(id);
  const region = regionOf(at);
  const query = { project_id: api.projectId, tags: tag('hansa-server', uuid), attached: false };
  const booked = await api.list<WireIpamIp>(paths.addresses(region), 'ips', query);
  for (const ip of booked) if (!ip.resource) await api.delete(paths.addresses(region, ip.id));
}

/** The private network of a network that has the address, or its first one. */
async function partToJoin(
  api: ScalewayApi,
  region: string,
  { networkId, ip }: WantedNetworks[number],
  index: number,
): Promise<string> {
  const parts = await privateNetworksOf(api, region, regionalId(networkId).uuid);
  const part = partFor(parts, ip);
  if (part) return part.id;
  const ranges = parts.flatMap(blocksOf).join(', ');
  throw new CloudError('invalid', {
    attribute: ['networks', index, ip ? 'ip' : 'networkId'],
    message: ip ? `${ip} is in no subnet of the network` : 'the network is not there, or has no subnet',
    next: [ranges ? `use an address of ${ranges}` : 'give the network a subnet'],
  });
}

async function join(api: ScalewayApi, id: string, network: string, address: string | undefined): Promise<void> {
  const { at, uuid } = zonalId(id);
  const body = { private_network_id: network, ...(address ? { ipam_ip_ids: [address] } : {}) };
  await api.post(paths.privateNics(at, uuid), body);
}

/** The id of an address in IPAM: one reserved already that nothing uses, or one newly booked for this server. */
async function book(api: ScalewayApi, id: string, network: string, ip: string, index: number): Promise<string> {
  const { at, uuid } = zonalId(id);
  const path = paths.addresses(regionOf(at));
  const all =
    (await unlessGone(api.list<WireIpamIp>(path, 'ips', { private_network_id: network, is_ipv6: false }))) ?? [];
  const known = all.find((one) => bare(one.address) === ip);
  if (known && !known.resource) return known.id;
  if (known) {
    throw new CloudError('invalid', {
      attribute: ['networks', index, 'ip'],
      message: `${ip} is in use by ${known.resource?.type.replaceAll('_', ' ')} ${known.resource?.id}`,
      next: ['use another address, or leave ip out'],
    });
  }
  const source = { private_network_id: network };
  const body = { project_id: api.projectId, source, is_ipv6: false, address: ip, tags: [tag('hansa-server', uuid)] };
  return (await api.post<WireIpamIp>(path, body)).id;
}

function hasAddresses(networks: readonly { ip?: string | null }[] | null | undefined, count: number): boolean {
  return networks !== undefined && networks !== null && networks.length >= count && networks.every((one) => one.ip);
}

function bare(address: string): string {
  return address.split('/')[0] ?? address;
}
