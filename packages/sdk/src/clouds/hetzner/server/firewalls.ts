import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { path } from '../path.js';
import type { WireFirewall, WireServer } from '../wire.js';
import type { Seen, Waits } from './context.js';

/** How long it is believed which firewalls are applied by label selector, ms. People set that up once. */
const KEEP_MS = 60_000;

/**
 * Tells which firewalls are applied to a server itself. A server also lists those that reach it by a label selector; they are
 * not its own and cannot be taken off it, so the model must not see them as its `firewall_ids`.
 */
export async function ownFirewalls(
  api: HetznerApi,
  servers: readonly WireServer[],
): Promise<(server: WireServer) => string[]> {
  const used = new Set(servers.flatMap(({ public_net }) => public_net.firewalls.map(({ id }) => id)));
  if (used.size === 0) return () => [];
  const selecting = (await selectingFirewalls(api)).filter((id) => used.has(id));
  const found = await Promise.all(selecting.map((id) => api.find<{ firewall: WireFirewall }>(path`/firewalls/${id}`)));
  const directly = new Map(selecting.map((id, i) => [id, serversOf(found[i]?.firewall)]));
  return ({ id: server, public_net }) =>
    public_net.firewalls.filter(({ id }) => directly.get(id)?.has(server) ?? true).map(({ id }) => String(id));
}

/** Sees to it that a server stands behind exactly these firewalls, besides those by label selector. */
export async function setFirewalls(api: HetznerApi, seen: Seen, wanted: readonly string[], ctx: Waits): Promise<void> {
  const now = seen.firewallIds ?? [];
  const resources = [{ type: 'server', server: { id: Number(seen.id) } }];
  // New ones first, so that the server is never without protection in between; a server takes one change at a time.
  for (const one of wanted.filter((firewall) => !now.includes(firewall))) {
    await perform(api, ctx, path`/firewalls/${one}/actions/apply_to_resources`, { apply_to: resources });
  }
  for (const one of now.filter((firewall) => !wanted.includes(firewall))) {
    await perform(api, ctx, path`/firewalls/${one}/actions/remove_from_resources`, { remove_from: resources });
  }
}

function selectingFirewalls(api: HetznerApi): Promise<number[]> {
  const ask = async () => {
    const all = await api.list<WireFirewall>('/firewalls', 'firewalls', { sort: 'id:asc' });
    return all.filter((one) => one.applied_to.some(({ type }) => type === 'label_selector')).map(({ id }) => id);
  };
  return api.keep('selecting firewalls', ask, KEEP_MS);
}

function serversOf(firewall: WireFirewall | undefined): Set<number> {
  return new Set((firewall?.applied_to ?? []).flatMap(({ server }) => (server ? [server.id] : [])));
}
