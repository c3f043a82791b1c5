import type { Server } from '../../../kinds/server/index.js';
import { groupBy } from '../../../openstack/group.js';
import { firewallsOf } from '../../../openstack/network/groups.js';
import type { WirePort, WireServer, WireVolume } from '../../../openstack/wire.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';
import { imageName } from '../images.js';
import { architectureOf } from '../sizes.js';
import { inOrder, ipOf } from './cards.js';
import { powerOf } from './power.js';
import { flavorName } from './resize.js';

type Seen = Observed<typeof Server>;

const WORKING = /^(BUILD|REBUILD|RESIZE|VERIFY_RESIZE|REVERT_RESIZE|MIGRATING|REBOOT|HARD_REBOOT|PASSWORD|UNKNOWN)$/;
const GONE = /^(DELETED|SOFT_DELETED)$/;

/** Servers in the model's words: cards, boot volumes and images are joined in bulk, whatever their number. */
export async function observe(
  api: OpenStackApi,
  servers: readonly WireServer[],
  ports: readonly WirePort[],
  volumes: readonly WireVolume[],
): Promise<Seen[]> {
  const there = servers.filter(({ status }) => !GONE.test(status));
  const defaultGroup = await api.defaultGroupId();
  const cards = groupBy(ports, ({ device_id }) => device_id);
  const attached = groupBy(volumes, ({ attachments }) => attachments[0]?.server_id ?? '');
  return Promise.all(
    there.map(async (server): Promise<Seen> => {
      const mine = inOrder(cards.get(server.id) ?? [], server.addresses);
      const zone = server['OS-EXT-AZ:availability_zone'];
      const root = bootsFromVolume(server) ? rootOf(attached.get(server.id) ?? []) : undefined;
      return {
        id: server.id,
        name: server.name,
        labels: server.metadata,
        // Nova tells the zone that was asked for until there is a host; without either it stays open.
        ...(zone ? { place: zone } : {}),
        ...sizeOf(server, root),
        ...(await imageOf(api, server, root)),
        power: powerOf(server),
        networks: mine.map((port) => ({ networkId: port.network_id, ip: ipOf(port) })),
        firewallIds: firewallsOf(mine, defaultGroup),
        publicIpv4: false,
        publicIpv4Address: null,
        publicIpv6Address: null,
        ...statusOf(server),
      };
    }),
  );
}

export function bootsFromVolume({ image }: WireServer): boolean {
  return !image;
}

/** The bootable volume; of several the one at the first device. */
function rootOf(volumes: readonly WireVolume[]): WireVolume | undefined {
  const device = (volume: WireVolume) => volume.attachments[0]?.device ?? '~';
  const bootable = volumes.filter((volume) => volume.bootable === 'true');
  return [...bootable].sort((a, b) => device(a).localeCompare(device(b)))[0];
}

function sizeOf(server: WireServer, root: WireVolume | undefined): Partial<Seen> {
  const { flavor, image } = server;
  const disk = image ? flavor.disk : root?.size;
  return {
    nativeSize: flavorName(server),
    vcpus: flavor.vcpus,
    memoryGib: flavor.ram / 1024,
    architecture: architectureOf(flavor.original_name, flavor.extra_specs),
    bootFrom: image ? 'image' : 'volume',
    ...(disk ? { diskGib: disk } : {}),
  };
}

/**
 * The image that it was made of. Of an image that the cloud has deleted since, the boot volume still knows the name; where not even
 * that is left the name stays open, so that a cloud's clearing up never looks like a change.
 */
async function imageOf(api: OpenStackApi, server: WireServer, root: WireVolume | undefined): Promise<Partial<Seen>> {
  const facts = root?.volume_image_metadata;
  const id = server.image ? server.image.id : facts?.['image_id'];
  if (!id) return {};
  const image = await api.imageById(id);
  const name = image ? (imageName(image) ?? id) : facts && imageName({ ...facts, name: facts['image_name'] });
  return { nativeImage: id, ...(name ? { image: name } : {}) };
}

function statusOf(server: WireServer): Pick<Seen, 'status' | 'statusText'> {
  const { status, fault } = server;
  if (status === 'ERROR') return { status: 'failed', statusText: fault?.message.trim() || status };
  const working = WORKING.test(status) || Boolean(server['OS-EXT-STS:task_state']);
  return { status: working ? 'changing' : 'ready', statusText: status };
}
