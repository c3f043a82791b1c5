import { startEmulator } from '@hansa/emulator';
import { Hansa, jumpingClock } from '@hansa/sdk';
import { seesAndChanges } from './openstack-client/sees-and-changes.js';
import { withoutClient } from './openstack-client/session.js';

const reason = withoutClient();
if (reason) process.stderr.write(`OpenStack's own client: not tried, ${reason}\n`);

(reason ? describe.skip : describe)("OpenStack's own command line, at the emulator", () => {
  seesAndChanges(async () => {
    const clock = jumpingClock();
    // The command line waits on its own clock.
    const emulator = await startEmulator({ clouds: ['openstack'], clock, durations: { openstack: { '*': 0 } } });
    const { env } = emulator;
    return {
      cloud: (owner) => new Hansa({ env, clock, owner }).cloud('openstack'),
      env,
      size: 'SCS-2V-4',
      close: async () => {
        await emulator.close();
        expect(emulator.failures).toEqual([]);
      },
    };
  });
});
