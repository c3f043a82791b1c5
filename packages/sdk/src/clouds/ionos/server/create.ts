import { randomBytes } from 'node:crypto';
import { CloudError, redact } from '../../../errors/index.js';
import { keyIn, type Server } from '../../../kinds/index.js';
import type { CellContext, Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { IonosApi } from '../api.js';
import { idOf, lanIdOf } from '../ids.js';
import { isOwnImage } from '../images.js';
import { paths } from '../paths.js';
import { rootName } from '../root-name.js';
import { sizeProperties } from '../sizes.js';
import type { WireServer } from '../wire.js';
import { release } from './addresses.js';
import { PUBLIC_CARD } from './cards.js';
import { chooseAddresses, privateCard } from './networks.js';

/** Root disk where the user says none, GiB. The images' own 3 GB are full after a few updates. */
export const DEFAULT_ROOT_GIB = 20;
const ROOT_TYPE = 'SSD Standard';

/** Makes a server with its root volume and its cards in one request; it starts by itself. */
export function createServer(
  api: IonosApi,
  want: Want<typeof Server>,
  ctx: CellContext<typeof Server>,
): Promise<string> {
  return api.datacenters.within(want, datacenterOf(want), ctx, async (dc) => {
    const lan = want.publicIpv4 === false ? undefined : await api.datacenters.publicLan(dc, ctx);
    const joined = await chooseAddresses(api, dc, want.name, want.networks ?? []);
    const firewallActive = (want.firewallIds ?? []).length > 0;
    const internet = { properties: { name: PUBLIC_CARD, lan: Number(lan), dhcp: true, firewallActive } };
    const body = {
      properties: { name: want.name, ...sizeProperties(String(want.nativeSize?.id)) },
      entities: {
        volumes: { items: [{ properties: rootVolume(want) }] },
        nics: { items: [...(lan ? [internet] : []), ...joined.map(privateCard)] },
      },
    };
    try {
      const ordered = await api.order<WireServer>('POST', paths.servers(dc), withNative(body, want.native));
      const id = `${dc}/${ordered.body.id}`;
      api.remember(id, ordered);
      return id;
    } catch (error) {
      release(api, dc, joined);
      throw error;
    }
  });
}

/** Keys, user data and image belong to the volume, and cannot be changed or read later. */
function rootVolume(want: Want<typeof Server>): object {
  const image = String(want.nativeImage?.id);
  const sshKeys = (want.sshKeyIds ?? []).map((id) => keyIn(id).publicKey);
  return {
    name: rootName(want.name, want.labels),
    type: ROOT_TYPE,
    size: want.diskGib ?? Math.max(DEFAULT_ROOT_GIB, want.nativeImage?.minDiskGib ?? 0),
    bus: 'VIRTIO',
    ...(isOwnImage(image) ? { image } : { imageAlias: image }),
    ...(sshKeys.length > 0 ? { sshKeys } : isOwnImage(image) ? {} : { imagePassword: throwAway() }),
    ...(want.userData ? { userData: Buffer.from(want.userData).toString('base64') } : {}),
  };
}

/** The vendor makes nothing of a public image without a key or a password; who gives no key wants to get in by neither. */
function throwAway(): string {
  const password = randomBytes(24).toString('hex');
  redact(password);
  return password;
}

/** The data center in which everything that the server refers to stands; undefined where it refers to nothing. */
function datacenterOf({ networks, firewallIds }: Want<typeof Server>): string | undefined {
  const inside = [
    ...(networks ?? []).map(({ networkId }, i) => ({ dc: lanIdOf(networkId).dc, at: ['networks', i, 'networkId'] })),
    ...(firewallIds ?? []).map((id, i) => ({ dc: idOf(id).dc, at: ['firewallIds', i] })),
  ];
  const [first] = inside;
  const other = inside.find(({ dc }) => dc !== first?.dc);
  if (!other) return first?.dc;
  throw new CloudError('invalid', {
    attribute: other.at,
    message: 'it is in another data center than what else the server refers to',
    next: ['use networks and firewalls of one data center: those that one owner makes in one location are'],
  });
}
