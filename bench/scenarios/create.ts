import { startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';
import { quantile } from '../measure/statistics.js';
import { virtualClock } from '../measure/virtual-clock.js';
import { defineScenario, type Row } from '../scenario.js';

const SERVERS = 32;
/** How long a server took in hetznercloud/terraform-provider-hcloud issue 966. */
const TAKES_MS = 69_000;

export default defineScenario({
  name: 'create',
  what: `${SERVERS} servers at once that each take ${TAKES_MS / 1000} s, on a virtual clock; against the schedules of other clients, each server waited for on its own.`,
  async run() {
    return [
      await ours(),
      // hetznercloud/hcloud-go v2, client defaults: constant 500 ms.
      schedule('hcloud-go: every 0.5 s', () => 500),
      // hetznercloud/terraform-provider-hcloud v1.68, SDKv2 resources: 0.5 s doubling up to 60 s.
      schedule('terraform-provider-hcloud: 0.5 s doubling to 60 s', (poll) => Math.min(500 * 2 ** poll, 60_000)),
      // scaleway/terraform-provider-scaleway, instances: constant 5 s.
      schedule('terraform-provider-scaleway: every 5 s', () => 5000),
    ];
  },
});

async function ours(): Promise<Row> {
  const clock = virtualClock();
  const durations = { hetzner: { '*': 0, create_server: TAKES_MS } };
  const emulator = await startEmulator({ clouds: ['hetzner'], clock, durations });
  try {
    const cloud = new Hansa({ env: emulator.env, clock, wiretap: clock.link }).cloud('hetzner');
    const startedAt = clock.now();
    const late = await Promise.all(
      Array.from({ length: SERVERS }, async (_, i) => {
        await cloud.servers.create({ name: `server-${i}`, region: 'fsn1', size: 'cx23', image: 'debian-12' });
        return clock.now() - startedAt - TAKES_MS;
      }),
    );
    const polls = emulator.requests.count({ method: 'GET', path: '/actions' });
    return row('Hansa', polls, late, emulator.requests.total);
  } finally {
    await emulator.close();
  }
}

/** Every server is asked for on its own, after each pause of `pauseMs`, until it is done. */
function schedule(name: string, pauseMs: (poll: number) => number): Row {
  let [polls, at] = [0, 0];
  for (; at < TAKES_MS; polls += 1) at += pauseMs(polls);
  return { ...row(name, SERVERS * polls, Array(SERVERS).fill(at - TAKES_MS), null), yardstick: true };
}

function row(name: string, polls: number, lateMs: readonly number[], requests: number | null): Row {
  const seconds = (share: number) => (quantile(lateMs, share) ?? 0) / 1000;
  return {
    name,
    figures: { polls, 'late s (median)': seconds(0.5), 'late s (p95)': seconds(0.95), 'all requests': requests },
  };
}
