import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { bootstrap } from '@hansa/fulcrum-agent';
import { Hansa, KINDS } from '@hansa/sdk';
import { start } from '../../packages/cli/test/hansa.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';

// examples/federation as it stands, by the real Terraform: an emulated core, two agents as processes of their own, Hetzner emulated, and
// OpenStack the real one where there is one.

const EXAMPLE = join(__dirname, '../../examples/federation');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const CLOUDS = ['hetzner', 'openstack'];
const real = process.env['HANSA_TEST_OPENSTACK'];

let emulator: Emulator;
let workspace: Workspace;
/** Of each agent, by its cloud: what it needs to run, and the owner label of what it makes. */
const agents = new Map<string, { env: Record<string, string>; owner: string }>();
const children = new Map<string, ChildProcess>();

async function run(cloud: string): Promise<void> {
  const child = start(['fulcrum-agent', 'run', '--cloud', cloud, '--poll', '0.2', '--json'], agents.get(cloud)?.env);
  children.set(cloud, child);
  for await (const line of createInterface(child.stdout!)) if (line.includes('is at work')) break;
  // Read on, so that a full pipe never stops it.
  child.stdout?.resume();
  child.stderr?.resume();
}

async function end(cloud: string, signal: NodeJS.Signals): Promise<void> {
  const child = children.get(cloud);
  if (!child || child.exitCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** What an agent has at its cloud, by the cloud's own API. */
async function standing(cloud: string): Promise<string[]> {
  const { env, owner } = agents.get(cloud) ?? { env: {}, owner: '' };
  const handle = new Hansa({ env, owner }).cloud(cloud);
  const lists = KINDS.map(async ({ name }) => (await handle.kind(name).list({ owner })).map(() => name));
  return (await Promise.all(lists)).flat().sort();
}

beforeAll(async () => {
  const clouds = ['fulcrum', 'hetzner', ...(real ? [] : ['openstack'])];
  emulator = await startEmulator({ clouds, clock: { scale: 50 }, rateLimit: false });
  const { HANSA_EMULATOR: _all, FULCRUM_URL: url = '', FULCRUM_ADMIN_TOKEN: admin = '', ...each } = emulator.env;
  for (const cloud of CLOUDS) {
    const own = cloud === 'openstack' && real ? { OS_CLIENT_CONFIG_FILE: real, OS_CLOUD: 'hansa' } : each;
    const core = { url, token: admin };
    const { token, agentId } = await bootstrap({ core, cloud, provider: `${cloud} Ltd`, hansa: { env: own } });
    agents.set(cloud, { env: { ...own, FULCRUM_URL: url, FULCRUM_AGENT_TOKEN: token }, owner: `fulcrum-${agentId}` });
  }
  workspace = new Workspace({ ...emulator.env, TF_VAR_ssh_public_key: KEY });
  await Promise.all([workspace.install(), ...CLOUDS.map(run)]);
  for (const file of readdirSync(EXAMPLE).filter((name) => name.endsWith('.tf')))
    cpSync(join(EXAMPLE, file), join(workspace.directory, file));
  await workspace.init();
});

afterAll(async () => {
  await Promise.all(CLOUDS.map((cloud) => end(cloud, 'SIGKILL')));
  workspace?.remove();
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

test('is written as Terraform formats it', async () => {
  await workspace.ok('fmt', '-check', '-diff');
});

test('stands at both providers though an agent dies in the middle, and the second plan is empty', async () => {
  const applied = workspace.apply();
  const servers = () => emulator.requests.count({ cloud: 'hetzner', method: 'POST', path: '/servers' });
  let over = false;
  applied.catch(() => {}).finally(() => (over = true));
  while (servers() === 0 && !over) await new Promise((resolve) => setImmediate(resolve));
  await end('hetzner', 'SIGKILL');
  await run('hetzner');
  expect(await applied).toContain('8 added, 0 changed, 0 destroyed');
  expect(servers()).toBe(1);
  for (const cloud of CLOUDS) expect(await standing(cloud)).toEqual(['network', 'server', 'ssh_key', 'volume']);
  await workspace.expectNoChanges();
  const output = JSON.parse(await workspace.ok('output', '-json')) as {
    servers: { value: Record<string, { type: string; price_per_month: number | null }> };
  };
  expect(output.servers.value['hetzner']).toMatchObject({
    place: 'fsn1',
    type: 'cx23',
    price_per_month: expect.any(Number),
  });
});

test('what is ordered while an agent is away waits for it', async () => {
  await end('hetzner', 'SIGTERM');
  const applied = workspace.apply('-var', 'agents={hetzner="DE"}', '-var', 'size=SCS-4V-8');
  await run('hetzner');
  expect(await applied).toContain('0 added, 1 changed, 4 destroyed');
  expect(await standing('openstack')).toEqual([]);
});

test('is destroyed; nothing is left', async () => {
  await workspace.destroy();
  for (const cloud of CLOUDS) expect(await standing(cloud)).toEqual([]);
});
