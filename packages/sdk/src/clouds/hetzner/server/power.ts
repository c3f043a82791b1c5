import { perform } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { path } from '../path.js';
import type { Seen, Waits } from './context.js';

/** How long a system gets to shut down before its power is cut, ms. Our choice: Hetzner names none. */
const GRACE_MS = 60_000;

/**
 * Sees to it that a server is on or off.
 *
 * Off is asked for politely first. A shutdown's action says only that the ACPI request was sent; a system that does not react
 * would stay on for ever (docs.hetzner.cloud, shut down a server, read 2026-11), so after a minute the power is cut.
 */
export async function switchPower(api: HetznerApi, seen: Seen, wanted: 'on' | 'off', ctx: Waits): Promise<void> {
  const actions = path`/servers/${seen.id}/actions`;
  const { statusText: status } = seen;
  if (wanted === 'on') {
    if (status === 'off' || status === 'stopping') await perform(api, ctx, `${actions}/poweron`);
    return;
  }
  if (status === 'off') return;
  if (status !== 'stopping') await perform(api, ctx, `${actions}/shutdown`);
  const enough = api.clock.now() + GRACE_MS;
  const now = await ctx.until(
    seen.id,
    (one) => one?.statusText === 'off' || (one !== undefined && api.clock.now() >= enough),
  );
  if (now?.statusText !== 'off') await perform(api, ctx, `${actions}/poweroff`);
}
