import { CloudError } from '../../../errors/index.js';
import { Network } from '../../../kinds/index.js';
import { contains, parseCidr } from '../../../kinds/model/cidr.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { IonosApi } from '../api.js';
import { type Id, lanIdOf } from '../ids.js';
import { factsOf, lanName } from '../lan.js';
import { insideOf, placeOf, stateOf } from '../observed.js';
import { paths } from '../paths.js';
import { carriedOut, isBookkeeping, whenMade } from '../requests.js';
import { unlessGone } from '../unless-gone.js';
import type { WireLan, WireNic } from '../wire.js';

const MAKE_MS = 5_000;
/** Blocks that a private network may use (docs.ionos.com, VDC networking, IPv4, read 2026-11; RFC 1918). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/**
 * Networks at IONOS: private LANs of a data center. A LAN is one segment without a range of its own, so the subnet stands in its name and
 * the driver gives each card its address; nothing routes between subnets, so there is one.
 */
export const network = cell<IonosApi, typeof Network>(Network, {
  scope: 'region',
  takes: { create: MAKE_MS, update: 3_000, delete: MAKE_MS },
  check: ({ ipRange, subnets }) => {
    const block = ipRange ? parseCidr(ipRange) : null;
    if (block && !PRIVATE.some((one) => contains(parseCidr(one) ?? block, block)))
      throw new CloudError('invalid', {
        attribute: ['ipRange'],
        message: `${ipRange} is no private block, and IONOS takes no other in a private LAN`,
        next: [`use a block of ${PRIVATE.join(', ')}`],
      });
    if ((subnets?.length ?? 0) > 1)
      throw new CloudError('unsupported', {
        attribute: ['subnets'],
        message:
          'a LAN is one segment, and nothing routes between subnets (docs.ionos.com, VDC networking, read 2026-11)',
        next: ['use one subnet, and another network for what is to be apart'],
      });
  },

  create: (api, want, ctx) =>
    api.datacenters.within(want, undefined, ctx, async (dc) => {
      const ipRange = String(want.ipRange);
      const subnets = (want.subnets ?? [{ ipRange }]).map((one) => one.ipRange);
      const name = lanName({ name: want.name, labels: want.labels, ipRange, subnets });
      const body = withNative({ properties: { name, public: false } }, want.native);
      const ordered = await api.order<WireLan>('POST', paths.lans(dc), body);
      const id = `${dc}/${ordered.body.id}`;
      api.remember(id, ordered);
      return id;
    }),
  complete: async (api, id, _, ctx) => void (await whenMade(api, ctx, id, MAKE_MS)),
  read: async (api, id) => {
    const { dc, id: lan } = lanIdOf(id);
    const found = await api.find<WireLan>(paths.lans(dc, lan));
    const place = found && !found.properties.public ? await placeOf(api, dc) : undefined;
    return found && place ? observe(found, dc, place) : undefined;
  },
  list: async (api, filter) => {
    const lists = (await insideOf(api, filter)).map(async ({ id: dc, properties }) => {
      const lans = (await unlessGone(api.pages<WireLan>(paths.lans(dc)))) ?? [];
      return lans.filter((lan) => !lan.properties.public).map((lan) => observe(lan, dc, properties.location));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { dc, id: lan } = lanIdOf(id);
    const facts = factsOf(await api.get<WireLan>(paths.lans(dc, lan)));
    const subnets = change.subnets?.map((one) => one.ipRange);
    if (subnets) await mustHoldCards(api, lanIdOf(id), subnets);
    const { name = facts.name, labels = facts.labels } = change;
    const properties = { name: lanName({ ...facts, name, labels, ...(subnets ? { subnets } : {}) }) };
    const ordered = api.order('PATCH', paths.lans(dc, lan), properties);
    await (isBookkeeping(change) ? ordered : carriedOut(ctx, ordered));
  },
  delete: async (api, id, ctx) => {
    const { dc, id: lan } = lanIdOf(id);
    const users = await usersOf(api, id);
    if (users.length > 0)
      throw new CloudError('conflict', {
        message: `still in use by ${users.join(', ')}`,
        next: [`first delete or detach ${users.join(', ')}`],
      });
    await unlessGone(api.datacenters.leave(dc, [`lans/${lan}`], ctx, () => api.order('DELETE', paths.lans(dc, lan))));
  },
  blockers: usersOf,
});

async function cards(api: IonosApi, { dc, id }: Id): Promise<WireNic[]> {
  return (await unlessGone(api.pages<WireNic>(paths.cards(dc, id)))) ?? [];
}

/** Cards in a network. Which server one is in stands in its address alone. */
async function usersOf(api: IonosApi, id: string): Promise<string[]> {
  const users = (await cards(api, lanIdOf(id))) as (WireNic & { href?: string })[];
  return users.map(({ id: card, href }) => {
    const server = /\/datacenters\/([^/]+)\/servers\/([^/]+)\//.exec(href ?? '');
    return server ? `server ionos/${server[1]}/${server[2]}` : `network card ${card}`;
  });
}

/** No card may be left behind with an address of a subnet that is no more. */
async function mustHoldCards(api: IonosApi, lan: Id, subnets: readonly string[]): Promise<void> {
  const blocks = subnets.map(parseCidr);
  const outside = (await cards(api, lan))
    .flatMap(({ properties }) => properties.ips ?? [])
    .filter((ip) => !blocks.some((block) => block && contains(block, parseCidr(`${ip}/32`) ?? block)));
  if (outside.length === 0) return;
  throw new CloudError('conflict', {
    attribute: ['subnets'],
    message: `servers still have ${outside.slice(0, 5).join(', ')} of the subnet that would go`,
    next: ['first take these servers out of the network'],
  });
}

function observe(lan: WireLan, dc: string, place: string): Observed<typeof Network> {
  const { name, labels, ipRange, subnets } = factsOf(lan);
  return {
    id: `${dc}/${lan.id}`,
    name,
    labels,
    place,
    ...(ipRange ? { ipRange } : {}),
    subnets: subnets.map((one) => ({ ipRange: one })),
    ...stateOf(lan),
  };
}
