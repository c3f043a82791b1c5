import { CloudError } from '../../../errors/index.js';
import { covering } from '../../../kinds/model/cidr.js';
import { Network } from '../../../kinds/network/index.js';
import { checkLabelRoom, readDescription, writeDescription } from '../../../openstack/description.js';
import { cell, type Observed, type Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type OvhApi } from '../api.js';
import { dropOwnGateways, gatewaysOf } from '../network/gateways.js';
import { rangeAround, subnetBody } from '../network/subnet-body.js';
import { makeSubnets, removeSubnets, subnetsById, subnetsOf } from '../network/subnets.js';
import { CREATE, leftUnderway } from '../network/underway.js';
import { usersOf } from '../network/users.js';
import { placeOfId, regionalId, regionOf } from '../places.js';
import type { WireNetwork, WireOperation, WireSubnet, WireWideNetwork } from '../wire.js';
import { withOwner } from '../with-owner.js';

/**
 * Private networks of one region. They have a name and nothing else, so labels stand behind it: `net hansa-owner=shop env=prod`. Their
 * subnets tell servers no default way out, since most servers have a card to the internet too, and two of those ways lead nowhere; see the
 * cell of public IPs for what leads into them.
 */
export const network = cell<OvhApi, typeof Network>(Network, {
  scope: 'region',
  takes: { create: 10_000, update: 5_000, delete: 10_000 },
  check: ({ labels, name }) => checkLabelRoom({ ...labels, ...(name ? { n: name } : {}) }),
  create: async (api, want, ctx) => {
    const region = regionOf(want.place);
    const marked = writeDescription({ text: want.name, labels: want.labels });
    const left = await leftUnderway(api, { region, marked }, ctx.operation);
    if (left) return `${region}/${left}`;
    const [first = ''] = blocksOf(want);
    const body = { name: marked, subnet: subnetBody(around(want), first) };
    const begun = await api.post<WireOperation>(api.paths.networks(region), withNative(body, want.native));
    api.begun.add(begun.id);
    await ctx.operation({ probe: 'operation', key: begun.id, expectMs: 10_000 });
    return `${region}/${await api.made(begun, CREATE)}`;
  },
  complete: async (api, id, want) => {
    await makeSubnets(api, regionalId(id), around(want), blocksOf(want));
  },
  read: async (api, id) => {
    const { region, own } = regionalId(id);
    const found = await api.find<WireNetwork>(api.paths.networks(region, own));
    if (!found) return undefined;
    return observe({ ...found, region }, await subnetsById(api, { region, own }, found.subnetIds));
  },
  listNeedsMore: {
    because: 'OVHcloud gives the subnets of one network at a time (description of /cloud, read 2026-11)',
  },
  placeOf: placeOfId,
  list: async (api, filter) => {
    const wide = await wideNetworks(api);
    const ids = filter.ids && new Set(filter.ids);
    const wanted = wide.flatMap(inEachRegion).filter(({ region, id, name }) => {
      const owner = readDescription(name).labels['hansa-owner'];
      return (
        (filter.place === undefined || filter.place === region) &&
        (filter.owner === undefined || filter.owner === owner) &&
        (ids === undefined || ids.has(`${region}/${id}`))
      );
    });
    return Promise.all(
      wanted.map(async (one) => observe(one, await subnetsOf(api, { region: one.region, own: one.id }))),
    );
  },
  update: async (api, id, change, ctx) => {
    const at = regionalId(id);
    if (change.name !== undefined || change.labels) {
      await rename(api, id, { text: ctx.want.name, labels: change.labels ?? withOwner(ctx) });
    }
    if (!change.subnets) return;
    const wanted = change.subnets.map(({ ipRange }) => ipRange);
    await makeSubnets(api, at, around(ctx.want), wanted);
    await removeSubnets(api, at, wanted);
  },
  delete: async (api, id, ctx) => {
    const at = regionalId(id);
    // Said before the gateway goes: what still uses the network must not lose its way out to a delete that then fails.
    const gateways = await gatewaysOf(api, at);
    const users = await usersOf(api, at, gateways);
    if (users.length > 0) {
      throw new CloudError('conflict', {
        message: `still in use by ${users.join(', ')}`,
        next: [`first delete or detach ${users.join(', ')}`],
      });
    }
    await dropOwnGateways(api, at, gateways, ctx.operation);
    await api.delete(api.paths.networks(at.region, at.own));
  },
  blockers: async (api, id) => usersOf(api, regionalId(id), await gatewaysOf(api, regionalId(id))),
});

function around({ name, ipRange }: Want<typeof Network>): { name: string; ipRange: string } {
  return { name, ipRange: ipRange ?? '' };
}

function blocksOf({ subnets, ipRange }: Want<typeof Network>): string[] {
  return subnets?.map((one) => one.ipRange) ?? [ipRange ?? ''];
}

/** Name and labels are one text, which only the API over all regions changes. */
async function rename(api: OvhApi, id: string, { text, labels }: ReturnType<typeof readDescription>): Promise<void> {
  const { own } = regionalId(id);
  if (!api.wideIds.has(own)) await wideNetworks(api);
  const wide = mustBeThere(api.wideIds.get(own), id);
  await api.put(api.paths.wideNetworks(wide), { name: writeDescription({ text, labels }) });
}

/** The networks over all regions, in one request. */
async function wideNetworks(api: OvhApi): Promise<WireWideNetwork[]> {
  const all = await api.list<WireWideNetwork>(api.paths.wideNetworks());
  for (const { id, regions } of all)
    for (const { openstackId } of regions) if (openstackId) api.wideIds.set(openstackId, id);
  return all;
}

type Seen = Pick<WireNetwork, 'id' | 'name' | 'status'> & { region: string };

function inEachRegion({ name, status, regions }: WireWideNetwork): Seen[] {
  return regions.flatMap((there) =>
    there.openstackId
      ? [{ id: there.openstackId, name, region: there.region, status: status === 'ACTIVE' ? there.status : status }]
      : [],
  );
}

const STATUS = { ACTIVE: 'ready', BUILDING: 'changing', DELETING: 'changing', ERROR: 'failed' } as const;

function observe(wire: Seen, all: readonly WireSubnet[]): Observed<typeof Network> {
  const { text, labels } = readDescription(wire.name);
  const subnets = all.filter(({ ipVersion }) => ipVersion !== 6).map(({ cidr }) => ({ ipRange: cidr }));
  const [range] = all.flatMap((one) => rangeAround(one) ?? []);
  const ipRange = range || covering(subnets.map((one) => one.ipRange));
  return {
    id: `${wire.region}/${wire.id}`,
    name: text || wire.id,
    labels,
    place: wire.region,
    ...(ipRange ? { ipRange } : {}),
    subnets,
    status: STATUS[wire.status],
    statusText: wire.status,
  };
}
