import { Server } from '../../../kinds/index.js';
import { cell } from '../../../runtime/driver/cell.js';
import { type UpCloudApi, unless, unlessGone } from '../api.js';
import { firewallsOf } from '../firewall/attached.js';
import { labelledWith, listFor, putList, rulesNow, standing, tryList } from '../firewall/servers.js';
import { checkLabels, owned, toWireLabels } from '../labels.js';
import { path } from '../path.js';
import { createServer } from '../server/create.js';
import { joinNetworks } from '../server/networks.js';
import { observe } from '../server/observe.js';
import { powerOff, powerOn, serverAtRest, serverNow } from '../server/power.js';
import { DISK, rootOf } from '../server/root-disk.js';
import type { WireServer } from '../wire.js';

/** Plans and cards change on a stopped server alone (UpCloudLtd/terraform-provider-upcloud, `service/server`, read 2026-11). */
const STOPPED = { needs: { power: 'off' } } as const;

/** Servers at UpCloud: made with a root disk of their own from a template, and started by that. */
export const server = cell<UpCloudApi, typeof Server>(Server, {
  scope: 'zone',
  takes: { create: 30_000, update: 15_000, delete: 5_000 },
  limits: {
    diskGib: { ...DISK, because: 'examples and changelog of UpCloudLtd/terraform-provider-upcloud, read 2026-11' },
    networks: {
      maxItems: 20,
      because:
        'cards and storages of a server are 24 together (developers.upcloud.com/1.3/9-storages, read 2026-11), and two cards and a disk are taken',
    },
  },
  notOffered: {
    'architecture=arm': { because: 'its plans are x86 (upcloud.com/pricing, read 2026-11)' },
  },
  change: {
    size: STOPPED,
    vcpus: STOPPED,
    memoryGib: STOPPED,
    networks: STOPPED,
    diskGib: { direction: 'up', irreversible: 'a disk never shrinks' },
  },
  check: ({ labels }) => checkLabels(labels),

  create: createServer,

  /** Its rules first, and before it runs where UpCloud takes them then: it is switched on with a list that lets everything in. */
  complete: async (api, id, want, ctx) => {
    const list = want.firewallIds?.length ? await listFor(want.firewallIds, rulesNow(api)) : undefined;
    const early =
      list &&
      (await unless(
        'conflict',
        tryList(api, id, list).then(() => true),
      ));
    await serverAtRest(api, id, ctx);
    if (list && !early) await putList(api, id, list, ctx);
    if (want.power === 'off') await powerOff(api, id, ctx);
    else await powerOn(api, id, ctx);
  },

  read: async (api, id) => {
    const found = await serverNow(api, id);
    return found && observe(api, found);
  },

  listNeedsMore: {
    because:
      'GET /server tells neither labels, cards nor disks (developers.upcloud.com/1.3/8-servers, list servers, read 2026-11)',
  },
  list: async (api, filter) => {
    const all = await api.list<{ uuid: string }>('/server', ['servers', 'server'], owned(filter.owner));
    const asked = filter.ids && new Set(filter.ids);
    const wanted = all.filter(({ uuid }) => !asked || asked.has(uuid));
    const found = await Promise.all(wanted.map(({ uuid }) => serverNow(api, uuid)));
    const rulesOf = rulesNow(api);
    return Promise.all(found.flatMap((one) => (one ? [observe(api, one, rulesOf)] : [])));
  },

  update: async (api, id, change, ctx) => {
    const { name, labels, networks, firewallIds, diskGib, power } = change;
    const list = firewallIds?.length ? await listFor(firewallIds, rulesNow(api)) : undefined;
    if (power === 'off') await powerOff(api, id, ctx);
    const resized = ['size', 'vcpus', 'memoryGib'].some((word) => word in change);
    const now = await serverAtRest(api, id, ctx);
    const fields = {
      ...(name === undefined ? {} : { title: name, hostname: name }),
      // Labels that came to be known earlier may name firewalls behind which it no longer stands.
      ...(labels && { labels: labelledWith(toWireLabels(labels), firewallsOf(now)) }),
      ...(firewallIds && standing(labels ? toWireLabels(labels) : now.labels, firewallIds)),
      ...(resized && ctx.want.nativeSize ? { plan: ctx.want.nativeSize.id } : {}),
    };
    if (Object.keys(fields).length > 0) await api.put(path`/server/${id}`, { server: fields });
    if (list) await putList(api, id, list, ctx);
    if (networks) await joinNetworks(api, id, networks);
    if (diskGib) await growRoot(api, now, diskGib);
    if (power === 'on') await powerOn(api, id, ctx);
  },

  /**
   * Only a stopped server can be deleted. Its root disk goes with it, and every other storage would: so they are taken off before, and
   * looked for once more.
   */
  delete: async (api, id, ctx) => {
    if (!(await serverNow(api, id))) return;
    await powerOff(api, id, ctx, true);
    const extra = (of: WireServer) =>
      of.storage_devices.storage_device.filter((one) => one.storage !== rootOf(of)?.storage);
    for (let now = await serverNow(api, id); now && extra(now).length > 0; now = await serverNow(api, id)) {
      const [{ address } = { address: '' }] = extra(now);
      const body = { storage_device: { address } };
      await unlessGone(api.post(path`/server/${id}/storage/detach`, body, 'server'));
    }
    await api.delete(`${path`/server/${id}`}/`, { storages: 1 });
  },
});

/** Grows the root disk. The system sees it at once; its partition grows with the next boot of cloud images. */
async function growRoot(api: UpCloudApi, server: WireServer, gib: number): Promise<void> {
  const root = rootOf(server);
  if (root && root.storage_size < gib)
    await api.put(path`/storage/${root.storage}`, { storage: { size: String(gib) } });
}
