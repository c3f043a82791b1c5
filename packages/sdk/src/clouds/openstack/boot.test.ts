import { startEmulator } from '@hansa/emulator';
import { Hansa } from '../../hansa.js';
import { jumpingClock } from '../../runtime/clock.js';
import { bootsBothWays } from './testing/boots.js';

test('the plan tells what a server boots from, and no change of size touches a volume', async () => {
  const clock = jumpingClock();
  const emulator = await startEmulator({ clouds: ['openstack'], clock });
  try {
    await bootsBothWays(new Hansa({ env: emulator.env, clock, owner: 'shop' }).cloud('openstack'), 'web');
    expect(emulator.failures).toEqual([]);
  } finally {
    await emulator.close();
  }
});
