import { randomUUID } from 'node:crypto';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa } from '@hansa/sdk';
import { Agent, type Core, newConsumer } from './core.fixture.js';

/** How much faster the cloud's time goes. */
const SCALE = 50;
const SPEC = { region: 'fsn1', size: 'cx23', image: 'debian-12' };

/**
 * What befalls agents that are processes of their own, one jest test a case: killed at work, called off by the core, two at once, things
 * deleted behind them. The cloud is Hetzner, emulated; the core the emulated one or a given one. The same at every single request is
 * `matrix.test.ts` of the agent, where time is not the clock's.
 */
export function livesEndWell(given?: Core): void {
  let emulator: Emulator;
  let agent: Agent;
  let consumer: CloudHandle;
  let behind: CloudHandle;

  beforeAll(async () => {
    const clouds = ['hetzner', ...(given ? [] : ['fulcrum'])];
    // Fast, but not faster than a request: something is under way when the agent is killed.
    emulator = await startEmulator({ clouds, clock: { scale: SCALE }, rateLimit: false });
    const { HANSA_EMULATOR: _all, ...each } = emulator.env as Record<string, string>;
    const core = given ?? { url: each['FULCRUM_URL'] ?? '', token: each['FULCRUM_ADMIN_TOKEN'] ?? '' };
    agent = await Agent.setUp(core, 'hetzner', each, `run:${randomUUID()}`);
    const env = { ...each, FULCRUM_URL: core.url, FULCRUM_TOKEN: await newConsumer(core), FULCRUM_AGENT: agent.id };
    consumer = new Hansa({ clouds: { fulcrum: {} }, owner: 'shop', env }).cloud('fulcrum');
    behind = new Hansa({ env: each, owner: agent.owner }).cloud('hetzner');
  });
  afterEach(() => agent.end());
  afterAll(async () => {
    expect(await behind.servers.list({ owner: agent.owner })).toEqual([]);
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const posts = () => emulator.requests.count({ cloud: 'hetzner', method: 'POST', path: '/servers' });
  const until = async (so: () => boolean | Promise<boolean>) => {
    for (let looks = 0; !(await so()); looks += 1) {
      if (looks > 1000) throw new Error(`it never was so: ${so}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test('killed while it makes a server, it ends with one', async () => {
    const first = await agent.run();
    const before = posts();
    const made = consumer.servers.create({ name: 'killed', ...SPEC });
    made.catch(() => {});
    await until(() => posts() > before);
    await first.end('SIGKILL');
    // Of this very host: nobody waits for a process that is no more.
    await agent.run();
    const server = await made;
    expect(posts()).toBe(before + 1);
    expect(await behind.servers.list()).toHaveLength(1);
    await consumer.servers.delete(server.id);
  });

  test('of two processes one works; the other takes over when the first is killed', async () => {
    const first = await agent.run();
    const second = await agent.run('standing by');
    const one = await consumer.servers.create({ name: 'by-the-first', ...SPEC });
    expect(second.hasSaid('is at work')).toBe(false);
    await first.end('SIGTERM');
    await second.said('is at work');
    const before = posts();
    const other = await consumer.servers.create({ name: 'by-the-second', ...SPEC });
    expect(posts()).toBe(before + 1);
    await Promise.all([one, other].map(({ id }) => consumer.servers.delete(id)));
  });

  test('what was changed or deleted at the cloud itself is told at its next round', async () => {
    const running = await agent.run('is at work', ['--look', '0.5']);
    const server = await consumer.servers.create({ name: 'deleted', ...SPEC });
    const [real] = await behind.servers.list();
    await behind.servers.update(real?.id ?? '', { power: 'off' });
    await until(async () => (await consumer.servers.read(server.id))?.power === 'off');
    await consumer.servers.update(server.id, { power: 'on' });
    expect(await behind.servers.list()).toMatchObject([{ power: 'on' }]);
    await behind.servers.delete(real?.id ?? '');
    await until(async () => (await consumer.servers.read(server.id)) === null);
    // Whether a round saw it gone, or changed and the look itself found nothing, is the clock's affair.
    await running.said('at the cloud itself; looked at anew');
  });

  (given && given.timeoutMs === undefined ? test.skip : test)(
    'called off for its age, an order is told so, and the next one ends with one server',
    async () => {
      const timeoutMs = given?.timeoutMs ?? 2_000;
      const takes = (ms: number) =>
        emulator.configure({
          durations: {
            hetzner: { '*': ms * SCALE },
            ...(given ? {} : { fulcrum: { 'job.timeout': timeoutMs * SCALE } }),
          },
        });
      takes(20);
      // Nobody is there to take it.
      const made = consumer.servers.create({ name: 'late', ...SPEC });
      await expect(made).rejects.toMatchObject({ message: expect.stringMatching(/exceeding maximum processing time/) });
      // Too slow: the server is there when the core wants to hear of it no more.
      const working = await agent.run();
      takes(timeoutMs + 3_000);
      const before = posts();
      const slow = consumer.servers.create({ name: 'slow', ...SPEC });
      await expect(slow).rejects.toMatchObject({ message: expect.stringMatching(/exceeding maximum processing time/) });
      expect(posts()).toBe(before + 1);
      await working.said('called the job off');
      takes(20);
      const server = await consumer.servers.create({ name: 'slow', ...SPEC });
      expect(posts()).toBe(before + 1);
      expect((await behind.servers.list()).filter(({ name }) => name.startsWith('slow'))).toHaveLength(1);
      await consumer.servers.delete(server.id);
    },
  );
}
