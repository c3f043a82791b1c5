import { runSuite } from '@hansa/conformance';
import { startEmulator } from '@hansa/emulator';
import { DRIVERS, jumpingClock } from '@hansa/sdk';
import { defineScenario, type Row } from '../scenario.js';

export default defineScenario({
  name: 'conformance',
  what: 'All laws of all kinds at each emulated cloud, on a clock on which waiting takes no time.',
  async run({ note }) {
    const rows: Row[] = [];
    for (const [cloud, load] of Object.entries(DRIVERS)) {
      const { emulatorPath, intermediary } = await load();
      // What stands between has nothing to sell without a cloud behind it.
      if (emulatorPath === undefined || intermediary) continue;
      note(`trying ${cloud}`);
      const clock = jumpingClock();
      const emulator = await startEmulator({ clock, rateLimit: false });
      try {
        const startedAt = performance.now();
        const { verdicts, cases } = await runSuite({ cloud, emulated: true, hansa: { env: emulator.env, clock } });
        const seconds = (performance.now() - startedAt) / 1000;
        const slowest = Math.max(...verdicts.map(({ ms }) => ms)) / 1000;
        const figures = {
          'wall s': seconds,
          'slowest finding s': slowest,
          findings: verdicts.length,
          'interrupted lives': cases,
          requests: emulator.requests.total,
        };
        rows.push({ name: cloud, figures });
      } finally {
        await emulator.close();
      }
    }
    return rows;
  },
});
