import { CloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import type { IonosApi } from './api.js';
import { idOf } from './ids.js';
import { paths } from './paths.js';
import { carriedOut } from './requests.js';
import { unlessGone } from './unless-gone.js';
import type { WireVolume } from './wire.js';

type Context = Pick<CellContext<AnyKind>, 'operation' | 'signal'>;

const ATTACH_MS = 6_000;

/** Attaches a volume, taking it off another server first. Does nothing where it is attached already. */
export async function attach(api: IonosApi, id: string, serverId: string, ctx: Context): Promise<void> {
  const [volume, server] = [idOf(id), idOf(serverId)];
  if (volume.dc !== server.dc) {
    throw new CloudError('invalid', {
      attribute: ['serverId'],
      message: 'the server is in another data center than the volume',
      next: ['make a new volume beside the server', 'or a server in the data center of the volume'],
    });
  }
  const now = await api.get<WireVolume>(paths.volumes(volume.dc, volume.id));
  if (now.properties.bootServer === server.id) return;
  if (now.properties.bootServer) await detach(api, id, ctx);
  await carriedOut(ctx, api.order('POST', paths.attached(server.dc, server.id), { id: volume.id }), ATTACH_MS);
}

/** Takes a volume off its server. Does nothing where it is on none, or gone. */
export async function detach(api: IonosApi, id: string, ctx: Context): Promise<void> {
  const { dc, id: volume } = idOf(id);
  const server = (await api.find<WireVolume>(paths.volumes(dc, volume)))?.properties.bootServer;
  if (!server) return;
  await unlessGone(carriedOut(ctx, api.order('DELETE', paths.attached(dc, server, volume)), ATTACH_MS));
}
