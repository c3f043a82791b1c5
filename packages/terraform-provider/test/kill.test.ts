import { type Emulator, type EmulatorOptions, startEmulator } from '@hansa/emulator';
import { inventory } from './inventory.js';
import { childrenOf } from './processes.js';
import { workload } from './workload.js';
import { Workspace } from './workspace.js';

type Exchange = Parameters<NonNullable<EmulatorOptions['onExchange']>>[0];

/** More runs than there are steps: one that makes no headway ends the test. */
const MOST_RUNS = 60;

/**
 * What of the workload the cloud keeps: each is made by a request of its own, and deleted by one, so each takes a run with it. IONOS keeps
 * no keys, and a data center that holds the rest. What is `killed` elsewhere than at one cloud is what differs there: every step of every
 * kind at every cloud is killed by law 4, in one process.
 */
const CLOUDS = {
  hetzner: { keys: 1, things: 7, killed: ['apply', 'destroy'] },
  scaleway: { keys: 1, things: 7, killed: ['destroy'] },
  ionos: { keys: 0, things: 6, killed: ['apply'] },
};

// Side by side: they wait more than they work.
test.concurrent.each(Object.entries(CLOUDS))(
  'a provider at %s that is killed once with every change that it makes: ends with what was wanted, no doubles, no orphans, and destroys it all',
  async (cloud, { keys, things, killed }) => {
    const life = await Life.begin(cloud, killed);
    try {
      const runs = await life.persist('apply');
      if (killed.includes('apply')) expect(runs).toBeGreaterThan(things);
      await life.workspace.expectNoChanges();
      const there = await inventory(life.emulator, cloud);
      expect(there['servers']).toEqual(['web-1', 'web-2']);
      expect(there['ssh_keys'] ?? []).toHaveLength(keys);
      expect(there['volumes']?.filter((name) => name === 'data')).toEqual(['data']);
      expect(
        Object.values(there)
          .flat()
          .filter((name) => name === 'net' || name === 'web'),
      ).toHaveLength(2);

      const ends = await life.persist('destroy');
      if (killed.includes('destroy')) expect(ends).toBeGreaterThan(things);
      expect(await inventory(life.emulator, cloud)).toEqual({});
    } finally {
      await life.end();
    }
  },
);

/** A workload at an emulated cloud, and its Terraform, whose provider is killed again and again. */
class Life {
  #terraform = 0;
  #armed = false;
  /** A step has been struck whose reply arrives; the provider dies at what it asks next. */
  #arrived = false;
  /** Steps at which it was killed already: once each, since what does no harm twice may well be done twice. */
  readonly #struck = new Set<string>();

  private constructor(
    /** The commands in which it is killed. */
    readonly killed: readonly string[],
    readonly emulator: Emulator,
    readonly workspace: Workspace,
  ) {}

  static async begin(cloud: string, killed: readonly string[]): Promise<Life> {
    const emulator = await startEmulator({
      clock: { scale: 500 },
      onExchange: (exchange) => life.#heed(exchange),
    });
    const life = new Life(killed, emulator, new Workspace(emulator.env));
    await life.workspace.install();
    life.workspace.write(workload(cloud));
    await life.workspace.init();
    return life;
  }

  async end(): Promise<void> {
    this.workspace.remove();
    await this.emulator.close();
    expect(this.emulator.failures).toEqual([]);
  }

  /** Runs until a run was not disturbed any more; how many that took. */
  async persist(command: string): Promise<number> {
    const disturbs = this.killed.includes(command);
    for (let run = 1; run <= MOST_RUNS; run += 1) {
      this.#armed = disturbs;
      this.#arrived = false;
      // One thing after the other, so that a kill strikes one step and no other slips by beside it; killed.test.ts has many at once.
      const { code, output } = await this.workspace.run(
        [command, '-auto-approve', '-input=false', '-parallelism=1'],
        (child) => (this.#terraform = child.pid ?? 0),
      );
      const undisturbed = this.#armed || !disturbs;
      this.#armed = false;
      if (code === 0 && undisturbed) return run;
      if (code !== 0 && undisturbed) throw new Error(`run ${run} failed by itself:\n${output}`);
    }
    throw new Error(`no end after ${MOST_RUNS} runs`);
  }

  #heed({ method, path, requestBody, status }: Exchange): void {
    if (this.#arrived) {
      this.#arrived = false;
      killProvider(this.#terraform);
    }
    const step = `${method} ${path} ${JSON.stringify(requestBody)}`;
    if (!this.#armed || method === 'GET' || (status ?? 0) >= 400 || this.#struck.has(step)) return;
    this.#struck.add(step);
    this.#armed = false;
    // In turn before the reply leaves, and when it has arrived: known by the next request, never by the clock.
    if (this.#struck.size % 2 === 0) killProvider(this.#terraform);
    else this.#arrived = true;
  }
}

/** Ends the provider that this Terraform started as a power cut would. */
function killProvider(terraform: number): void {
  for (const { pid } of childrenOf(terraform)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}
