import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/index.js';
import type { Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { ScalewayApi } from '../api.js';
import { paths } from '../paths.js';
import { zonalId } from '../places.js';
import { toTags } from '../tags.js';
import { sellableBytes } from '../units.js';
import type { WireServer, WireSshKey } from '../wire.js';
import { checkNetworks } from './networks.js';
import { DEFAULT_ROOT_GIB } from './root-volume.js';

/** Makes a server, stopped, after looking whether what it refers to fits. */
export async function createServer(api: ScalewayApi, want: Want<typeof Server>): Promise<string> {
  const zone = String(want.place?.id);
  const group = groupOf(zone, want.firewallIds ?? []);
  await Promise.all([checkNetworks(api, zone, want.networks ?? []), checkKeys(api, want.sshKeyIds ?? [])]);
  const body = {
    name: want.name,
    commercial_type: want.nativeSize?.id,
    image: want.nativeImage?.id,
    project: api.projectId,
    tags: toTags(want.labels),
    dynamic_ip_required: want.publicIpv4 ?? true,
    boot_type: 'local',
    ...(group ? { security_group: group } : {}),
    ...rootVolume(want),
  };
  const { server } = await api.post<{ server: WireServer }>(paths.servers(zone), withNative(body, want.native));
  return `${zone}/${server.id}`;
}

/** A block volume made from the image. An image of one's own may be of local disks: there the vendor's default fits, unless a size is said. */
function rootVolume(want: Want<typeof Server>): { volumes?: Record<string, object> } {
  const own = want.nativeImage !== null && want.nativeImage.name === null && want.nativeImage.id.includes('-');
  if (own && !want.diskGib) return {};
  return { volumes: { '0': { volume_type: 'sbs_volume', size: sellableBytes(want.diskGib ?? DEFAULT_ROOT_GIB) } } };
}

function groupOf(zone: string, firewallIds: readonly string[]): string | undefined {
  const [first] = firewallIds;
  if (first === undefined) return undefined;
  const { at, uuid } = zonalId(first);
  if (at === zone) return uuid;
  throw new CloudError('invalid', {
    attribute: ['firewallIds', 0],
    message: `the firewall is in ${at}, the server in ${zone}`,
    next: ['make both in one zone'],
  });
}

/** Every enabled key of the project is let in; a key that is not among them would silently not be. */
async function checkKeys(api: ScalewayApi, sshKeyIds: readonly string[]): Promise<void> {
  if (sshKeyIds.length === 0) return;
  const keys = await api.list<WireSshKey>(paths.sshKeys(), 'ssh_keys', { project_id: api.projectId });
  sshKeyIds.forEach((id, i) => {
    const key = keys.find((one) => one.id === id);
    if (key && !key.disabled) return;
    throw new CloudError('invalid', {
      attribute: ['sshKeyIds', i],
      message: key ? `the SSH key ${key.name} is disabled` : `the project has no SSH key ${id}`,
      next: [key ? 'enable it in console.scaleway.com, Project, SSH keys' : 'make it in this project, or leave it out'],
    });
  });
}
