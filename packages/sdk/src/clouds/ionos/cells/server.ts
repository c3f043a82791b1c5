import { CloudError } from '../../../errors/index.js';
import { Server } from '../../../kinds/index.js';
import { cell } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { detach } from '../attachment.js';
import { idOf } from '../ids.js';
import { allLabels, labelsOf, setLabels } from '../labels.js';
import { insideOf, placeOf } from '../observed.js';
import { paths } from '../paths.js';
import { carriedOut, whenMade } from '../requests.js';
import { publicCard, publicLans } from '../server/cards.js';
import { createServer } from '../server/create.js';
import { putBehind } from '../server/firewalls.js';
import { joinNetworks } from '../server/networks.js';
import { DEPTH, observe, rootOf } from '../server/observe.js';
import { powerOff, powerOn } from '../server/power.js';
import { sizeProperties } from '../sizes.js';
import { unlessGone } from '../unless-gone.js';
import type { WireServer } from '../wire.js';

const MAKE_MS = 45_000;
const CHANGE_MS = 8_000;
/** Cores and memory grow without a stop where the image can take that, and nobody can count on it; so the plan says "stop". */
const RESIZE = { needs: { power: 'off' } } as const;

/** Servers at IONOS: cores and memory by the piece, made with root volume and cards in one request. */
export const server = cell<IonosApi, typeof Server>(Server, {
  scope: 'region',
  takes: { create: MAKE_MS, update: CHANGE_MS, delete: 15_000 },
  limits: {
    firewallIds: {
      maxItems: 10,
      because: 'a card is a member of at most 10 groups (docs.ionos.com, network security groups, FAQs, read 2026-11)',
      next: 'put rules together in fewer firewalls',
    },
    networks: { maxItems: 22, because: 'a server has at most 24 volumes and cards together (description, 2023-02)' },
    diskGib: {
      min: 1,
      max: 4096,
      because: 'limit of a volume in usual contracts (docs.ionos.com, block storage, read 2026-11)',
    },
  },
  change: {
    size: RESIZE,
    vcpus: RESIZE,
    memoryGib: RESIZE,
    diskGib: { direction: 'up', irreversible: 'a disk never shrinks' },
  },
  check: ({ publicIpv4, firewallIds }) => {
    if (publicIpv4 !== false || !firewallIds?.length) return;
    throw new CloudError('unsupported', {
      attribute: ['firewallIds'],
      message: 'a firewall stands before the card to the Internet, and a server without public IPv4 has none',
      next: ['leave firewall_ids out: nothing reaches it from the Internet', 'or take public_ipv4 = false away'],
    });
  },

  create: createServer,
  complete: async (api, id, want, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const isNew = await whenMade(api, ctx, id, MAKE_MS);
    await setLabels(api, paths.servers(dc, uuid), want.labels, isNew ? {} : undefined);
    if (want.firewallIds?.length) await putServerBehind(api, id, want.firewallIds, ctx);
    if (want.power === 'off') await powerOff(api, id, ctx);
  },
  read: async (api, id) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.servers(dc, uuid);
    const [found, labels] = await Promise.all([api.find<WireServer>(path, { depth: DEPTH }), labelsOf(api, path)]);
    const lans = found && (await unlessGone(publicLans(api, dc, found.entities?.nics?.items ?? [])));
    const place = lans && (await placeOf(api, dc));
    return place ? observe(api, found, { dc, place, labels, publicLans: lans }) : undefined;
  },
  // A data center costs one request a two hundred servers, and one for its LANs.
  list: async (api, filter) => {
    const labels = await allLabels(api);
    const lists = (await insideOf(api, filter, labels)).map(async ({ id: dc, properties }) => {
      const servers = (await unlessGone(api.pages<WireServer>(paths.servers(dc), DEPTH + 1))) ?? [];
      const cards = servers.flatMap(({ entities }) => entities?.nics?.items ?? []);
      const lans = servers.length > 0 ? await unlessGone(publicLans(api, dc, cards)) : undefined;
      const beside = { dc, place: properties.location, publicLans: lans ?? new Set<number>() };
      return Promise.all(servers.map((one) => observe(api, one, { ...beside, labels: labels.byId.get(one.id) ?? {} })));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.servers(dc, uuid);
    if (change.power === 'off') await powerOff(api, id, ctx);
    const properties = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(sizeChanges(change) ? await newSize(api, path, String(ctx.want.nativeSize?.id)) : {}),
    };
    if (Object.keys(properties).length > 0) await carriedOut(ctx, api.order('PATCH', path, properties), CHANGE_MS);
    if (change.diskGib) await growRoot(api, id, change.diskGib, ctx);
    if (change.labels) await setLabels(api, path, change.labels);
    if (change.networks) await joinNetworks(api, { dc, server: uuid, name: ctx.want.name }, change.networks, ctx);
    if (change.firewallIds) await putServerBehind(api, id, change.firewallIds, ctx);
    if (change.power === 'on') await powerOn(api, id, ctx);
  },
  // What the user attached stays; the root volume goes with the server, in the same request.
  delete: async (api, id, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.servers(dc, uuid);
    const found = await api.find<WireServer>(path, { depth: DEPTH });
    if (!found) return;
    const root = rootOf(found);
    const others = (found.entities?.volumes?.items ?? []).filter((one) => one.id !== root?.id);
    for (const one of others) await detach(api, `${dc}/${one.id}`, ctx);
    const going = [`servers/${uuid}`, ...(root ? [`volumes/${root.id}`] : [])];
    await unlessGone(api.datacenters.leave(dc, going, ctx, () => api.order('DELETE', `${path}?deleteVolumes=true`)));
  },
});

type Context = Parameters<typeof joinNetworks>[3];

function sizeChanges(change: object): boolean {
  return ['size', 'vcpus', 'memoryGib', 'nativeSize'].some((name) => name in change);
}

/** What is sent of another size. @throws CloudError where shared cores would become dedicated ones, or the other way round */
async function newSize(api: IonosApi, path: string, size: string): Promise<object> {
  const { type, ...numbers } = sizeProperties(size);
  const now = (await api.get<WireServer>(path)).properties.type ?? type;
  if (now === type) return numbers;
  throw new CloudError('invalid', {
    attribute: ['size'],
    message: `the server is of the type ${now}, and cannot become one of ${type}`,
    next: [
      'make it anew (`terraform apply -replace=…`)',
      `or use a size of its own type: ${now === 'VCPU' ? 'VCPU-…' : 'a CPU family'}`,
    ],
  });
}

async function putServerBehind(api: IonosApi, id: string, firewallIds: readonly string[], ctx: Context): Promise<void> {
  const { dc, id: uuid } = idOf(id);
  const groups = firewallIds.map((one, i) => {
    const group = idOf(one);
    if (group.dc === dc) return group.id;
    throw new CloudError('invalid', {
      attribute: ['firewallIds', i],
      message: 'the firewall is in another data center than the server',
      next: ['use firewalls of the same data center: those that one owner makes in one location are'],
    });
  });
  const card = await publicCard(api, dc, uuid);
  if (card) await putBehind(api, { dc, server: uuid }, card, groups, ctx);
}

async function growRoot(api: IonosApi, id: string, gib: number, ctx: Context): Promise<void> {
  const { dc, id: uuid } = idOf(id);
  const root = rootOf(await api.get<WireServer>(paths.servers(dc, uuid), { depth: 2 }));
  if (!root || root.properties.size >= gib) return;
  await carriedOut(ctx, api.order('PATCH', paths.volumes(dc, root.id), { size: gib }), CHANGE_MS);
}
