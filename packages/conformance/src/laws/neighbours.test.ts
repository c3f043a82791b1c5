import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa, type HttpRequest, jumpingClock, type Link } from '@hansa/sdk';
import { runSuite } from '../suite.js';

const clock = jumpingClock();
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['openstack'], clock, rateLimit: false });
});
afterAll(() => emulator.close());

/** Law 5 of servers, as at a real account in which `neighbour` does something while ours is made. */
async function lawFive(neighbour: (hansa: Hansa) => Promise<unknown>): Promise<(string | undefined)[]> {
  const options = { env: emulator.env, clock };
  let isFirst = true;
  const wiretap: Link = (next) => async (request: HttpRequest) => {
    if (isFirst && request.method === 'POST' && request.path.endsWith('/servers')) {
      isFirst = false;
      await neighbour(new Hansa({ ...options, owner: 'neighbour' }));
    }
    return next(request);
  };
  const { verdicts } = await runSuite({
    ...{ cloud: 'openstack', kinds: ['server'], laws: [5], emulated: false },
    hansa: { ...options, wiretap },
  });
  expect(isFirst).toBe(false);
  return verdicts.filter(({ status }) => status !== 'passed').map(({ reason }) => reason);
}

test("the disk of somebody else's new server is no leftover of ours", async () => {
  const spec = { name: 'theirs', image: 'debian-12', size: 'SCS-1V-2', diskGib: 30 };
  let id = '';
  const failed = await lawFive(async (hansa) => {
    const made = await hansa.cloud('openstack').servers.create(spec);
    expect(made.bootFrom).toBe('volume');
    id = made.id;
  });
  expect(failed).toEqual([]);
  await new Hansa({ env: emulator.env, clock, owner: 'neighbour' }).cloud('openstack').servers.delete(id);
});

test('a disk that stays, at no server and in nobody’s name, is one', async () => {
  const failed = await lawFive(async (hansa) => {
    const { api } = await hansa.cloud('openstack').connect();
    await (api as { volume: { post(path: string, body: object): Promise<unknown> } }).volume.post('/volumes', {
      volume: { size: 1 },
    });
  });
  expect(failed).toEqual([expect.stringMatching(/^volume \S+ is left behind$/)]);
});
