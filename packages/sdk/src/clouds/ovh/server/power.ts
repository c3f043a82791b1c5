import type { Server } from '../../../kinds/server/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';

type Ctx = CellContext<typeof Server>;

/** How a server that does not run is brought to run, by its status. */
const START: Readonly<Record<string, string>> = {
  SHUTOFF: 'start',
  STOPPED: 'start',
  PAUSED: 'resume',
  SUSPENDED: 'resume',
  SHELVED: 'unshelve',
  SHELVED_OFFLOADED: 'unshelve',
};

export function powerOf(status: string): 'on' | 'off' {
  return status in START ? 'off' : 'on';
}

/** Switches a server on or off and waits for it; one that is so already is left alone. */
export async function setPower(api: OvhApi, id: string, power: 'on' | 'off', ctx: Ctx): Promise<void> {
  // What an earlier run began is waited for first: a second order in the midst of one is refused.
  const status = (await ctx.until(id))?.statusText ?? '';
  if (powerOf(status) !== power) {
    await api.post(api.paths.instances(id, power === 'off' ? 'stop' : (START[status] ?? 'start')));
  }
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.power === power);
}
