import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../core/clock.js';
import { newProject } from './hetzner.fixture.js';

describe('a project in a state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-hetzner-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('goes on where it was stopped, in the middle of an action too', async () => {
    const stateFile = join(folder, 'state.json');
    const clock = manualClock(Date.UTC(2026, 10, 23));
    const before = await newProject({ stateFile, clock });
    const { body } = await before.call('POST', '/servers', { name: 's', server_type: 'cx23', image: 'debian-12' });
    await before.close();

    clock.advance(1500);
    const after = await newProject({ stateFile, clock });
    const { server } = (await after.call('GET', `/servers/${body.server.id}`)).body;
    expect(server).toMatchObject({ status: 'off', locked: true, public_net: body.server.public_net });
    clock.advance(500);
    expect((await after.call('GET', `/servers/${body.server.id}`)).body.server.status).toBe('running');
    const { action } = (await after.call('POST', `/servers/${body.server.id}/actions/reboot`)).body;
    expect(action.id).toBeGreaterThan(body.next_actions[0].id);
    await after.close();
  });
});
