import { createHash } from 'node:crypto';
import { CloudError, isCloudError } from '../../../errors/index.js';
import { contains, parseCidr } from '../../../kinds/model/cidr.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { SecaApi } from '../api.js';
import { marked } from '../labels.js';
import { nameIn, pathIn, refTo, type Where, whereOf } from '../naming.js';
import { operation } from '../rest.js';
import type { WireNic, WireSubnet } from '../wire.js';

type Ctx = Pick<CellContext<never>, 'operation'>;

/** Label of a NIC: the server whose it is. */
export const SERVER = 'hansa-server';
/** Addresses at the beginning of a subnet that are left alone: its own, and those that gateways and name servers commonly have. Our choice. */
const KEPT = 4n;

/** Membership in a network, in the model's words. */
export interface Membership {
  networkId: string;
  ip?: string | null;
}

/** A server's NIC in that network. */
export function nicName(server: string, networkId: string): string {
  return `${server}-${createHash('sha256').update(networkId).digest('hex').slice(0, 8)}`;
}

/** The network that a NIC is in: the part `networks/n` of its subnet. */
export function networkOf(nic: WireNic): string | undefined {
  return /networks\/([^/]+)\/subnets\//.exec(pathIn(nic.spec.subnetRef) ?? '')?.[1];
}

/**
 * Sees to it that a server's NICs in these networks are there, with these firewalls before them. Those in other networks stay, since the
 * instance may still have them.
 *
 * @param have the NICs that the server has by now
 * @returns the names of those wanted, in that order
 */
export async function haveNics(
  api: SecaApi,
  { region, name }: Where,
  {
    have,
    wanted,
    firewallIds,
  }: { have: readonly WireNic[]; wanted: readonly Membership[]; firewallIds: readonly string[] },
  ctx: Ctx,
): Promise<string[]> {
  const groups = firewallIds.map((id) => refTo(`security-groups/${whereOf(id).name}`));
  const names = wanted.map(({ networkId }) => nicName(name, networkId));
  for (const [i, membership] of wanted.entries()) {
    const nic = names[i] as string;
    const path = `nics/${nic}`;
    const now = have.find(({ metadata }) => metadata.name === nic);
    const moves = now && membership.ip != null && !now.spec.addresses.includes(membership.ip);
    if (!now) await join(api, region, { nic, server: name, membership, i, groups });
    else if (moves || !same(now.spec.securityGroupRefs, groups))
      await api.revise<WireNic>(region, path, ({ spec }) => ({
        spec: { ...spec, ...(moves ? { addresses: [membership.ip] } : {}), securityGroupRefs: groups },
      }));
    else continue;
    await ctx.operation(operation('rest', region, path));
  }
  return names;
}

interface Join {
  nic: string;
  server: string;
  membership: Membership;
  /** Which of the server's networks it is, for whom to blame. */
  i: number;
  groups: { resource: string }[];
}

/** How often another address is tried where one that seemed free was not. */
const TRIES = 3;

/** SECA leaves the choice of an address to its client: so no two choices are made at once, and each knows the one before. */
function join(api: SecaApi, region: string, { nic, server, membership, i, groups }: Join): Promise<void> {
  const network = whereOf(membership.networkId).name;
  const key = `${region}/${network}`;
  return api.inTurn(`addresses ${key}`, async () => {
    const subnets = await api.list<WireSubnet>(region, `networks/${network}/subnets`);
    for (let tries = 1; ; tries++) {
      const taken = await api.addresses.taken(key, async () => {
        const nics = await api.list<WireNic>(region, 'nics');
        return nics.filter((one) => networkOf(one) === network).flatMap(({ spec }) => spec.addresses);
      });
      const place = choose(subnets, taken, membership.ip);
      if (!place) throw full(network, subnets, membership.ip, i);
      taken.add(place.ip);
      const mark = marked('nic', nic, {});
      const subnetRef = refTo(`networks/${network}/subnets/${place.subnet}`);
      try {
        await api.put(region, `nics/${nic}`, {
          ...mark,
          labels: { ...mark.labels, [SERVER]: server },
          spec: { addresses: [place.ip], subnetRef, securityGroupRefs: groups },
        });
        return;
      } catch (error) {
        if (membership.ip != null || tries === TRIES || !isCloudError(error, 'conflict')) throw error;
        // Somebody else took it meanwhile.
        api.addresses.forget(key);
      }
    }
  });
}

/** The subnet of an address, or the first free address there is. */
function choose(subnets: readonly WireSubnet[], taken: ReadonlySet<string>, ip: string | null | undefined) {
  for (const { metadata, spec } of subnets) {
    const block = parseCidr(spec.cidr.ipv4 ?? '');
    if (!block) continue;
    const host = ip == null ? null : parseCidr(`${ip}/32`);
    if (host) {
      if (contains(block, host)) return { subnet: metadata.name, ip: String(ip) };
      continue;
    }
    const last = block.first + (1n << BigInt(32 - block.prefix)) - 1n;
    for (let at = block.first + KEPT; at < last; at += 1n)
      if (!taken.has(dotted(at))) return { subnet: metadata.name, ip: dotted(at) };
  }
  return undefined;
}

function dotted(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
}

function same(have: WireNic['spec']['securityGroupRefs'], want: { resource: string }[]): boolean {
  const [a, b] = [have ?? [], want].map((all) =>
    all
      .map((one) => nameIn(one))
      .sort()
      .join(),
  );
  return a === b;
}

function full(network: string, subnets: readonly WireSubnet[], ip: string | null | undefined, i: number): CloudError {
  const blocks = subnets.flatMap(({ spec }) => spec.cidr.ipv4 ?? []).join(', ') || 'none';
  return new CloudError('invalid', {
    attribute: ['networks', i, ip == null ? 'networkId' : 'ip'],
    message:
      ip == null
        ? `no subnet of ${network} has a free address; it has ${blocks}`
        : `${ip} is in no subnet of ${network}; it has ${blocks}`,
    next: [ip == null ? 'add a subnet' : 'use an address of a subnet, or leave ip out'],
  });
}
