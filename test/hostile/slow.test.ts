import { workload } from '../../packages/terraform-provider/test/workload.js';
import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, signal, start, until } from './ground.fixture.js';

/** Where requests are answered late or never, they are cut off by the machine's own time: so soon, s. */
const SOON = { HANSA_REQUEST_TIMEOUT: '1' };

describe('an API that takes its time', () => {
  let ground: Ground;
  afterEach(() => ground.close());

  test.each([
    ['a create, not carried out', { method: 'POST', path: '/servers', when: 'before' }],
    ['a create, carried out', { method: 'POST', path: '/servers', when: 'after' }],
    ['a look', { method: 'GET', path: '/servers/{id}', when: 'before' }],
  ] as const)('no answer at all to %s: cut off, and looked after', async (_, fault) => {
    ground = await Ground.inProcess({}, SOON);
    const workspace = await ground.workspaceInProcess(PROVIDER + servers('hetzner', 1));
    ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', ...fault });
    expect(await workspace.apply()).toContain('1 added');
    await workspace.expectNoChanges();
    expect((await ground.inventory('hetzner'))['servers']).toEqual(['hetzner-0']);
  });

  test('an answer that never ends is cut off too', async () => {
    ground = await Ground.start();
    const workspace = await ground.workspace(PROVIDER + servers('hetzner', 1), SOON);
    ground.emulator.faults.add({
      kind: 'slow-body',
      cloud: 'hetzner',
      method: 'GET',
      path: '/server_types',
      ms: 3_600_000,
    });
    expect(await workspace.apply()).toContain('1 added');
  });

  test('Ctrl-C ends a plan that waits for an API that never answers', async () => {
    ground = await Ground.start();
    const workspace = await ground.workspace(PROVIDER + servers('hetzner', 2));
    ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', times: 'always' });
    const { pid, ended } = start(workspace, 'plan', '-input=false');
    await until('a request', () => ground.emulator.requests.total > 0);
    signal('SIGINT', pid);
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toContain('The operation was cancelled');
  });

  test('an API that never answers: one clear error', async () => {
    ground = await Ground.inProcess({}, { HANSA_REQUEST_TIMEOUT: '0.2' });
    const workspace = await ground.workspaceInProcess(PROVIDER + servers('hetzner', 5));
    ground.emulator.faults.add({ kind: 'hang', cloud: 'hetzner', times: 'always' });
    const { code, output } = await workspace.run(['plan', '-input=false']);
    expect(code).toBe(1);
    expect(output.match(/Error: /g)).toHaveLength(1);
    expect(output.replace(/\s+/g, ' ')).toMatch(
      /no answer to GET \S+: none within 0.2 s.*check the endpoint and the network/,
    );
  });
});

// On the machine's own clock, since it is about time; and beside the others, since all it does is wait.
test.concurrent('half a second for each answer: the whole workload comes and goes', async () => {
  const ground = await Ground.start({ latencyMs: 500 });
  try {
    const workspace = await ground.workspaceInProcess(workload('hetzner'));
    expect(await workspace.apply()).toContain('7 added');
    await workspace.expectNoChanges();
    await workspace.destroy();
    expect(await ground.inventory('hetzner')).toEqual({});
  } finally {
    await ground.close();
  }
});
