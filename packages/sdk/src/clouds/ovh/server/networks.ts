import type { Server } from '../../../kinds/server/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { regionOfPlace } from '../places.js';
import type { WireInterface } from '../wire.js';
import { inRegion } from './create.js';

type Ctx = CellContext<typeof Server>;
type Wish = { networkId: string; ip?: string | null };

/** Brings the cards in private networks to those wanted: what is wanted stays, the rest goes, what lacks is added. */
export async function setNetworks(api: OvhApi, id: string, wanted: readonly Wish[], ctx: Ctx): Promise<void> {
  const seen = await ctx.until(id);
  const region = await regionOfPlace(api, seen?.place);
  const open = wanted.map(({ networkId, ip }, i) => ({
    network: inRegion(region, networkId, ['networks', i, 'networkId']),
    ip: ip ?? null,
  }));
  const cards = (await api.list<WireInterface>(api.paths.interfaces(id))).filter(({ type }) => type === 'private');
  for (const card of cards) {
    const at = open.findIndex(({ network, ip }) => network === card.networkId && (ip === null || hasIp(card, ip)));
    if (at >= 0) {
      open.splice(at, 1);
      continue;
    }
    await api.delete(api.paths.interfaces(id, card.id));
    await ctx.until(id, (seen) => !seen?.networks?.some((one) => one.ip != null && hasIp(card, one.ip)));
  }
  for (const { network, ip } of open) {
    await api.post(api.paths.interfaces(id), { networkId: network, ...(ip ? { ip } : {}) });
    await ctx.until(id, (seen) => seen?.networks?.some((one) => one.networkId === `${region}/${network}`) ?? false);
  }
}

function hasIp({ fixedIps }: WireInterface, ip: string): boolean {
  return fixedIps.some((one) => one.ip === ip);
}
