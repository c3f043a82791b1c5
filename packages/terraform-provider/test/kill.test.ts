import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from './inventory.js';
import { childrenOf } from './processes.js';
import { workload } from './workload.js';
import { Workspace } from './workspace.js';

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

describe.each(Object.entries(CLOUDS))(
  'a provider at %s that is killed once with every change that it makes',
  (cloud, { keys, things, killed }) => {
    let emulator: Emulator;
    let workspace: Workspace;
    let terraform = 0;
    let armed = false;
    /** A step has been struck whose reply arrives; the provider dies at what it asks next. */
    let arrived = false;
    /** Steps at which it was killed already: once each, since what does no harm twice may well be done twice. */
    const struck = new Set<string>();

    beforeAll(async () => {
      emulator = await startEmulator({
        clock: { scale: 500 },
        onExchange: ({ method, path, requestBody, status }) => {
          if (arrived) {
            arrived = false;
            killProvider(terraform);
          }
          const step = `${method} ${path} ${JSON.stringify(requestBody)}`;
          if (!armed || method === 'GET' || (status ?? 0) >= 400 || struck.has(step)) return;
          struck.add(step);
          armed = false;
          // In turn before the reply leaves, and when it has arrived: known by the next request, never by the clock.
          if (struck.size % 2 === 0) killProvider(terraform);
          else arrived = true;
        },
      });
      workspace = new Workspace(emulator.env);
      await workspace.install();
      workspace.write(workload(cloud));
      await workspace.init();
    });

    afterAll(async () => {
      workspace.remove();
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    });

    /** Runs until a run was not disturbed any more; how many that took. */
    async function persist(command: string): Promise<number> {
      for (let run = 1; run <= MOST_RUNS; run += 1) {
        armed = killed.includes(command);
        arrived = false;
        // One thing after the other, so that a kill strikes one step and no other slips by beside it; killed.test.ts has many at once.
        const { code, output } = await workspace.run(
          [command, '-auto-approve', '-input=false', '-parallelism=1'],
          (child) => (terraform = child.pid ?? 0),
        );
        const undisturbed = armed || !killed.includes(command);
        armed = false;
        if (code === 0 && undisturbed) return run;
        if (code !== 0 && undisturbed) throw new Error(`run ${run} failed by itself:\n${output}`);
      }
      throw new Error(`no end after ${MOST_RUNS} runs`);
    }

    test('ends with what was wanted: no doubles, no orphans', async () => {
      const runs = await persist('apply');
      if (killed.includes('apply')) expect(runs).toBeGreaterThan(things);
      await workspace.expectNoChanges();
      const there = await inventory(emulator, cloud);
      expect(there['servers']).toEqual(['web-1', 'web-2']);
      expect(there['ssh_keys'] ?? []).toHaveLength(keys);
      expect(there['volumes']?.filter((name) => name === 'data')).toEqual(['data']);
      expect(
        Object.values(there)
          .flat()
          .filter((name) => name === 'net' || name === 'web'),
      ).toHaveLength(2);
    });

    test('destroys it all', async () => {
      const runs = await persist('destroy');
      if (killed.includes('destroy')) expect(runs).toBeGreaterThan(things);
      expect(await inventory(emulator, cloud)).toEqual({});
    });
  },
);

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
