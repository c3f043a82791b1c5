import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';
import { virtualClock } from '../measure/virtual-clock.js';
import { defineScenario, type Row } from '../scenario.js';

const SERVERS = 100;
const SPEC = { size: 'SCS-2V-4', image: 'debian-12' } as const;

export default defineScenario({
  name: 'clouds',
  what: `${SERVERS} servers at once at each emulated cloud, then a refresh of all by a process that knows nothing, on a virtual clock and under the vendor's own limits (Hetzner: 3,600 requests an hour; OVHcloud: 60 a minute); against one request a server.`,
  async run({ note }) {
    const all = await startEmulator({ trafficLog: '' });
    const clouds = Object.keys(all.clouds);
    await all.close();
    const rows: Row[] = [];
    for (const cloud of clouds) {
      note(cloud);
      rows.push(await fleet(cloud));
    }
    const least = { 'create requests': SERVERS, 'refresh requests': SERVERS };
    return [...rows, { name: 'one request a server', yardstick: true, figures: least }];
  },
});

async function fleet(cloud: string): Promise<Row> {
  const clock = virtualClock();
  const emulator = await startEmulator({ clouds: [cloud], clock, trafficLog: '', rememberRequests: 100_000 });
  const open = () =>
    new Hansa({ env: emulator.env, clock, wiretap: clock.link, owner: 'bench', snapshotMs: 30_000 }).cloud(cloud);
  try {
    const made = open();
    const region = (await made.places())[0]?.id;
    const names = Array.from({ length: SERVERS }, (_, i) => `server-${i}`);
    const create = await counted(emulator, () =>
      Promise.all(names.map((name) => made.servers.create({ ...SPEC, name, region }))),
    );
    const ids = create.result.map(({ id }) => id);
    // As long after that as two runs of Terraform are apart: what was asked in the first no longer counts.
    await clock.sleep(3_600_000);
    const fresh = open();
    const refresh = await counted(emulator, () => Promise.all(ids.map((id) => fresh.servers.read(id))));
    if (refresh.result.some((one) => one === null)) throw new Error(`${cloud}: a server was not read`);
    return {
      name: cloud,
      figures: {
        'create requests': create.requests,
        'create s': create.seconds,
        'refresh requests': refresh.requests,
        'refresh s': refresh.seconds,
        'refused (429)': create.refused + refresh.refused,
      },
    };
  } finally {
    await emulator.close();
  }
}

/** What came of it, what it cost in requests, and how long it took on the clock. */
async function counted<T>({ clock, requests }: Emulator, act: () => Promise<T>) {
  requests.clear();
  const startedAt = clock.now();
  const result = await act();
  return {
    result,
    requests: requests.total,
    refused: requests.list({}).filter(({ status }) => status === 429).length,
    seconds: (clock.now() - startedAt) / 1000,
  };
}
