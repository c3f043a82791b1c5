import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import type { Report } from '@hansa/report';
import { type InProcessProvider, serveInProcess, Workspace } from '@hansa/terraform-plugin/testing';
import { hansa } from '../../packages/cli/test/hansa.js';
import { provider } from '../../packages/terraform-provider/src/index.js';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';

// examples/sovereign-placement as it stands, by the real Terraform, on three emulated clouds.

const EXAMPLE = join(__dirname, '../../examples/sovereign-placement');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';

let emulator: Emulator;
let running: InProcessProvider;
let workspace: Workspace;

beforeAll(async () => {
  const clouds = ['hetzner', 'scaleway', 'upcloud'];
  emulator = await startEmulator({ clouds, clock: { scale: 500 }, rateLimit: false });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
  workspace = new Workspace({ ...running.environment, TF_VAR_ssh_public_key: KEY });
  for (const file of readdirSync(EXAMPLE)) cpSync(join(EXAMPLE, file), join(workspace.directory, file));
  await workspace.init();
});
afterAll(async () => {
  workspace.remove();
  await running.close();
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

interface Outputs {
  servers: { value: Record<string, { where: string; policy: string; price_per_month: number; address: string }> };
  next: { value: Record<string, string[]> };
  not_taken: { value: string[] };
}
const outputs = async () => JSON.parse(await workspace.ok('output', '-json')) as Outputs;

test('is written as Terraform formats it', async () => {
  await workspace.ok('fmt', '-check', '-diff');
});

test('what breaks the policy ends the plan, which says of whom, from where and what to do', async () => {
  const { code, output } = await workspace.run(['plan', '-input=false', '-no-color', '-var', 'countries=["CH"]']);
  expect(code).toBe(1);
  const text = output.replace(/\s*[│╷╵]\s*/g, ' ').replace(/\s+/g, ' ');
  expect(text).toMatch(/none of \d+ offers will do: .* are against the policy/);
  expect(text).toContain('the contract is with Hetzner Online GmbH in DE (Germany)');
  expect(text).toContain('the policy wants control from CH alone');
  expect(emulator.requests.total).toBeGreaterThan(0);
  expect(await inventory(emulator, 'hetzner')).toEqual({});
});

test('its report says of each server where it is planned and where it may end, and holds the policy against every place', async () => {
  await workspace.ok('plan', '-input=false', '-out', 'tfplan');
  const [plan, policy] = ['plan.json', 'policy.yaml'].map((name) => join(workspace.directory, name)) as [
    string,
    string,
  ];
  writeFileSync(plan, await workspace.ok('show', '-json', 'tfplan'));
  writeFileSync(policy, 'countries: [EEA]\ncontrol: { countries: [EEA] }\nprice: { currency: EUR, total: 100 }\n');
  const { code, stdout, stderr } = await hansa(['report', plan, '--format', 'json', '--policy', policy]);
  expect(stderr).toContain('4 of 6 resources may be made elsewhere than planned');
  expect(code).toBe(0);
  const { resources, policy: all } = JSON.parse(stdout) as Report;
  expect(all).toMatchObject({ verdict: 'met', admitted: true, unjudged: [] });
  const servers = resources.filter(({ kind }) => kind === 'server');
  expect(servers).toHaveLength(4);
  for (const { cloud, place, mayMoveTo, cost, policy: findings } of servers) {
    expect([cloud, place.country, cost.planned.perMonth]).toEqual([
      expect.stringMatching(/hetzner|scaleway/),
      expect.stringMatching(/^[A-Z]{2}$/),
      expect.any(Number),
    ]);
    expect(findings?.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
    expect(mayMoveTo?.length).toBeGreaterThan(0);
    for (const other of mayMoveTo ?? [])
      expect(other).toMatchObject({ verdict: 'met', place: { country: expect.any(String) }, cost: { state: 'known' } });
  }
});

test('a server whose choice is sold out goes to the next; all stand over two control chains and two countries', async () => {
  // Hetzner has none left for the first of its servers.
  const body = { error: { code: 'resource_unavailable', message: 'error during placement' } };
  emulator.faults.add({ kind: 'status', cloud: 'hetzner', method: 'POST', path: '/servers', status: 412, body });
  const output = await workspace.ok('apply', '-auto-approve', '-input=false', '-no-color', '-parallelism=1');
  expect(output).toMatch(/server web-\d: hetzner \S+ \S+ is left for hetzner \S+ \S+/);
  await workspace.expectNoChanges();
  const { servers, next, not_taken } = await outputs();
  const where = Object.values(servers.value).map((one) => one.where);
  expect(where).toHaveLength(4);
  expect(new Set(where).size).toBe(3);
  expect(new Set(where.map((one) => one.split(' ')[0]))).toEqual(new Set(['hetzner', 'scaleway']));
  expect(new Set(where.map((one) => /\((..)\)/.exec(one)?.[1])).size).toBe(2);
  for (const server of Object.values(servers.value))
    expect(server).toMatchObject({
      policy: 'met',
      price_per_month: expect.any(Number),
      address: expect.stringMatching(/\./),
    });
  expect(next.value['web-1']?.length).toBeGreaterThan(0);
  expect(not_taken.value.filter((line) => line.startsWith('upcloud'))).not.toEqual([]);
  for (const line of not_taken.value.filter((one) => one.startsWith('upcloud')))
    expect(line).toMatch(/who stands behind UpCloud Oy is not known to the end|stands in [A-Z]{2}/);
});

test('what is excluded stays until it is made anew, and then is left for the next; nothing else moves', async () => {
  const before = (await outputs()).servers.value;
  const { where } = before['web-1']!;
  const [cloud, region] = where.split(' ');
  const exclude = ['-var', `exclude=["${cloud}/${region}"]`];
  await workspace.apply(...exclude);
  expect((await outputs()).servers.value['web-1']!.where).toContain(`${cloud} ${region}`);
  await workspace.apply(...exclude, '-replace', 'hansa_server.web["web-1"]');
  const after = (await outputs()).servers.value;
  expect(after['web-1']!.where).not.toContain(`${cloud} ${region}`);
  const address = (name: string, all: typeof after) => all[name]!.address;
  for (const name of ['web-2', 'web-3', 'web-4']) expect(address(name, after)).toBe(address(name, before));
});

test('is destroyed; nothing is left', async () => {
  await workspace.destroy();
  expect([await inventory(emulator, 'hetzner'), await inventory(emulator, 'scaleway')]).toEqual([{}, {}]);
});
