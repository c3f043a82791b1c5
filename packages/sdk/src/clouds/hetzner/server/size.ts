import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { path } from '../path.js';
import type { Seen, Waits } from './context.js';

/**
 * Sees to it that a server, which is off, is of that type. The disk stays as it is, so that the way back stays open. Hetzner may
 * start the server afterwards by itself (docs.hetzner.cloud, change type, read 2026-11); power is then set right as any drift is.
 */
export async function changeType(api: HetznerApi, seen: Seen, type: string, ctx: Waits): Promise<void> {
  if (seen.nativeSize === type) return;
  await perform(api, ctx, path`/servers/${seen.id}/actions/change_type`, { server_type: type, upgrade_disk: false });
}
