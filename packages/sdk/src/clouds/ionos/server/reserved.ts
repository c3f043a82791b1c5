import { CloudError } from '../../../errors/index.js';
import type { AnyKind } from '../../../kinds/model/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { idOf } from '../ids.js';
import { paths } from '../paths.js';
import { carriedOut } from '../requests.js';
import { unlessGone } from '../unless-gone.js';
import type { WireIpBlock, WireNic } from '../wire.js';
import { publicCard } from './cards.js';

type Context = Pick<CellContext<AnyKind>, 'operation' | 'signal'>;

const MOVE_MS = 5_000;

/** Puts the address of a block on a server's card to the Internet, taking it off another one first. */
export async function leadTo(api: IonosApi, block: string, serverId: string, ctx: Context): Promise<void> {
  const { dc, id: server } = idOf(serverId);
  const { properties } = await api.get<WireIpBlock>(paths.ipBlocks(block));
  const address = properties.ips?.[0];
  const user = properties.ipConsumers?.find((one) => one.serverId);
  if (!address || user?.serverId === server) return;
  if (user) await takeAway(api, block, ctx);
  const card = await publicCard(api, dc, server);
  if (!card) {
    throw new CloudError('invalid', {
      attribute: ['serverId'],
      message: 'the server has no card to the Internet to which an address could lead',
      next: ['make it with public_ipv4 = true'],
    });
  }
  await setAddresses(api, { dc, server, card: card.id }, ctx, (reserved) => [...reserved, address]);
}

/** Takes the address of a block off the card that has it. Does nothing where none has. */
export async function takeAway(api: IonosApi, block: string, ctx: Context): Promise<void> {
  const found = await api.find<WireIpBlock>(paths.ipBlocks(block));
  for (const { ip, datacenterId, serverId, nicId } of found?.properties.ipConsumers ?? []) {
    if (!datacenterId || !serverId || !nicId) continue;
    const at = { dc: datacenterId, server: serverId, card: nicId };
    await unlessGone(setAddresses(api, at, ctx, (reserved) => reserved.filter((one) => one !== ip)));
  }
}

/** Changes the reserved addresses of a card. The one that the vendor gave is never sent back: without any, the card is given another. */
async function setAddresses(
  api: IonosApi,
  { dc, server, card }: { dc: string; server: string; card: string },
  ctx: Context,
  change: (reserved: readonly string[]) => string[],
): Promise<void> {
  await api.turns.take(`card ${card}`, ctx.signal, async () => {
    const path = paths.nics(dc, server, card);
    const [{ properties }, blocks] = await Promise.all([
      api.get<WireNic>(path),
      api.pages<WireIpBlock>(paths.ipBlocks()),
    ]);
    const known = new Set(blocks.flatMap((one) => one.properties.ips ?? []));
    const ips = change((properties.ips ?? []).filter((ip) => known.has(ip)));
    await carriedOut(ctx, api.order('PATCH', path, { ips }), MOVE_MS);
  });
}
