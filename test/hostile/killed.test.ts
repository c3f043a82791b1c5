import { setTimeout as sleep } from 'node:timers/promises';
import { namesOf, PROVIDER, servers } from './fleet.fixture.js';
import { alive, Ground, providersOf, signal, start, until, type Workspace } from './ground.fixture.js';

const MANY = { hetzner: 1, scaleway: 2, upcloud: 2, ovh: 2, ionos: 2, seca: 1 };
const CLOUDS = Object.entries(MANY);
const HCL = PROVIDER + CLOUDS.map(([cloud, count]) => servers(cloud, count)).join('');
/** A provider whose Terraform is gone looks round once a second, and lets what it has sent come to its end. */
const SOON_MS = 60_000;

/** An emulator of its own, a configuration of many servers, and what is asked of them. */
class Scene {
  private constructor(
    readonly ground: Ground,
    readonly workspace: Workspace,
  ) {}

  static async set(play: (scene: Scene) => Promise<void>): Promise<void> {
    const ground = await Ground.start();
    try {
      await play(new Scene(ground, await ground.workspace(HCL)));
    } finally {
      await ground.close();
    }
  }

  /** One more apply ends with what was wanted, each once. */
  async converges(): Promise<void> {
    await this.workspace.apply();
    await this.workspace.expectNoChanges();
    for (const [cloud, count] of CLOUDS) {
      expect((await this.ground.inventory(cloud))['servers']).toEqual(namesOf(cloud, count));
    }
  }

  /** An apply up to its nth create, and the processes that take part in it. */
  async upTo(nth: number) {
    const { requests } = this.ground.emulator;
    const run = start(this.workspace, 'apply', '-auto-approve', '-input=false');
    await until(`create ${nth}`, () => requests.count({ method: 'POST' }) >= nth);
    return { ...run, providers: providersOf(run.pid) };
  }
}

// Side by side: they wait more than they work.
describe('what is killed in the middle of an apply', () => {
  test.concurrent.each([1, 5])(
    'Terraform itself, at create %i: its providers end, and the next apply converges',
    (nth) =>
      Scene.set(async (scene) => {
        const { pid, ended, providers } = await scene.upTo(nth);
        expect(providers).not.toEqual([]);
        signal('SIGKILL', pid);
        await ended;
        expect(await alive(providers, SOON_MS)).toEqual([]);
        await scene.converges();
      }),
  );

  test.concurrent('Terraform itself, and the next apply begins at once', () =>
    Scene.set(async (scene) => {
      scene.ground.emulator.configure({ latencyMs: 200 });
      const { pid, ended } = await scene.upTo(3);
      signal('SIGKILL', pid);
      await ended;
      await scene.converges();
    }));

  test.concurrent('Terraform, politely: what was made is in the state, and the next apply completes', () =>
    Scene.set(async (scene) => {
      const { ground, workspace } = scene;
      const { pid, ended, providers } = await scene.upTo(5);
      // As a terminal does it: Ctrl-C goes to all of them.
      signal('SIGINT', pid, ...providers);
      const { code, output } = await ended;
      expect(code).toBe(1);
      expect(output).toContain('Interrupt received');
      expect(await alive(providers, SOON_MS)).toEqual([]);
      const there = await Promise.all(CLOUDS.map(async ([cloud]) => (await ground.inventory(cloud))['servers'] ?? []));
      expect(workspace.resources()).toHaveLength(there.flat().length);
      await scene.converges();
    }));

  test.concurrent.each(['the provider', 'Terraform'])('%s, at ten moments', (who) =>
    Scene.set(async (scene) => {
      const { ground, workspace } = scene;
      const { requests } = ground.emulator;
      for (const { nth, afterMs } of moments(10)) {
        requests.clear();
        const { pid, ended } = start(workspace, 'apply', '-auto-approve', '-input=false');
        let over = false;
        void ended.finally(() => (over = true));
        await until(`request ${nth}`, () => over || requests.total >= nth);
        await sleep(afterMs);
        signal('SIGKILL', ...(who === 'Terraform' ? [pid] : providersOf(pid)));
        await ended;
      }
      await scene.converges();
      await workspace.destroy();
      for (const [cloud] of CLOUDS) expect(await ground.inventory(cloud)).toEqual({});
    }),
  );
});

/** Moments that look random and are the same each time: a request, and ms after it. */
function moments(count: number): { nth: number; afterMs: number }[] {
  let seed = 20_261_123;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () => ({ nth: 5 + next(60), afterMs: next(60) }));
}
