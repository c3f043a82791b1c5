import { PublicIp } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { IonosApi } from '../api.js';
import { globalIdOf } from '../ids.js';
import { allLabels, labelsOf, marksOf, setLabels, together } from '../labels.js';
import { marked, unmarked } from '../marks.js';
import { stateOf } from '../observed.js';
import { paths } from '../paths.js';
import { carriedOut, isBookkeeping, whenMade } from '../requests.js';
import { leadTo, takeAway } from '../server/reserved.js';
import type { WireIpBlock } from '../wire.js';

const MAKE_MS = 3_000;

/**
 * Public IPs at IONOS: reserved blocks of one address. On a server it takes the place of the address that the vendor gave to the card;
 * the card gets another one of that sort when it is taken away. No API but the contract's bill tells what it costs.
 */
export const publicIp = cell<IonosApi, typeof PublicIp>(PublicIp, {
  scope: 'region',
  takes: { create: MAKE_MS, update: 6_000, delete: MAKE_MS },
  notOffered: {
    'version=6': {
      because:
        'IPv6 comes with a data center as a block, and cannot be reserved (ionos-cloud/sdk-go 6.3.11, read 2026-11)',
      next: 'use version 4',
    },
  },

  create: async (api, want) => {
    const name = marked(want.name, marksOf(want.labels));
    const body = { properties: { name, location: want.place?.id, size: 1 } };
    const ordered = await api.order<WireIpBlock>('POST', paths.ipBlocks(), withNative(body, want.native));
    api.remember(ordered.body.id, ordered);
    return ordered.body.id;
  },
  complete: async (api, id, want, ctx) => {
    const isNew = await whenMade(api, ctx, id, MAKE_MS);
    await setLabels(api, paths.ipBlocks(globalIdOf(id)), want.labels, isNew ? {} : undefined);
    if (want.serverId) await leadTo(api, globalIdOf(id), want.serverId, ctx);
  },
  read: async (api, id) => {
    const path = paths.ipBlocks(globalIdOf(id));
    const [found, labels] = await Promise.all([api.find<WireIpBlock>(path), labelsOf(api, path)]);
    return found && observe(found, labels);
  },
  list: async (api, filter) => {
    const [blocks, labels] = await Promise.all([api.pages<WireIpBlock>(paths.ipBlocks()), allLabels(api)]);
    return blocks
      .filter(({ properties }) => filter.place === undefined || properties.location === filter.place)
      .map((block) => observe(block, labels.byId.get(block.id) ?? {}));
  },
  update: async (api, id, change, ctx) => {
    const path = paths.ipBlocks(globalIdOf(id));
    if (change.labels) await setLabels(api, path, change.labels);
    const { name } = (await api.get<WireIpBlock>(path)).properties;
    const plain = change.labels && !('hansa-create' in change.labels) ? unmarked(name).text : (name ?? '');
    const next = change.name ?? plain;
    if (next !== name) {
      const ordered = api.order('PATCH', path, { name: next });
      await (isBookkeeping(change) ? ordered : carriedOut(ctx, ordered));
    }
    if (change.serverId) await leadTo(api, globalIdOf(id), change.serverId, ctx);
    else if (change.serverId === null) await takeAway(api, globalIdOf(id), ctx);
  },
  // A block that a card still uses does not go.
  delete: async (api, id, ctx) => {
    await takeAway(api, globalIdOf(id), ctx);
    await carriedOut(ctx, api.order('DELETE', paths.ipBlocks(globalIdOf(id))));
  },
});

function observe(block: WireIpBlock, labels: Readonly<Record<string, string>>): Observed<typeof PublicIp> {
  const { name, location, ips, ipConsumers } = block.properties;
  const { text, labels: marks } = unmarked(name);
  const user = ipConsumers?.find((one) => one.serverId && one.datacenterId);
  return {
    id: block.id,
    name: text,
    labels: together(labels, marks),
    place: location,
    version: 4,
    ...(ips?.[0] ? { address: ips[0] } : {}),
    serverId: user ? `${user.datacenterId}/${user.serverId}` : null,
    ...stateOf(block),
  };
}
