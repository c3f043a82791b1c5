import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import { Client, cloudOf, type Endpoint } from './both/client.js';
import { without } from './both/differences.js';
import { answers, record } from './both/record.js';
import { identity, keypairs, machines, networks } from './both/walk.js';

// One suite of requests, held against one record: what a real OpenStack (Zed) answered. The emulator is always held against it, a real
// one where HANSA_TEST_OPENSTACK names its clouds.yaml. HANSA_RECORD_OPENSTACK=1 writes the record anew, from the real one alone.

const file = process.env['HANSA_TEST_OPENSTACK'];
const anew = process.env['HANSA_RECORD_OPENSTACK'] === '1';
if (!file)
  process.stderr.write(
    'a real OpenStack: skipped, HANSA_TEST_OPENSTACK names no clouds.yaml (scripts/openstack/up.sh makes one)\n',
  );

const walks = { identity, keypairs, networks, machines };
const chapters = Object.keys(walks) as (keyof typeof walks)[];
let emulator: Emulator | undefined;
afterAll(() => emulator?.close());

async function emulated(): Promise<Endpoint> {
  const clock = manualClock();
  // Not held against the description too: what it says amiss of old microversions and of the services' own pages is no news here.
  emulator = await startEmulator({ clouds: ['openstack'], clock, trafficLog: '' });
  const { OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME } = emulator.env as Record<string, string>;
  return {
    authUrl: OS_AUTH_URL!,
    username: OS_USERNAME!,
    password: OS_PASSWORD!,
    project: OS_PROJECT_NAME!,
    pause: async () => clock.advance(1000),
  };
}

const real = async (): Promise<Endpoint> => ({
  ...cloudOf(file!, 'hansa-password'),
  pause: () => new Promise((resolve) => setTimeout(resolve, 200)),
});

describe.each([
  { who: 'emulator', open: emulated, there: true },
  { who: 'real', open: real, there: file !== undefined },
] as const)('$who: answers as a real OpenStack does', ({ who, open, there }) => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    if (there) endpoint = await open();
  });

  (there ? test : test.skip).each(chapters)('%s', async (chapter) => {
    const client = new Client(endpoint);
    if (chapter !== 'identity')
      client.enter(await client.send('POST', client.url('identity', '/auth/tokens'), { body: client.login() }));
    await walks[chapter](client).catch(async (reason: unknown) => {
      await client.undo();
      throw reason;
    });
    if (anew && who === 'real') record(chapter, client.recorded);
    expect(without(chapter, client.recorded)).toEqual(without(chapter, answers[chapter] ?? {}));
  });
});
