import type { AnyKind } from '../../../kinds/model/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { paths } from '../paths.js';
import { carriedOut } from '../requests.js';
import { unlessGone } from '../unless-gone.js';
import type { WireNic, WireReference } from '../wire.js';

type Context = Pick<CellContext<AnyKind>, 'operation' | 'signal'>;
type Linked = WireReference & { href?: string };

/** Security groups of a card. */
export function groupsOf(nic: WireNic): string[] {
  return (nic.entities?.securitygroups?.items ?? []).map(({ id }) => id);
}

/**
 * Puts a card behind exactly these security groups. Its own firewall, which has no rules and lets nothing in, is on as long as there are
 * any: so a new server is never open before it is behind them.
 */
export async function putBehind(
  api: IonosApi,
  at: { dc: string; server: string },
  nic: WireNic,
  groups: readonly string[],
  ctx: Context,
): Promise<void> {
  const have = groupsOf(nic);
  const active = groups.length > 0;
  if (have.length !== groups.length || !groups.every((id) => have.includes(id)))
    await carriedOut(ctx, api.order('PUT', paths.groupsOf(at.dc, at.server, nic.id), { ids: groups }));
  if ((nic.properties.firewallActive ?? false) !== active)
    await carriedOut(ctx, api.order('PATCH', paths.nics(at.dc, at.server, nic.id), { firewallActive: active }));
}

/** Takes a security group off every card that is behind it. */
export async function takeOffCards(api: IonosApi, dc: string, group: string, ctx: Context): Promise<void> {
  const found = await api.find<{ entities?: { nics?: { items?: Linked[] } } }>(paths.securityGroups(dc, group), {
    depth: 1,
  });
  for (const { id, href } of found?.entities?.nics?.items ?? []) {
    const server = /\/servers\/([^/]+)\//.exec(href ?? '')?.[1];
    const nic = server && (await api.find<WireNic>(paths.nics(dc, server, id), { depth: 1 }));
    if (!server || !nic) continue;
    const others = groupsOf(nic).filter((one) => one !== group);
    await unlessGone(putBehind(api, { dc, server }, nic, others, ctx));
  }
}
