import { workload } from '../../packages/terraform-provider/test/workload.js';
import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, signal, start, until } from './ground.fixture.js';

/** What is never answered is cut off by the machine's own time: so soon, s. */
const SOON = { HANSA_REQUEST_TIMEOUT: '1' };

async function on(begin: Promise<Ground>, play: (ground: Ground) => Promise<void>): Promise<void> {
  const ground = await begin;
  try {
    await play(ground);
  } finally {
    await ground.close();
  }
}

// Side by side: all that they do is wait.
describe('an API that takes its time', () => {
  // On the machine's own clock, since it is about time.
  test.concurrent('half a second for each answer: the whole workload comes and goes', () =>
    on(Ground.start({ latencyMs: 500 }), async (ground) => {
      const workspace = await ground.workspaceInProcess(workload('hetzner'));
      expect(await workspace.apply()).toContain('7 added');
      await workspace.expectNoChanges();
      await workspace.destroy();
      expect(await ground.inventory('hetzner')).toEqual({});
    }));

  test.concurrent.each([
    ['a create, not carried out', { method: 'POST', path: '/servers', when: 'before' }],
    ['a create, carried out', { method: 'POST', path: '/servers', when: 'after' }],
    ['a look', { method: 'GET', path: '/servers/{id}', when: 'before' }],
  ] as const)('no answer at all to %s: cut off, and looked after', (_, fault) =>
    on(Ground.inProcess({}, SOON), async (ground) => {
      const workspace = await ground.workspaceInProcess(PROVIDER + servers('hetzner', 1));
      ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', ...fault });
      expect(await workspace.apply()).toContain('1 added');
      await workspace.expectNoChanges();
      expect((await ground.inventory('hetzner'))['servers']).toEqual(['hetzner-0']);
    }),
  );

  test.concurrent('an answer that never ends is cut off too', () =>
    on(Ground.start(), async (ground) => {
      const workspace = await ground.workspace(PROVIDER + servers('hetzner', 1), SOON);
      ground.emulator.faults.add({
        kind: 'slow-body',
        cloud: 'hetzner',
        method: 'GET',
        path: '/server_types',
        ms: 3_600_000,
      });
      expect(await workspace.apply()).toContain('1 added');
    }));

  test.concurrent('Ctrl-C ends a plan that waits for an API that never answers', () =>
    on(Ground.start(), async (ground) => {
      const workspace = await ground.workspace(PROVIDER + servers('hetzner', 2));
      ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', times: 'always' });
      const { pid, ended } = start(workspace, 'plan', '-input=false');
      await until('a request', () => ground.emulator.requests.total > 0);
      signal('SIGINT', pid);
      const { code, output } = await ended;
      expect(code).toBe(1);
      expect(output).toContain('The operation was cancelled');
    }));

  test.concurrent('an API that never answers: one clear error', () =>
    on(Ground.inProcess({}, { HANSA_REQUEST_TIMEOUT: '0.2' }), async (ground) => {
      const workspace = await ground.workspaceInProcess(PROVIDER + servers('hetzner', 5));
      ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', times: 'always' });
      const { code, output } = await workspace.run(['plan', '-input=false']);
      expect(code).toBe(1);
      expect(output.match(/Error: /g)).toHaveLength(1);
      expect(output.replace(/\s+/g, ' ')).toMatch(
        /no answer to GET \S+: none within 0.2 s.*check the endpoint and the network/,
      );
    }));
});
