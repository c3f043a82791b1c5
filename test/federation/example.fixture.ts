import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa, KINDS } from '@hansa/sdk';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { Agent, type AgentProcess, type Core, newConsumer } from './core.fixture.js';

const EXAMPLE = join(__dirname, '../../examples/federation');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const CLOUDS = ['hetzner', 'openstack'];
const real = process.env['HANSA_TEST_OPENSTACK'];

/**
 * examples/federation as it stands, by the real Terraform, one jest test a step: two agents as processes of their own, Hetzner emulated,
 * OpenStack the real one where there is one, and the emulated core or a given one.
 */
export function exampleStands(given?: Core): void {
  let emulator: Emulator;
  let workspace: Workspace;
  const agents = new Map<string, Agent>();
  const running = new Map<string, AgentProcess>();

  const run = async (cloud: string) => void running.set(cloud, await agents.get(cloud)!.run());
  const end = async (cloud: string, signal: NodeJS.Signals) => running.get(cloud)?.end(signal);

  /** What an agent has at its cloud, by the cloud's own API. */
  async function standing(cloud: string): Promise<string[]> {
    const { env, owner } = agents.get(cloud)!;
    const handle = new Hansa({ env, owner }).cloud(cloud);
    const lists = KINDS.map(async ({ name }) => (await handle.kind(name).list({ owner })).map(() => name));
    return (await Promise.all(lists)).flat().sort();
  }

  beforeAll(async () => {
    const clouds = ['hetzner', ...(given ? [] : ['fulcrum']), ...(real ? [] : ['openstack'])];
    emulator = await startEmulator({ clouds, clock: { scale: 50 }, rateLimit: false });
    const { HANSA_EMULATOR: _all, ...each } = emulator.env as Record<string, string>;
    const core = given ?? { url: each['FULCRUM_URL'] ?? '', token: each['FULCRUM_ADMIN_TOKEN'] ?? '' };
    const tag = `run:${randomUUID()}`;
    for (const cloud of CLOUDS) {
      const own = cloud === 'openstack' && real ? { OS_CLIENT_CONFIG_FILE: real, OS_CLOUD: 'hansa' } : each;
      agents.set(cloud, await Agent.setUp(core, cloud, own, tag));
    }
    const ordering = given ? { ...each, FULCRUM_URL: core.url, FULCRUM_TOKEN: await newConsumer(core) } : emulator.env;
    workspace = new Workspace({ ...ordering, TF_VAR_ssh_public_key: KEY });
    await Promise.all([workspace.install(), ...CLOUDS.map(run)]);
    for (const file of readdirSync(EXAMPLE).filter((name) => name.endsWith('.tf'))) {
      const text = readFileSync(join(EXAMPLE, file), 'utf8');
      // Of a core that others use too, the agents of this run are meant.
      writeFileSync(join(workspace.directory, file), text.replaceAll(/(agent_tags = "[^"]*)"/g, `$1,${tag}"`));
    }
    await workspace.init();
  });

  afterAll(async () => {
    await Promise.all([...agents.values()].map((agent) => agent.end()));
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
}
