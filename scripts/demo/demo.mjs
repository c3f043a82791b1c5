import { findTerraform } from '../terraform/find.mjs';
import { inventory, since, summary } from './inventory.mjs';
import { Processes } from './processes.mjs';
import { Progress } from './progress.mjs';
import { deploy, destroy, secondPlan } from './stack.mjs';
import { table } from './table.mjs';
import { Workspace } from './workspace.mjs';

/** How many times faster than real time the emulators' clocks run. */
const SCALE = 10;

/** The whole demo on packages that are built; its exit code. Leaves no process, and no file but the log of a failure. */
export async function demo() {
  const workspace = new Workspace();
  const processes = new Processes(workspace.log);
  const progress = new Progress();
  let emulator;
  const stop = (signal) => processes.stop(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const { startEmulator } = await import('@hansa/emulator');
    const terraform = await findTerraform((text) => progress.say(text));
    emulator = await startEmulator({ clock: { scale: SCALE } });
    const clouds = Object.keys(emulator.clouds);
    progress.say(`${clouds.length} clouds emulated at ${emulator.url}, their clocks ${SCALE} times as fast:`);
    progress.say(clouds.join(', '));
    const stage = { workspace, processes, progress, terraform };
    await progress.step('lay out the provider and the example', () => workspace.prepare(emulator.env));

    // What the vendors put into every account: default security groups and networks.
    const before = await progress.step('look at all clouds', () => inventory(emulator.env, clouds));
    const servers = await progress.step('cdktf deploy', () => deploy(stage));
    const made = await progress.step('look at all clouds', async () =>
      since(before, await inventory(emulator.env, clouds)),
    );
    progress.say(summary(made));
    progress.print(`\n${table(servers)}\n`);
    const listed = made.filter(({ kind }) => kind === 'server').length;
    if (listed !== servers.length)
      throw new Error(`${servers.length} servers were deployed, the clouds have ${listed}`);

    await progress.step('second plan: no changes', () => secondPlan(stage));
    await progress.step('cdktf destroy', () => destroy(stage));
    const left = await progress.step('look at all clouds', async () =>
      since(before, await inventory(emulator.env, clouds)),
    );
    if (left.length > 0) throw new Error(`left behind: ${summary(left)}`);
    if (emulator.failures.length > 0) throw new AggregateError(emulator.failures, 'the emulator failed');

    workspace.log.remove();
    const on = new Set(servers.map(({ cloud }) => cloud)).size;
    progress.print(`\ndemo: ok, ${servers.length} servers on ${on} clouds, second plan empty, nothing left`);
    return 0;
  } catch (error) {
    if (processes.stopped) {
      workspace.log.remove();
      progress.stopped(processes.stopped);
    } else progress.fail(error, workspace.log);
    return 1;
  } finally {
    await processes.stop();
    await emulator?.close();
    workspace.remove();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
