import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import { Client, type Endpoint } from './both/client.js';
import { answers, record } from './both/record.js';
import { stage } from './both/stage.js';
import { access, agents, jobs, more, people, services, types } from './both/walk/index.js';

// One suite of requests, held against one record: what a real core answered (docs/federation.md says which). The emulator is always held
// against it, a real core where FULCRUM_URL and FULCRUM_TOKEN (its admin's) name one. HANSA_RECORD_FULCRUM=1 writes the record anew, from
// the real one alone.

const { FULCRUM_URL: url, FULCRUM_TOKEN: token } = process.env;
const anew = process.env['HANSA_RECORD_FULCRUM'] === '1';
const walks = { access, people, types, agents, services, jobs, more };
const chapters = Object.keys(walks) as (keyof typeof walks)[];
let emulator: Emulator | undefined;
afterAll(() => emulator?.close());

async function emulated(): Promise<Endpoint> {
  const clock = manualClock();
  emulator = await startEmulator({ clouds: ['fulcrum'], clock, rateLimit: false });
  const { FULCRUM_URL = '', FULCRUM_ADMIN_TOKEN = '' } = emulator.env;
  return { url: FULCRUM_URL, admin: FULCRUM_ADMIN_TOKEN, pause: async () => clock.advance(1000) };
}

const real = async (): Promise<Endpoint> => ({
  url: url ?? '',
  admin: token ?? '',
  pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
});

describe.each([
  { who: 'emulator', open: emulated, there: true },
  { who: 'real', open: real, there: Boolean(url && token) },
] as const)('$who: answers as a real core does', ({ who, open, there }) => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    if (there) endpoint = await open();
  });

  (there ? test : test.skip).each(chapters)('%s', async (chapter) => {
    const client = new Client(endpoint);
    await walks[chapter](client, await stage(client));
    if (anew && who === 'real') record(chapter, client.recorded);
    expect(client.recorded).toEqual(answers[chapter]);
  });
});
