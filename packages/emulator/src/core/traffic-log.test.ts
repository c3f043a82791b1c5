import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmulatorOptions, startClouds } from './emulator.js';
import { toy } from './toy-cloud.fixture.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hansa-traffic-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const headers = { 'x-toy-token': 'fake', 'content-type': 'application/json' };

async function record(options: EmulatorOptions): Promise<void> {
  const emulator = await startClouds([toy], { rateLimit: false, ...options });
  await fetch(`${emulator.url}/toy/things?note=1`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'a', password: 'hush', user_data: '#cloud-config hush' }),
  });
  await fetch(`${emulator.url}/toy/secrets/a`, { method: 'PUT', headers, body: '"hush"' });
  for (let i = 0; i < 3; i++) await fetch(`${emulator.url}/toy/things/special`, { headers });
  await fetch(`${emulator.url}/_emulator`);
  await emulator.close();
}

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('appends what is exchanged with a cloud, each but once, and no credential', async () => {
  const file = join(folder, 'log.jsonl');
  await record({ trafficLog: file });
  await record({ trafficLog: file });
  expect(lines(file).map(({ path }) => path)).toEqual(
    Array(2).fill(['/things?note=1', '/secrets/a', '/things/special']).flat(),
  );
  expect(lines(file)[0]).toMatchObject({
    cloud: 'toy',
    method: 'POST',
    path: '/things?note=1',
    status: 201,
    requestHeaders: { 'x-toy-token': '[redacted]' },
    requestBody: { name: 'a', password: '[redacted]', user_data: '[redacted]' },
    faults: [],
  });
  expect(readFileSync(file, 'utf8')).not.toMatch(/fake|hush/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('is asked for by the environment where no option says so', async () => {
  const before = process.env['HANSA_TRAFFIC_LOG'];
  const file = join(folder, 'log.jsonl');
  try {
    process.env['HANSA_TRAFFIC_LOG'] = file;
    await record({});
    await record({ trafficLog: '' });
  } finally {
    if (before === undefined) delete process.env['HANSA_TRAFFIC_LOG'];
    else process.env['HANSA_TRAFFIC_LOG'] = before;
  }
  expect(lines(file)).toHaveLength(3);
});

it('refuses a file that cannot be written', async () => {
  await expect(startClouds([toy], { trafficLog: join(folder, 'not-there', 'log') })).rejects.toThrow('ENOENT');
});
