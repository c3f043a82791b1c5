import { CloudError } from '../../../errors/index.js';
import { Network } from '../../../kinds/index.js';
import { covering } from '../../../kinds/model/cidr.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type ScalewayApi, unlessGone } from '../api.js';
import { paths } from '../paths.js';
import { placeOf, regionalId, regionsOf } from '../places.js';
import { blocksOf, privateNetworksOf, setSubnets } from '../subnets.js';
import { ownerTag, retagged, tag, tagValue, toLabels, toTags } from '../tags.js';
import type { WireIpamIp, WirePrivateNetwork, WireVpc } from '../wire.js';

const IP_RANGE = 'hansa-ip-range';

/**
 * Networks at Scaleway: a network is a VPC of one region, each of its subnets a private network in it, since a private network has
 * one IPv4 block (scaleway.com/en/docs/vpc/concepts, CIDR block, read 2026-11). The subnets of a VPC are routed to each other and
 * share no address; what is in another VPC is neither. So networks are apart here as they are everywhere, and may overlap.
 */
export const network = cell<ScalewayApi, typeof Network>(Network, {
  scope: 'region',
  takes: { create: 500, delete: 1_000 },

  create: async (api, want) => {
    const region = String(want.place?.scopes.region);
    const tags = [...toTags(want.labels), tag(IP_RANGE, String(want.ipRange))];
    const body = { name: want.name, project_id: api.projectId, tags, enable_routing: true };
    return `${region}/${(await api.post<WireVpc>(paths.vpcs(region), withNative(body, want.native))).id}`;
  },
  complete: async (api, id, want) => {
    const { at, uuid } = regionalId(id);
    const wanted = want.subnets ?? [{ ipRange: String(want.ipRange) }];
    await setSubnets(
      api,
      at,
      { id: uuid, name: want.name },
      wanted.map((one) => one.ipRange),
    );
  },
  read: async (api, id) => {
    const { at, uuid } = regionalId(id);
    const [vpc, parts] = await Promise.all([api.find<WireVpc>(paths.vpcs(at, uuid)), privateNetworksOf(api, at, uuid)]);
    return vpc && observe(vpc, parts, at);
  },
  placeOf,
  list: async (api, filter) => {
    const tags = ownerTag(filter.owner);
    const lists = regionsOf(filter).map(async (region) => {
      const query = { project_id: api.projectId, order_by: 'created_at_asc' };
      const [vpcs, parts] = await Promise.all([
        api.list<WireVpc>(paths.vpcs(region), 'vpcs', { ...query, tags }),
        api.list<WirePrivateNetwork>(paths.privateNetworks(region), 'private_networks', query),
      ]);
      const byVpc = new Map<string, WirePrivateNetwork[]>();
      for (const part of parts) byVpc.set(part.vpc_id, [...(byVpc.get(part.vpc_id) ?? []), part]);
      return vpcs.map((vpc) => observe(vpc, byVpc.get(vpc.id) ?? [], region));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, { want }) => {
    const { at, uuid } = regionalId(id);
    const now = mustBeThere(await api.find<WireVpc>(paths.vpcs(at, uuid)), id);
    const fields = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.labels === undefined ? {} : { tags: retagged(now.tags, change.labels) }),
    };
    if (Object.keys(fields).length > 0) await api.patch(paths.vpcs(at, uuid), fields);
    if (change.name !== undefined) {
      for (const part of await privateNetworksOf(api, at, uuid))
        await api.patch(paths.privateNetworks(at, part.id), { name: change.name });
    }
    if (change.subnets)
      await setSubnets(
        api,
        at,
        { id: uuid, name: want.name },
        change.subnets.map((one) => one.ipRange),
      );
  },
  // The VPC goes last: what an interrupted run left of its private networks is still found by it.
  delete: async (api, id) => {
    const { at, uuid } = regionalId(id);
    const parts = await privateNetworksOf(api, at, uuid);
    // Asked before the first one goes: what is in the second one must not find half of its network gone.
    const users = parts.length > 0 ? await usersOf(api, id) : [];
    if (users.length > 0) {
      throw new CloudError('conflict', {
        message: `still in use by ${users.join(', ')}`,
        next: [`first delete or detach ${users.join(', ')}`],
      });
    }
    for (const part of parts) await api.delete(paths.privateNetworks(at, part.id));
    await api.delete(paths.vpcs(at, uuid));
  },
  blockers: usersOf,
});

/** What has an address in a network, or keeps one reserved: a private network must be empty of both (description of the VPC API, read 2026-11). */
async function usersOf(api: ScalewayApi, id: string): Promise<string[]> {
  const { at, uuid } = regionalId(id);
  const taken = (await unlessGone(api.list<WireIpamIp>(paths.addresses(at), 'ips', { vpc_id: uuid }))) ?? [];
  const users = taken.map(({ resource, address }) =>
    resource
      ? `${resource.type.replaceAll('_', ' ')} of ${resource.name ?? resource.id}`
      : `reserved address ${address.split('/')[0]}`,
  );
  return [...new Set(users)];
}

function observe(vpc: WireVpc, parts: readonly WirePrivateNetwork[], region: string): Observed<typeof Network> {
  const blocks = parts.flatMap(blocksOf);
  return {
    id: `${region}/${vpc.id}`,
    name: vpc.name,
    labels: toLabels(vpc.tags),
    place: region,
    ipRange: tagValue(vpc.tags, IP_RANGE) ?? covering(blocks) ?? undefined,
    subnets: blocks.map((ipRange) => ({ ipRange })),
    status: 'ready',
  };
}
