import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hansa, start } from '../../../test/hansa.js';

interface Ready {
  url: string;
  clouds: Record<string, string>;
  env: Record<string, string>;
}

const children: ChildProcess[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hansa-emulate-'));
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function emulator(...args: string[]): Promise<{ ready: Ready; stop(signal: NodeJS.Signals): Promise<number> }> {
  const child = start(['emulate', '--port', '0', '--json', ...args]);
  children.push(child);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ((await once(child, 'exit')) as [number])[0];
  };
  return { ready: JSON.parse(line) as Ready, stop };
}

async function keys({ url, clouds, env }: Ready, body?: object): Promise<string[]> {
  const headers = { authorization: `Bearer ${env['HCLOUD_TOKEN']}`, 'content-type': 'application/json' };
  const post = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${url}${clouds['hetzner']}/ssh_keys`, { headers, ...post });
  if (body) return [String(response.status)];
  return ((await response.json()) as { ssh_keys: { name: string }[] }).ssh_keys.map(({ name }) => name);
}

test('serves the clouds, says the environment, and keeps its state over a stop', async () => {
  const [state, env] = [join(folder, 'state.json'), join(folder, 'env')];
  writeFileSync(env, 'OLD=1\n', { mode: 0o644 });
  const first = await emulator('--state', state, '--write-env', env);
  expect(first.ready.clouds).toMatchObject({ hetzner: '/hetzner/v1', scaleway: '/scaleway' });
  expect(first.ready.env).toMatchObject({ HANSA_EMULATOR: first.ready.url });
  expect(readFileSync(env, 'utf8').trim().split('\n')).toEqual(
    Object.entries(first.ready.env).map(([key, value]) => `${key}=${value}`),
  );
  expect(statSync(env).mode & 0o777).toBe(0o600);
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX';
  expect(await keys(first.ready, { name: 'me', public_key: key })).toEqual(['201']);
  expect(await first.stop('SIGTERM')).toBe(0);

  // A vendor's cloud is served by the one whose driver speaks to it.
  const second = await emulator('--state', state, '--cloud', 'hetzner,infomaniak');
  expect(Object.keys(second.ready.clouds)).toEqual(['hetzner', 'openstack']);
  expect(await keys(second.ready)).toEqual(['me']);
  expect(await second.stop('SIGINT')).toBe(0);
});

test('what can be evaluated stands alone on stdout', async () => {
  const child = start(['emulate', '--port', '0']);
  children.push(child);
  let stdout = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  for await (const line of createInterface(child.stderr!)) if (line.includes('Ctrl-C')) break;
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(stdout.trim().split('\n')).toEqual(expect.arrayContaining([expect.stringMatching(/^export HCLOUD_TOKEN=/)]));
  expect(
    stdout
      .trim()
      .split('\n')
      .every((line) => /^export [A-Z_]+=\S+$/.test(line)),
  ).toBe(true);
});

test('a port that is in use is one clear error', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { code, stdout, stderr } = await hansa(['emulate', '--port', String(port)]);
  taken.close();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`error: port ${port} is in use\n  next: choose another with --port; 0 takes a free one`);
  expect(stderr).not.toContain('    at ');
});

test.each([
  [['--cloud', 'nope'], 2, 'no cloud nope is emulated'],
  [['--port', '70000'], 2, 'there is no port 70000'],
  [['--state', '/dev/null'], 1, '/dev/null is no state file'],
  [['--write-env', '/dev/null/env'], 1, 'cannot write /dev/null/env'],
])('%j is refused', async (args, code, words) => {
  const outcome = await hansa(['emulate', '--port', '0', ...args]);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toContain(words);
});
