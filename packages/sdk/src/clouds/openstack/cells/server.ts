import { CloudError } from '../../../errors/index.js';
import { Server } from '../../../kinds/server/index.js';
import { faultError } from '../../../openstack/errors.js';
import { setGroups } from '../../../openstack/network/groups.js';
import { path } from '../../../openstack/service.js';
import type { WirePort, WireServer, WireVolume } from '../../../openstack/wire.js';
import { cell } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';
import { createBody } from '../server/body.js';
import { cardsOf, setCards } from '../server/cards.js';
import { bootsFromVolume, observe } from '../server/observe.js';
import { setPower } from '../server/power.js';
import { resize } from '../server/resize.js';

type Wire = { server: WireServer };

/** Servers of Nova. Their network cards and boot volume are made with them, by one request, and go with them. */
export const server = cell<OpenStackApi, typeof Server>(Server, {
  scope: 'zone',
  takes: { create: 20_000, update: 10_000, delete: 5_000 },
  limits: {
    sshKeyIds: {
      maxItems: 1,
      because: 'Nova takes one key_name, Compute API reference, create server, read 2026-11',
      next: 'put further keys into user_data (ssh_authorized_keys of cloud-init)',
    },
  },
  notOffered: {
    'publicIpv4=true': {
      because: 'a server has addresses in its networks only',
      next: 'use hansa_public_ip with server_id: a floating IP',
    },
  },
  change: {
    // Nova stops a running server for it, moves it and starts it again (Compute API guide, resize, read 2026-11).
    size: {
      disruption: 'stop',
      irreversible: 'a root disk that comes with the size and grows with it does not shrink again',
    },
  },
  check: ({ firewallIds, networks }) => {
    if (firewallIds?.length && networks && networks.length === 0) {
      throw new CloudError('invalid', {
        attribute: ['firewallIds'],
        message: 'firewalls stand before network cards, and this server has none',
        next: ['give it a network: networks = [{ network_id = … }]', 'or leave firewall_ids out'],
      });
    }
  },
  create: async (api, want) => {
    const { server: made } = await api.compute.post<Wire>('/servers', await createBody(api, want));
    return made.id;
  },
  complete: async (api, id, want, ctx) => {
    const seen = await ctx.until(id, (now) => now !== undefined && now.status !== 'changing', 5_000);
    if (seen?.status === 'failed') throw faultError(seen.statusText ?? 'the cloud does not say why');
    if (want.power === 'off') await setPower(api, id, 'off', ctx);
  },
  read: async (api, id) => {
    const [found, ports] = await Promise.all([api.compute.find<Wire>(path`/servers/${id}`), cardsOf(api, id)]);
    if (!found) return undefined;
    const [seen] = await observe(api, [found.server], ports, await volumesOf(api, found.server));
    return seen;
  },
  list: async (api) => {
    const mine = { project_id: api.projectId };
    const [servers, ports] = await Promise.all([
      api.compute.pages<WireServer>('/servers/detail', 'servers'),
      api.network.pages<WirePort>('/ports', 'ports', mine),
    ]);
    const volumes = servers.some(bootsFromVolume)
      ? await api.volume.pages<WireVolume>('/volumes/detail', 'volumes')
      : [];
    return observe(api, servers, ports, volumes);
  },
  update: async (api, id, change, ctx) => {
    const at = path`/servers/${id}`;
    if (change.name !== undefined) await api.compute.put(at, { server: { name: change.name } });
    if (change.labels) await api.compute.put(`${at}/metadata`, { metadata: change.labels });
    if (isResize(change) && ctx.want.nativeSize) await resize(api, id, ctx.want.nativeSize.id, ctx);
    if (change.networks !== undefined) {
      const { server: now } = await api.compute.get<Wire>(at);
      await setCards(api, now, change.networks ?? [], ctx);
    }
    // New cards come with the default group, whatever the others have.
    if (change.networks !== undefined || change.firewallIds !== undefined) {
      await setGroups(api, await cardsOf(api, id), ctx.want.firewallIds ?? []);
    }
    if (change.power) await setPower(api, id, change.power, ctx);
  },
  delete: (api, id) => api.compute.remove(path`/servers/${id}`),
  // Nova has Cinder delete the boot volume, is gone before Cinder is done, and only logs it when Cinder refuses.
  goesWithIt: async (api, id) => {
    const found = await api.compute.find<Wire>(path`/servers/${id}`);
    const attached = found?.server['os-extended-volumes:volumes_attached'] ?? [];
    return attached.filter((one) => one.delete_on_termination).map((volume) => ({ kind: 'volume', id: volume.id }));
  },
});

function isResize(change: object): boolean {
  return ['size', 'vcpus', 'memoryGib', 'nativeSize'].some((name) => name in change);
}

/** The volumes of one server, where its image and disk stand on one of them. */
async function volumesOf(api: OpenStackApi, server: WireServer): Promise<WireVolume[]> {
  if (!bootsFromVolume(server)) return [];
  const attached = server['os-extended-volumes:volumes_attached'] ?? [];
  const found = await Promise.all(
    attached.map(({ id }) => api.volume.find<{ volume: WireVolume }>(path`/volumes/${id}`)),
  );
  return found.flatMap((one) => (one ? [one.volume] : []));
}
