import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import { available, cassettes, interactions, MISSING } from './recorded/cassette.js';
import { TAGS_BEFORE } from './recorded/drift.js';
import { Replay } from './recorded/replay.js';

const there = available();
if (!there) process.stderr.write(`${MISSING}\n`);

/** What the emulator has not; its README says so. */
const NOT_EMULATED =
  /^\/1\.3\/(load-balancer|database|object-storage|kubernetes|gateway|file-storage|host|account|permission)|\/import$|^\/uploader/;
const emulated = (path: string) => path.startsWith('/1.3/') && !NOT_EMULATED.test(path);

const names = there ? cassettes(emulated) : [];
const total = { sent: 0 };

/** Requests that UpCloud really got are sent to the emulator: it must answer with the same status, form and, where it can, values. */
(there ? describe : describe.skip)('the emulator answers as UpCloud did', () => {
  const clock = manualClock(Date.UTC(2026, 10, 1));
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ clouds: ['upcloud'], clock, rateLimit: false });
  });
  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  test.each(names)('%s', async (name) => {
    emulator.reset();
    const replay = new Replay(emulator, clock);
    const problems: string[] = [];
    await replay.has(TAGS_BEFORE[name] ?? []);
    for (const one of interactions(name).filter(({ path }) => emulated(path))) {
      total.sent += 1;
      problems.push(...(await replay.send(one)).map((problem) => `${one.method} ${one.path} ${problem}`));
    }
    expect(problems).toEqual([]);
  });

  test('and enough of them', () => {
    expect(names.length).toBeGreaterThan(30);
    expect(total.sent).toBeGreaterThan(150);
  });
});
