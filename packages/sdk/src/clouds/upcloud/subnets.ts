import { contains, parseCidr, sameCidr } from '../../kinds/model/cidr.js';
import { type UpCloudApi, unlessGone } from './api.js';
import { path } from './path.js';
import type { WireNetwork, WireRouter } from './wire.js';

/** A network of the model: a router, and where and under what name its parts are made. */
export interface Container {
  id: string;
  name: string;
  zone: string;
  /** Block that holds all parts: what servers of one part are told to reach by the router. */
  ipRange: string;
}

/** The SDN networks behind a router: each is one block, a subnet of the model. Those that go meanwhile are left out. */
export async function partsOf(api: UpCloudApi, router: WireRouter): Promise<WireNetwork[]> {
  const uuids = router.attached_networks.network.map(({ uuid }) => uuid);
  const found = await Promise.all(uuids.map((uuid) => api.find<WireNetwork>(path`/network/${uuid}`, 'network')));
  return found.filter((one) => one !== undefined);
}

/** The one IPv4 block of an SDN network ("Network must have exactly one IP subnet": UpCloudLtd/terraform-provider-upcloud, read 2026-11). */
export function blockOf(part: WireNetwork): string {
  return part.ip_networks.ip_network.find(({ family }) => family === 'IPv4')?.address ?? '';
}

/** The part in which `ip` lies, or the first one where no address is asked for. */
export function partFor(parts: readonly WireNetwork[], ip: string | null | undefined): WireNetwork | undefined {
  const host = ip ? parseCidr(`${ip}/32`) : null;
  if (!host) return parts[0];
  return parts.find((part) => {
    const block = parseCidr(blockOf(part));
    return block && contains(block, host);
  });
}

/** Gives a router exactly these subnets. What would overlap a new one goes first, everything else that is too much goes last. */
export async function setSubnets(api: UpCloudApi, container: Container, wanted: readonly string[]): Promise<void> {
  const router = await api.get<WireRouter>(path`/router/${container.id}`, 'router');
  const parts = await partsOf(api, router);
  const spare = parts.filter((part) => !wanted.some((block) => sameCidr(block, blockOf(part))));
  const lacking = wanted.filter((block) => !parts.some((part) => sameCidr(block, blockOf(part))));
  const inTheWay = spare.filter((part) => lacking.some((block) => overlap(block, blockOf(part))));
  for (const part of inTheWay) await removePart(api, part);
  for (const block of lacking) await addPart(api, container, block);
  for (const part of spare) if (!inTheWay.includes(part)) await removePart(api, part);
}

/** Removes one part; that servers are still in it is a refusal of UpCloud's. */
export async function removePart(api: UpCloudApi, part: Pick<WireNetwork, 'uuid'>): Promise<void> {
  await api.delete(path`/network/${part.uuid}`);
}

async function addPart(api: UpCloudApi, { id, name, zone, ipRange }: Container, block: string): Promise<void> {
  const ipNetwork = {
    address: block,
    family: 'IPv4',
    dhcp: 'yes',
    dhcp_default_route: 'no',
    // By DHCP, with the router's address in this part as the way: so servers reach the other subnets.
    dhcp_routes: [ipRange],
  };
  const body = { name, zone, router: id, ip_networks: { ip_network: [ipNetwork] } };
  await api.post('/network/', { network: body }, 'network');
}

/** The router behind which an SDN network is, which is the model's network; the network itself where it has none. A fact that stays. */
export function routerOf(api: UpCloudApi, network: string): Promise<string> {
  return api.keep(`router of ${network}`, async () => {
    const found = await unlessGone(api.get<WireNetwork>(path`/network/${network}`, 'network'));
    return found?.router ?? network;
  });
}

function overlap(a: string, b: string): boolean {
  const [x, y] = [parseCidr(a), parseCidr(b)];
  return x !== null && y !== null && (contains(x, y) || contains(y, x));
}
