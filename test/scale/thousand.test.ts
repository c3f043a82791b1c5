import { startEmulator } from '@hansa/emulator';
import { Hansa, type HansaOptions, jumpingClock } from '@hansa/sdk';

const SERVERS = 1000;
const AT_ONCE = 50;
/** Does `work` for 0 to `n` - 1, so many at once. */
async function each<T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < n; i = next++) results[i] = await work(i);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** Hetzner, emulated, with its 3,600 requests an hour, on a clock that jumps over every wait. */
async function setup(settings: object = {}) {
  const clock = jumpingClock();
  const emulator = await startEmulator({ clouds: ['hetzner'], clock, ...settings });
  const exchanges: string[] = [];
  const connect = (more: HansaOptions = {}) =>
    new Hansa({
      env: emulator.env,
      clock,
      onExchange: ({ method, path, status }) => exchanges.push(`${status} ${method} ${path.replace(/\d+/g, '…')}`),
      ...more,
    }).cloud('hetzner').servers;
  /** Requests since the last time, by what they were. */
  const spent = () => {
    const counts: Record<string, number> = {};
    for (const one of exchanges.splice(0)) counts[one] = (counts[one] ?? 0) + 1;
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const refused = Object.entries(counts).reduce((sum, [what, n]) => sum + (what.startsWith('429') ? n : 0), 0);
    return { counts, total, refused };
  };
  return { clock, emulator, connect, spent };
}

it('a thousand servers are made, read and deleted within the limits, in requests that can be counted', async () => {
  const { clock, emulator, connect, spent } = await setup();
  try {
    const startedAt = clock.now();
    const servers = connect();
    const made = await each(SERVERS, (i) => servers.create(server(i)));
    // Four requests a server: make it, look at what is under way, wait and look (shared), take the mark off.
    const create = spent();
    expect(create.refused).toBe(0);
    expect(create.total).toBeLessThanOrEqual(4.2 * SERVERS);
    expect(create.counts['201 POST /servers']).toBe(SERVERS);
    // 3,600 requests are free, the rest come back one a second.
    expect((clock.now() - startedAt) / 1000).toBeLessThan(15 * 60);

    const refreshing = connect({ snapshotMs: 30_000 });
    const seen = await each(SERVERS, (i) => refreshing.read(made[i]?.id ?? ''));
    expect(seen.every((one, i) => one?.id === made[i]?.id)).toBe(true);
    expect(spent().total).toBeLessThanOrEqual(25);

    await each(SERVERS, (i) => servers.delete(made[i]?.id ?? ''));
    const remove = spent();
    expect(remove.counts['200 DELETE /servers/…']).toBe(SERVERS);
    expect(remove.total).toBeLessThanOrEqual(3.5 * SERVERS);
    expect(await servers.list()).toEqual([]);
  } finally {
    await emulator.close();
  }
});

it('another program that uses up half of the limit slows things down, and nobody sees a 429', async () => {
  const { emulator, connect, spent } = await setup({ rateLimit: { hetzner: { limit: 100, perSecond: 0.5 } } });
  try {
    const servers = connect();
    await each(100, (i) => servers.create(server(i)));
    const { counts, refused } = spent();
    expect(refused).toBeGreaterThan(0);
    expect(counts['201 POST /servers']).toBe(100);
    expect(await servers.list()).toHaveLength(100);
  } finally {
    await emulator.close();
  }
});

const server = (i: number) => ({ name: `s${i}`, region: 'fsn1', size: 'cx23', image: 'debian-12' });
