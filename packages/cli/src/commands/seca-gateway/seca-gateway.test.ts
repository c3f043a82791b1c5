import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { hansa, start } from '../../../test/hansa.js';

const TOKEN = 'the-token-of-a-test-alone';
const children: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hansa-seca-'));
const FOREIGN = join(folder, 'foreign');
let emulator: Emulator;

beforeAll(async () => {
  writeFileSync(FOREIGN, 'mine');
  // Fast, but not faster than a request: a create is under way when the gateway is killed.
  emulator = await startEmulator({ clouds: ['hetzner'], clock: { scale: 50 }, rateLimit: false });
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function gateway(state: string) {
  const args = ['seca-gateway', '--cloud', 'hetzner', '--region', 'fsn1', '--state', state, '--port', '0', '--json'];
  const child = start(args, { ...emulator.env, HANSA_SECA_TOKEN: TOKEN });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as { status?: { state: string } } };
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await once(child, 'exit');
  };
  return { ask, end };
}

const at = (provider: string, path: string) =>
  `/regions/fsn1/providers/${provider}/v1/tenants/default/workspaces/${path}`;
const sku = (name: string) => ({ resource: `skus/${name}` });

test('killed while it makes a server, the next one has the one server that it wanted', async () => {
  const state = join(folder, 'state.json');
  const first = await gateway(state);
  const workspace = at('seca.workspace', 'ws');
  expect((await first.ask('PUT', workspace, {})).status).toBe(201);
  const disk = at('seca.storage', 'ws/block-storages/boot');
  expect((await first.ask('PUT', disk, { spec: { sizeGB: 20, skuRef: sku('standard') } })).status).toBe(201);
  const web = at('seca.compute', 'ws/instances/web');
  const spec = { skuRef: sku('cx23'), zone: 'fsn1', bootVolume: { deviceRef: { resource: 'block-storages/boot' } } };
  const servers = () => emulator.requests.count({ cloud: 'hetzner', method: 'POST', path: '/servers' });
  const asked = first.ask('PUT', web, { spec }).catch(() => 'no answer');
  while (servers() === 0) await new Promise((resolve) => setImmediate(resolve));
  await first.end('SIGKILL');
  expect(await asked).toBe('no answer');
  expect(statSync(state).mode & 0o777).toBe(0o600);

  const second = await gateway(state);
  let seen = await second.ask('GET', web);
  while (seen.body.status?.state === 'creating') seen = await second.ask('GET', web);
  expect(seen).toMatchObject({ status: 200, body: { spec: { zone: 'fsn1' }, status: { state: 'active' } } });
  expect(servers()).toBe(1);
  expect((await second.ask('DELETE', web)).status).toBe(202);
  // A stop lets what is under way end.
  await second.end('SIGTERM');
  const third = await gateway(state);
  expect((await third.ask('GET', web)).status).toBe(404);
  expect((await third.ask('GET', workspace)).status).toBe(200);
  await third.end('SIGTERM');
});

test.each([
  ['no token', [], {}, 2, 'there is no token'],
  ['a short token', [], { HANSA_SECA_TOKEN: 'short' }, 2, 'less than 16 characters'],
  ['no TLS', ['--host', '0.0.0.0'], { HANSA_SECA_TOKEN: TOKEN }, 2, 'in the clear'],
  ['no such region', ['--region', 'mars'], { HANSA_SECA_TOKEN: TOKEN }, 2, 'no region mars'],
  ['a foreign file', ['--state', FOREIGN], { HANSA_SECA_TOKEN: TOKEN }, 1, 'no state of a SECA gateway'],
  ['a certificate alone', ['--cert', FOREIGN], { HANSA_SECA_TOKEN: TOKEN }, 2, 'needs its key'],
])('%s is refused', async (_what, args, env, code, words) => {
  const outcome = await hansa(['seca-gateway', '--cloud', 'hetzner', '--port', '0', ...args], {
    ...emulator.env,
    ...env,
  });
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toContain(words);
  expect(outcome.stderr).toContain('next:');
  expect(readFileSync(FOREIGN, 'utf8')).toBe('mine');
});
