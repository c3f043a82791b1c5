import { contains, parseCidr, sameCidr } from '../../kinds/model/cidr.js';
import { type ScalewayApi, unlessGone } from './api.js';
import { paths } from './paths.js';
import type { WirePrivateNetwork } from './wire.js';

/** The private networks of a VPC, oldest first; none where it is gone. */
export async function privateNetworksOf(api: ScalewayApi, region: string, vpc: string): Promise<WirePrivateNetwork[]> {
  const query = { vpc_id: vpc, order_by: 'created_at_asc' };
  const found = await unlessGone(
    api.list<WirePrivateNetwork>(paths.privateNetworks(region), 'private_networks', query),
  );
  return (found ?? []).filter((one) => one.vpc_id === vpc);
}

/** IPv4 blocks of a private network. It also has an IPv6 one of the vendor's choice, which the model does not show. */
export function blocksOf(part: WirePrivateNetwork): string[] {
  return (part.subnets ?? []).map((one) => one.subnet).filter((block) => !block.includes(':'));
}

/**
 * Gives a VPC exactly these subnets. What would overlap a new one goes first; everything else goes last, so that the network is
 * never empty in between.
 */
export async function setSubnets(
  api: ScalewayApi,
  region: string,
  vpc: { id: string; name: string },
  wanted: readonly string[],
): Promise<void> {
  const parts = await privateNetworksOf(api, region, vpc.id);
  const spare = parts.filter((part) => !blocksOf(part).some((block) => wanted.some((one) => sameCidr(one, block))));
  const lacking = wanted.filter((one) => !parts.some((part) => blocksOf(part).some((block) => sameCidr(one, block))));
  const inTheWay = spare.filter((part) => blocksOf(part).some((block) => lacking.some((one) => overlap(one, block))));
  const remove = async (list: readonly WirePrivateNetwork[]) => {
    for (const part of list) await api.delete(paths.privateNetworks(region, part.id));
  };
  await remove(inTheWay);
  for (const block of lacking) {
    const body = { name: vpc.name, project_id: api.projectId, vpc_id: vpc.id, subnets: [block] };
    await api.post(paths.privateNetworks(region), body);
  }
  await remove(spare.filter((part) => !inTheWay.includes(part)));
}

/** The private network of a VPC in which `ip` lies, or its first one where no address is asked for. */
export function partFor(
  parts: readonly WirePrivateNetwork[],
  ip: string | null | undefined,
): WirePrivateNetwork | undefined {
  if (!ip) return parts[0];
  const host = parseCidr(`${ip}/32`);
  return parts.find((part) =>
    blocksOf(part).some((text) => {
      const block = parseCidr(text);
      return block && host && contains(block, host);
    }),
  );
}

/** The VPC of each private network: a fact that never changes, so each is asked for once. */
export async function vpcsOf(api: ScalewayApi, region: string, parts: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(parts)];
  const all = unique.length > 3 ? await everyVpc(api, region) : new Map<string, string>();
  const pairs = unique.map(async (id) => [id, all.get(id) ?? (await vpcOf(api, region, id)) ?? id] as const);
  return new Map(await Promise.all(pairs));
}

async function everyVpc(api: ScalewayApi, region: string): Promise<Map<string, string>> {
  const ask = () =>
    api.list<WirePrivateNetwork>(paths.privateNetworks(region), 'private_networks', { project_id: api.projectId });
  return new Map((await api.keep(`private networks ${region}`, ask)).map((one) => [one.id, one.vpc_id]));
}

function vpcOf(api: ScalewayApi, region: string, id: string): Promise<string | undefined> {
  return api.keep(
    `vpc of ${id}`,
    async () => (await api.find<WirePrivateNetwork>(paths.privateNetworks(region, id)))?.vpc_id,
  );
}

function overlap(a: string, b: string): boolean {
  const [x, y] = [parseCidr(a), parseCidr(b)];
  return x !== null && y !== null && (contains(x, y) || contains(y, x));
}
