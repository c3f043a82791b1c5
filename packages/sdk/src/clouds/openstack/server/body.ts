import { CloudError } from '../../../errors/index.js';
import { bootFrom } from '../../../kinds/server/disk.js';
import type { Server } from '../../../kinds/server/index.js';
import { checkGroups } from '../../../openstack/network/groups.js';
import type { Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OpenStackApi } from '../api.js';

/** Root disk of a server that boots from a volume, GiB, where neither user nor image ask for more: the SCS mandatory disk size. */
const DEFAULT_DISK_GIB = 20;

/** The body of Nova's `POST /servers`: all in one request, ports and boot volume included, which Nova then makes and takes away. */
export async function createBody(api: OpenStackApi, want: Want<typeof Server>): Promise<Record<string, unknown>> {
  const { nativeSize: size, nativeImage: image } = want;
  if (!size || !image) throw new TypeError('a server is made of a size and an image');
  const firewallIds = want.firewallIds ?? [];
  await checkGroups(api, firewallIds);
  const [key] = want.sshKeyIds ?? [];
  const networks = (want.networks ?? []).map(({ networkId, ip }) => ({
    uuid: networkId,
    ...(ip ? { fixed_ip: ip } : {}),
  }));
  const server = {
    name: want.name,
    flavorRef: await flavorId(api, size.id),
    ...(bootFrom(size, want.diskGib) === 'volume'
      ? bootVolume(image.id, diskGib(want), api.volumeType)
      : { imageRef: image.id }),
    networks: networks.length > 0 ? networks : 'none',
    metadata: want.labels,
    ...(firewallIds.length > 0 ? { security_groups: firewallIds.map((name) => ({ name })) } : {}),
    ...(key ? { key_name: key } : {}),
    ...(want.userData ? { user_data: Buffer.from(want.userData, 'utf8').toString('base64') } : {}),
    ...(want.place ? { availability_zone: want.place.scopes.zone } : {}),
  };
  return withNative({ server }, want.native);
}

/** Nova's id of the flavour that a size names. */
export async function flavorId(api: OpenStackApi, name: string): Promise<string> {
  const flavor = (await api.flavors()).find((one) => one.name === name);
  if (flavor) return flavor.id;
  throw new CloudError('invalid', {
    attribute: ['size'],
    message: `the cloud no longer has the flavour ${name}`,
    next: ['plan again: another size is chosen'],
  });
}

function diskGib({ diskGib: wanted, nativeImage }: Want<typeof Server>): number {
  return wanted ?? Math.max(nativeImage?.minDiskGib ?? 0, DEFAULT_DISK_GIB);
}

function bootVolume(imageId: string, sizeGib: number, type: string | undefined): Record<string, unknown> {
  const disk = {
    boot_index: 0,
    uuid: imageId,
    source_type: 'image',
    destination_type: 'volume',
    volume_size: sizeGib,
    delete_on_termination: true,
    ...(type ? { volume_type: type } : {}),
  };
  return { block_device_mapping_v2: [disk] };
}
