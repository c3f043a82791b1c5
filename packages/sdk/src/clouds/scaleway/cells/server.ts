import { Server } from '../../../kinds/index.js';
import { cell } from '../../../runtime/driver/cell.js';
import { mustBeThere, type ScalewayApi, unlessGone } from '../api.js';
import { paths } from '../paths.js';
import { placeOf, regionOf, zonalId, zonesOf } from '../places.js';
import { createServer } from '../server/create.js';
import { addressesByNic, joinNetworks, leaveNetworks, releaseAddresses } from '../server/networks.js';
import { type Beside, bareServer, isMoving, observe } from '../server/observe.js';
import { powerOff, powerOn, serverAtRest, serverNow } from '../server/power.js';
import { dropLocalRoot, dropMarkedRoots, dropVolumes, growRoot, rootOf } from '../server/root-volume.js';
import { putBehind } from '../server/security-group.js';
import { vpcsOf } from '../subnets.js';
import { ownerTag, retagged } from '../tags.js';
import type { WireServer, WireVolume } from '../wire.js';

/** The type changes on a stopped server alone (description of the Instance API, UpdateServer, read 2026-11). */
const RESIZE = { needs: { power: 'off' } } as const;

/** Servers at Scaleway: made stopped, with a root disk of block storage; each stands behind exactly one security group. */
export const server = cell<ScalewayApi, typeof Server>(Server, {
  scope: 'zone',
  takes: { create: 30_000, update: 30_000, delete: 30_000 },
  limits: {
    firewallIds: {
      maxItems: 1,
      because: 'a server has exactly one security group (description of the Instance API, read 2026-11)',
      next: 'put all rules into one firewall',
    },
    networks: { maxItems: 8, because: 'scaleway.com/en/docs/vpc/faq, private networks a resource, read 2026-11' },
    diskGib: {
      min: 10,
      max: 9313,
      because: 'images have 10 GB (description of the Instance API); volumes at most 10 TB, read 2026-11',
    },
  },
  change: {
    size: RESIZE,
    vcpus: RESIZE,
    memoryGib: RESIZE,
    diskGib: { direction: 'up', irreversible: 'a disk never shrinks' },
    publicIpv4: 'update',
  },

  create: (api, want) => createServer(api, want),
  complete: async (api, id, want, ctx) => {
    const { at, uuid } = zonalId(id);
    const made = await serverAtRest(api, id, ctx);
    // cloud-init reads it at the first boot: it has to be there before.
    if (want.userData && made.state === 'stopped') await api.patchText(paths.cloudInit(at, uuid), want.userData);
    if (want.networks?.length) await joinNetworks(api, id, want.networks, ctx);
    if (want.power !== 'off') await powerOn(api, id, ctx);
  },
  read: async (api, id) => {
    const { at } = zonalId(id);
    const found = await serverNow(api, id);
    if (!found || isMoving(found)) return found && bareServer(found, at);
    const [region, nics] = [regionOf(at), found.private_nics ?? []];
    const root = rootOf(found);
    const [block, addresses, vpcs] = await Promise.all([
      root && root.size == null ? api.find<WireVolume>(paths.volumes(at, root.id)) : undefined,
      addressesByNic(
        api,
        region,
        nics.map((nic) => nic.id),
      ),
      vpcsOf(
        api,
        region,
        nics.map((nic) => nic.private_network_id),
      ),
    ]);
    return observe(api, found, at, { blocks: new Map(block ? [[block.id, block]] : []), addresses, vpcs });
  },
  // A zone costs one request a hundred servers, and where it has any, one a hundred volumes and addresses.
  placeOf,
  list: async (api, filter) => {
    const ids = filter.ids && filter.ids.length <= 50 ? filter.ids.map((id) => zonalId(id).uuid).join(',') : undefined;
    const query = { project: api.projectId, tags: ownerTag(filter.owner), servers: ids, order: 'creation_date_asc' };
    const found = await Promise.all(
      zonesOf(filter).map(async (zone) => ({
        zone,
        servers: await api.list<WireServer>(paths.servers(zone), 'servers', query),
      })),
    );
    const lists = found.map(async ({ zone, servers }) => {
      const beside = await besideOf(api, zone, servers);
      return Promise.all(servers.map((one) => observe(api, one, zone, beside)));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { at, uuid } = zonalId(id);
    if (change.power === 'off') await powerOff(api, id, ctx);
    if (sizeChanges(change)) {
      // "Stopped in place" counts as off in the model, but keeps its host, and with it its type.
      await powerOff(api, id, ctx);
      await api.patch(paths.servers(at, uuid), { commercial_type: ctx.want.nativeSize?.id });
    }
    if (change.diskGib) await growRoot(api, id, change.diskGib, ctx);
    if (change.firewallIds)
      await putBehind(api, at, uuid, change.firewallIds[0] && zonalId(change.firewallIds[0]).uuid);
    const { name, labels, publicIpv4 } = change;
    const now = labels ? mustBeThere(await serverNow(api, id), id) : undefined;
    const fields = {
      ...(name === undefined ? {} : { name }),
      ...(now && labels ? { tags: retagged(now.tags, labels) } : {}),
      ...(publicIpv4 == null ? {} : { dynamic_ip_required: publicIpv4 }),
    };
    if (Object.keys(fields).length > 0) await api.patch(paths.servers(at, uuid), fields);
    if (change.networks) await joinNetworks(api, id, change.networks, ctx);
    if (change.power === 'on') await powerOn(api, id, ctx);
  },
  // The server goes last, so that what an interrupted run left of its children is still found by it.
  delete: async (api, id, ctx) => {
    const { at, uuid } = zonalId(id);
    if (!(await serverNow(api, id))) {
      await dropMarkedRoots(api, id, ctx);
      return releaseAddresses(api, id);
    }
    await powerOff(api, id, ctx);
    await leaveNetworks(api, id, ctx);
    const stopped = await serverAtRest(api, id, ctx);
    await dropVolumes(api, id, stopped, ctx);
    await api.delete(paths.servers(at, uuid));
    await dropLocalRoot(api, id, stopped);
  },
});

function sizeChanges(change: object): boolean {
  return ['size', 'vcpus', 'memoryGib', 'nativeSize'].some((name) => name in change);
}

/** What stands apart from the servers of a zone, in as few lists as it takes. */
async function besideOf(api: ScalewayApi, zone: string, servers: readonly WireServer[]): Promise<Beside> {
  const region = regionOf(zone);
  const nics = servers.flatMap((one) => one.private_nics ?? []);
  const [blocks, addresses, vpcs] = await Promise.all([
    rootsOf(api, zone, servers),
    addressesByNic(api, region, nics.length > 50 ? undefined : nics.map((nic) => nic.id)),
    vpcsOf(
      api,
      region,
      nics.map((nic) => nic.private_network_id),
    ),
  ]);
  return { blocks, addresses, vpcs };
}

async function rootsOf(
  api: ScalewayApi,
  zone: string,
  servers: readonly WireServer[],
): Promise<Map<string, WireVolume>> {
  if (!servers.some((one) => rootOf(one) && rootOf(one)?.size == null)) return new Map();
  const query = { project_id: api.projectId, include_deleted: false };
  const volumes = (await unlessGone(api.list<WireVolume>(paths.volumes(zone), 'volumes', query))) ?? [];
  return new Map(volumes.map((volume) => [volume.id, volume]));
}
