import type { Server } from '../../../kinds/server/index.js';
import { path } from '../../../openstack/service.js';
import type { WireServer } from '../../../openstack/wire.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';

/** How a server that does not run is brought to run, by its status. */
const START: Record<string, string> = {
  SHUTOFF: 'os-start',
  PAUSED: 'unpause',
  SUSPENDED: 'resume',
  SHELVED: 'unshelve',
  SHELVED_OFFLOADED: 'unshelve',
};

export function powerOf({ status }: WireServer): 'on' | 'off' {
  return status in START ? 'off' : 'on';
}

/** Switches a server on or off and waits for it; one that is so already is left alone. */
export async function setPower(
  api: OpenStackApi,
  id: string,
  power: 'on' | 'off',
  ctx: CellContext<typeof Server>,
): Promise<void> {
  const { server } = await api.compute.get<{ server: WireServer }>(path`/servers/${id}`);
  const settled = !server['OS-EXT-STS:task_state'];
  if (settled && powerOf(server) === power) return;
  // What an earlier run began is waited for first: Nova refuses a second action in the midst of one.
  const now = settled ? server.status : (await ctx.until(id, (seen) => seen?.status !== 'changing'))?.statusText;
  if (now !== undefined && (now in START ? 'off' : 'on') !== power) {
    const action = power === 'off' ? 'os-stop' : (START[now] ?? 'os-start');
    await api.compute.post(path`/servers/${id}/action`, { [action]: null });
  }
  await ctx.until(id, (seen) => seen?.status === 'ready' && seen.power === power);
}
