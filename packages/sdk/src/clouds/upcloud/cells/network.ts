import { Network } from '../../../kinds/index.js';
import { covering } from '../../../kinds/model/cidr.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { UpCloudApi } from '../api.js';
import { checkLabels, owned, toLabels, toWireLabels } from '../labels.js';
import { path } from '../path.js';
import { blockOf, partsOf, removePart, setSubnets } from '../subnets.js';
import type { WireNetwork, WireRouter } from '../wire.js';

const IP_RANGE = 'hansa-ip-range';
const ZONE = 'hansa-zone';

/**
 * Networks at UpCloud: a network is a router, which is free and carries the labels, and each of its subnets an SDN network behind it, since
 * an SDN network has one block. The router passes what goes from one subnet to another.
 */
export const network = cell<UpCloudApi, typeof Network>(Network, {
  scope: 'zone',
  takes: { create: 500, delete: 500 },
  check: ({ labels }) => checkLabels(labels),

  create: async (api, want) => {
    const labels = { ...want.labels, [IP_RANGE]: String(want.ipRange), [ZONE]: String(want.place?.id) };
    const body = withNative({ name: want.name, labels: toWireLabels(labels) }, want.native);
    return (await api.post<WireRouter>('/router', { router: body }, 'router')).uuid;
  },

  complete: async (api, id, want) => {
    const ipRange = String(want.ipRange);
    const wanted = (want.subnets ?? [{ ipRange }]).map((subnet) => subnet.ipRange);
    await setSubnets(api, { id, name: want.name, zone: String(want.place?.id), ipRange }, wanted);
  },

  read: async (api, id) => {
    const router = await api.find<WireRouter>(path`/router/${id}`, 'router');
    return router && observe(router, await partsOf(api, router));
  },

  list: async (api, filter) => {
    const [routers, networks] = await Promise.all([
      api.list<WireRouter>('/router', ['routers', 'router'], owned(filter.owner)),
      api.list<WireNetwork>('/network', ['networks', 'network']),
    ]);
    const parts = new Map<string, WireNetwork[]>();
    for (const one of networks) if (one.router) parts.set(one.router, [...(parts.get(one.router) ?? []), one]);
    // The vendor's own routers join the utility networks of a zone.
    return routers
      .filter(({ type }) => type !== 'service')
      .map((router) => observe(router, parts.get(router.uuid) ?? []));
  },

  update: async (api, id, change, ctx) => {
    const { name, labels, subnets } = change;
    const fields = {
      ...(name === undefined ? {} : { name }),
      ...(labels === undefined ? {} : { labels: toWireLabels(labels) }),
    };
    if (Object.keys(fields).length > 0) await api.patch(path`/router/${id}`, { router: fields });
    if (!subnets) return;
    const { want, prior } = ctx;
    const container = { id, name: want.name, zone: String(prior.place), ipRange: String(want.ipRange) };
    await setSubnets(
      api,
      container,
      subnets.map((subnet) => subnet.ipRange),
    );
  },

  delete: async (api, id) => {
    const router = await api.find<WireRouter>(path`/router/${id}`, 'router');
    for (const part of router?.attached_networks.network ?? []) await removePart(api, part);
    await api.delete(path`/router/${id}`);
  },

  blockers: async (api, id) => {
    const router = await api.find<WireRouter>(path`/router/${id}`, 'router');
    const parts = router ? await partsOf(api, router) : [];
    const servers = parts.flatMap((part) => part.servers?.server ?? []);
    return servers.map(({ uuid, title }) => `server ${title} (upcloud/${uuid})`);
  },
});

function observe(router: WireRouter, parts: readonly WireNetwork[]): Observed<typeof Network> {
  const labels = toLabels(router.labels);
  const blocks = parts.map(blockOf);
  const place = labels[ZONE] ?? parts[0]?.zone;
  // A router that others made says no range: then it is what its subnets take up.
  const ipRange = labels[IP_RANGE] ?? covering(blocks);
  return {
    id: router.uuid,
    name: router.name,
    labels,
    ...(place === undefined ? {} : { place }),
    ...(ipRange === null ? {} : { ipRange }),
    subnets: blocks.map((block) => ({ ipRange: block })),
    status: 'ready',
  };
}
