import type { Emulator } from '@hansa/emulator';
import { namesOf, PROVIDER, servers } from './fleet.fixture.js';
import { Ground } from './ground.fixture.js';

type RequestLog = Emulator['requests'];

/** Requests that are there at the beginning, and come back each second: far fewer than an apply sends at once. */
const LOW = { limit: 8, perSecond: 2 };

/** Those under way before the first answer could be refused (Hetzner: ten at once); after it nobody needs to be. */
const UNDER_WAY = 10;

/** On a clock that stands still while a request is on its way: however slow the machine is, the limit is met. */
async function withLowLimit(cloud: string, judge: (requests: RequestLog, log: string) => void): Promise<void> {
  const ground = await Ground.inProcess({ durations: { [cloud]: { '*': 100 } }, rateLimit: { [cloud]: LOW } });
  try {
    const workspace = await ground.workspaceInProcess(PROVIDER + servers(cloud, 5));
    ground.emulator.requests.clear();
    expect(await workspace.apply()).toContain('5 added');
    judge(ground.emulator.requests, ground.log.join('\n'));
    await workspace.expectNoChanges();
    // What follows is the test's own asking.
    ground.emulator.configure({ rateLimit: false });
    expect((await ground.inventory(cloud))['servers']).toEqual(namesOf(cloud, 5));
  } finally {
    await ground.close();
  }
}

describe('a rate limit far below what is wanted', () => {
  test('that answers tell of: it goes as slowly as it must, and is not refused', () =>
    withLowLimit('hetzner', (requests) => {
      expect(requests.total).toBeGreaterThan(2 * LOW.limit);
      expect(requests.count({ status: 429 })).toBeLessThanOrEqual(UNDER_WAY);
    }));

  test('that only refusals tell of: it waits, says so, and ends well', () =>
    withLowLimit('scaleway', (requests, log) => {
      const refused = requests.count({ status: 429 });
      expect(refused).toBeGreaterThan(0);
      // Who was refused waits for all: nobody hammers at a closed door.
      expect(refused).toBeLessThan(requests.total / 2);
      expect(log).toMatch(/waiting to repeat: /);
    }));
});
