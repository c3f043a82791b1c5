import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf, PROVIDER, servers } from './fleet.fixture.js';
import { Ground } from './ground.fixture.js';

jest.setTimeout(120_000);

/** Requests that are there at the beginning, and come back each second: far fewer than an apply sends at once. */
const LOW = { limit: 8, perSecond: 2 };

test('a rate limit far below what is wanted: it waits, says so, and ends well', async () => {
  const ground = await Ground.start({
    clock: { scale: 1 },
    durations: { hetzner: { '*': 100 } },
    rateLimit: { hetzner: LOW },
  });
  try {
    const workspace = await ground.workspace(PROVIDER + servers('hetzner', 5), {
      TF_LOG_PROVIDER: 'INFO',
      TF_LOG_PATH: 'terraform.log',
    });
    ground.emulator.requests.clear();
    expect(await workspace.apply()).toContain('5 added');
    const refused = ground.emulator.requests.count({ status: 429 });
    expect(refused).toBeGreaterThan(0);
    // Who was refused waits for all: nobody hammers at a closed door.
    expect(refused).toBeLessThan(ground.emulator.requests.total / 2);
    const log = readFileSync(join(workspace.directory, 'terraform.log'), 'utf8');
    expect(log).toMatch(/waiting to repeat: Limit of '8' requests per hour reached/);
    await workspace.expectNoChanges();
    // What follows is the test's own asking.
    ground.emulator.configure({ rateLimit: false });
    expect((await ground.inventory('hetzner'))['servers']).toEqual(namesOf('hetzner', 5));
  } finally {
    await ground.close();
  }
});
