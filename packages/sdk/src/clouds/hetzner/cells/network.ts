import { CloudError } from '../../../errors/index.js';
import { Network } from '../../../kinds/index.js';
import { contains, parseCidr, sameCidr } from '../../../kinds/model/cidr.js';
import { cell, type Observed, withNative } from '../../../runtime/driver/index.js';
import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { rename } from '../rename.js';
import type { WireNetwork, WireSubnet } from '../wire.js';

/** docs.hetzner.cloud, create a network, read 2026-11. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const SMALLEST_NETWORK = 24;
const SMALLEST_SUBNET = 30;

/** Networks at Hetzner: they stand in no location; their subnets do, in a network zone that spans several locations. */
export const network = cell(Network, {
  scope: 'area',

  check({ ipRange, subnets }) {
    const block = typeof ipRange === 'string' ? parseCidr(ipRange) : null;
    if (block && !PRIVATE.some((range) => contains(parseCidr(range)!, block))) {
      throw invalid(['ipRange'], `${ipRange} is no private range`, `use a part of ${PRIVATE.join(', ')}`);
    }
    if (block && block.prefix > SMALLEST_NETWORK) {
      throw invalid(['ipRange'], `${ipRange} is too small`, `use /${SMALLEST_NETWORK} or larger, best /16`);
    }
    const small = (subnets ?? []).findIndex((subnet) => (parseCidr(subnet.ipRange)?.prefix ?? 0) > SMALLEST_SUBNET);
    if (small >= 0) {
      throw invalid(
        ['subnets', small, 'ipRange'],
        'the subnet is too small',
        `use /${SMALLEST_SUBNET} or larger, best /24`,
      );
    }
  },

  async create(api: HetznerApi, want) {
    const { name, labels, ipRange, place, native } = want;
    const subnets = (want.subnets ?? []).map((subnet) => wireSubnet(subnet.ipRange, place?.scopes.area));
    const body = withNative({ name, labels, ip_range: ipRange, subnets }, native);
    const made = await api.post<{ network: WireNetwork }>('/networks', body);
    return String(made.network.id);
  },

  async read(api, id) {
    const found = await api.find<{ network: WireNetwork }>(path`/networks/${id}`);
    return found && observe(found.network);
  },

  async list(api, filter) {
    return (await api.list<WireNetwork>('/networks', 'networks', owned(filter))).map(observe);
  },

  async update(api, id, change, ctx) {
    await rename(api, path`/networks/${id}`, change);
    if (!change.subnets) return;
    const { network: now } = await api.get<{ network: WireNetwork }>(path`/networks/${id}`);
    const wanted = change.subnets.map((subnet) => subnet.ipRange);
    const gone = now.subnets.filter((is) => !wanted.some((range) => sameCidr(range, is.ip_range)));
    const fresh = wanted.filter((range) => !now.subnets.some((is) => sameCidr(range, is.ip_range)));
    const zone = now.subnets[0]?.network_zone ?? ctx.want.place?.scopes.area;
    // One after the other, old ones first: a network takes one change at a time, and a new subnet may overlap an old one.
    for (const { ip_range } of gone) await perform(api, ctx, path`/networks/${id}/actions/delete_subnet`, { ip_range });
    for (const range of fresh)
      await perform(api, ctx, path`/networks/${id}/actions/add_subnet`, wireSubnet(range, zone));
  },

  /** Hetzner detaches whatever is attached (docs.hetzner.cloud, delete a network, read 2026-11). */
  async delete(api, id) {
    await api.delete(path`/networks/${id}`);
  },
});

/** All subnets of a network are in one zone (docs.hetzner.com, networks FAQ, read 2026-11). */
function wireSubnet(ip_range: string, zone: string | undefined): Partial<WireSubnet> {
  return { type: 'cloud', ip_range, network_zone: zone };
}

function observe({ id, name, labels, ip_range, subnets }: WireNetwork): Observed<typeof Network> {
  const zone = subnets[0]?.network_zone;
  return {
    id: String(id),
    name,
    labels,
    // A network without subnets could still take them in any zone.
    ...(zone === undefined ? {} : { place: zone }),
    ipRange: ip_range,
    subnets: subnets.map((subnet) => ({ ipRange: subnet.ip_range })),
    status: 'ready',
  };
}

function invalid(attribute: (string | number)[], message: string, next: string): CloudError {
  return new CloudError('invalid', { attribute, message, next: [next] });
}
