import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';
import { hansa, start } from '../../../test/hansa.js';

const folder = mkdtempSync(join(tmpdir(), 'hansa-fulcrum-'));
const file = join(folder, 'agent.env');
const children: ChildProcess[] = [];
let emulator: Emulator;
let env: Record<string, string>;

beforeAll(async () => {
  // Fast, but not faster than a request: a create is under way when the agent is killed.
  emulator = await startEmulator({ clouds: ['fulcrum', 'hetzner'], clock: { scale: 50 }, rateLimit: false });
  const { HANSA_EMULATOR: _all, ...each } = emulator.env;
  env = each;
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The agent as a process of its own, once it is at work. */
async function agent() {
  const child = start(['fulcrum-agent', 'run', '--cloud', 'hetzner', '--poll', '0.1', '--json'], env);
  children.push(child);
  const lines = createInterface(child.stdout!);
  for await (const line of lines) if (line.includes('is at work')) break;
  return {
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

test('bootstrap, run, kill, run, doctor: one server, and nothing at the end', async () => {
  const setUp = await hansa(
    ['fulcrum-agent', 'bootstrap', '-c', 'hetzner', '--provider', 'Hetzner', '--write-env', file],
    env,
  );
  expect(setUp).toMatchObject({ code: 0, stdout: '' });
  expect(setUp.stderr).toMatch(/service type hansa_server made[\s\S]*country:DE[\s\S]*next: .*fulcrum-agent run/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [, token = ''] = /FULCRUM_AGENT_TOKEN=(\S+)/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(setUp.stderr).not.toContain(token);
  env['FULCRUM_AGENT_TOKEN'] = token;

  const first = await agent();
  const consumer = new Hansa({ clouds: { fulcrum: {} }, owner: 'shop', env }).cloud('fulcrum');
  const made = consumer.servers.create({ name: 'web', region: 'fsn1', size: 'cx23', image: 'debian-12' });
  const posts = () => emulator.requests.count({ cloud: 'hetzner', method: 'POST', path: '/servers' });
  while (posts() === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await first.end('SIGKILL')).toBe(null);

  const second = await agent();
  const server = await made;
  expect(server).toMatchObject({ name: 'web', power: 'on', nativeSize: 'cx23' });
  expect(posts()).toBe(1);

  const well = await hansa(['fulcrum-agent', 'doctor', '-c', 'hetzner'], env);
  expect(well.code).toBe(0);
  expect(well.stdout).toMatch(
    /ok .*connected[\s\S]*all 7 service types are current[\s\S]*2 services are live, 1 things/,
  );
  await consumer.servers.delete(server.id);
  // Ctrl-C lets what is under way end, and says good-bye.
  expect(await second.end('SIGINT')).toBe(0);
  const after = await hansa(['fulcrum-agent', 'doctor', '-c', 'hetzner', '--json'], env);
  expect(JSON.parse(after.stdout).findings).toContainEqual(
    expect.objectContaining({ is: 'doubtful', what: 'the core takes it for disconnected' }),
  );
});

test.each([
  ['no core', { FULCRUM_URL: undefined }, 2, 'there is no core'],
  ['no token', { FULCRUM_AGENT_TOKEN: undefined }, 2, 'there is no token'],
  ['a wrong token', { FULCRUM_AGENT_TOKEN: 'wrong-token-of-nobody' }, 1, 'no valid identity'],
])('%s is one clear error', async (_what, more, code, words) => {
  const outcome = await hansa(['fulcrum-agent', 'doctor', '-c', 'hetzner'], {
    ...env,
    FULCRUM_AGENT_TOKEN: 'x',
    ...more,
  });
  expect(outcome.code).toBe(code);
  expect(outcome.stdout + outcome.stderr).toContain(words);
  expect(outcome.stdout + outcome.stderr).not.toContain('wrong-token-of-nobody');
});
