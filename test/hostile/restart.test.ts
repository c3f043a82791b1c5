import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { namesOf, PROVIDER, servers } from './fleet.fixture.js';
import { Ground, start, until } from './ground.fixture.js';

const MANY = { hetzner: 1, scaleway: 2, upcloud: 2, ovh: 2, ionos: 2, seca: 1 };
const DOWN_MS = 2_000;

test('an API that is away for two seconds in the middle of an apply, and comes back with what it knew', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hansa-restart-'));
  const ground = await Ground.start({ stateFile: join(directory, 'state.json') });
  try {
    const workspace = await ground.workspace(
      Object.entries(MANY).reduce((hcl, [cloud, count]) => hcl + servers(cloud, count), PROVIDER),
    );
    const { ended } = start(workspace, 'apply', '-auto-approve', '-input=false');
    await until('some servers', () => ground.emulator.requests.count({ method: 'POST', status: 201 }) >= 4);
    await ground.restart(() => sleep(DOWN_MS));
    const { code, output } = await ended;
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('10 added') });
    await workspace.expectNoChanges();
    for (const [cloud, count] of Object.entries(MANY)) {
      expect((await ground.inventory(cloud))['servers']).toEqual(namesOf(cloud, count));
    }
  } finally {
    await ground.close();
    rmSync(directory, { recursive: true });
  }
});
