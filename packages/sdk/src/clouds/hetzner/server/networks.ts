import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { path } from '../path.js';
import type { Seen, Waits } from './context.js';

interface Wanted {
  networkId: string;
  ip?: string | null;
}

/** Sees to it that a server is in exactly these networks, with the addresses that are asked for. Works while it runs. */
export async function joinNetworks(api: HetznerApi, seen: Seen, wanted: readonly Wanted[], ctx: Waits): Promise<void> {
  const joined = seen.networks ?? [];
  const holds = (want: Wanted, is: Wanted) => is.networkId === want.networkId && (want.ip == null || want.ip === is.ip);
  const leave = joined.filter((is) => !wanted.some((want) => holds(want, is)));
  const join = wanted.filter((want) => !joined.some((is) => holds(want, is)));
  // An address changes by leaving and joining again (docs.hetzner.com, networks FAQ, read 2026-11).
  for (const { networkId } of leave) {
    await perform(api, ctx, path`/servers/${seen.id}/actions/detach_from_network`, { network: Number(networkId) });
  }
  for (const { networkId, ip } of join) {
    const body = { network: Number(networkId), ...(ip == null ? {} : { ip }) };
    await perform(api, ctx, path`/servers/${seen.id}/actions/attach_to_network`, body);
  }
}
