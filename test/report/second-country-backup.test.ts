import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import type { Report } from '@hansa/report';
import { type InProcessProvider, serveInProcess, Workspace } from '@hansa/terraform-plugin/testing';
import { parse } from 'yaml';
import { hansa } from '../../packages/cli/test/hansa.js';
import { provider } from '../../packages/terraform-provider/src/index.js';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';

// examples/second-country-backup as it stands, by the real Terraform, on two emulated clouds, and the report over it.

const EXAMPLE = join(__dirname, '../../examples/second-country-backup');
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const SECRETS = { TF_VAR_backup_private_key: 'private-4711', TF_VAR_repository_password: 'password-4711' };

let emulator: Emulator;
let running: InProcessProvider;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner', 'scaleway'], clock: { scale: 500 }, rateLimit: false });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
  const keys = { TF_VAR_ssh_public_key: KEY, TF_VAR_backup_public_key: KEY };
  workspace = new Workspace({ ...running.environment, ...keys, ...SECRETS });
  for (const file of readdirSync(EXAMPLE)) cpSync(join(EXAMPLE, file), join(workspace.directory, file));
  await workspace.init();
});
afterAll(async () => {
  workspace.remove();
  await running.close();
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

/** The report over the plan, held to the example's own policy unless another is named; nothing is asked of a cloud. */
async function reportOnPlan(...policy: string[]): Promise<{ code: number | null; stderr: string; report: Report }> {
  await workspace.ok('plan', '-input=false', '-out', 'tfplan');
  const plan = join(workspace.directory, 'plan.json');
  writeFileSync(plan, await workspace.ok('show', '-json', 'tfplan'));
  const { code, stdout, stderr } = await hansa(['report', plan, '--format', 'json', ...policy]);
  return { code, stderr, report: JSON.parse(stdout) };
}

test('is written as Terraform formats it', async () => {
  await workspace.ok('fmt', '-check', '-diff');
});

test.each(['workload', 'backup'])('what cloud-init gets for the %s is YAML', (name) => {
  const template = readFileSync(join(EXAMPLE, `${name}.yaml.tftpl`), 'utf8');
  expect(template).toMatch(/^#cloud-config\n/);
  const { write_files, runcmd } = parse(template.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x'));
  expect(
    write_files.every(({ path, content }: Record<string, unknown>) => String(path).startsWith('/') && content),
  ).toBe(true);
  expect(runcmd.every(Array.isArray)).toBe(true);
});

test('keeps its own policy: two countries, two control chains, each by a source', async () => {
  const { code, stderr, report } = await reportOnPlan();
  // Scaleway's API tells no price of a flexible IP.
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'The price of 1 of 9 resources is unknown.\n' });
  expect(report.cost.unknown).toEqual(['hansa_public_ip.backup']);
  expect(report.policy).toMatchObject({ verdict: 'met', admitted: true });
  expect(report.clouds.map(({ id, entity }) => [id, entity?.country])).toEqual([
    ['hetzner', 'DE'],
    ['scaleway', 'FR'],
  ]);
  const data = report.resources.find(({ address }) => address === 'hansa_volume.data');
  expect(data?.place).toMatchObject({ country: 'DE', evidence: { url: expect.stringMatching(/^https:/) } });
  expect(data?.policy).toContainEqual(expect.objectContaining({ rule: 'backup', verdict: 'met' }));
  expect(report.cost.byCountry.map(({ country }) => country)).toEqual(['DE', 'FR']);
});

test('a backup at the same cloud is refused by the report and the configuration, a workload overseas by the policy', async () => {
  const policy = join(workspace.directory, 'same.yaml');
  writeFileSync(policy, 'backup: { cloud: hetzner }\n');
  const { code, stderr } = await reportOnPlan('--policy', policy);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^hansa_volume\.data: not met: .*the same cloud/m);
  const same = await workspace.run(['plan', '-input=false', '-var', 'backup={cloud="hetzner",region="hel1"}']);
  expect(same).toMatchObject({
    code: 1,
    output: expect.stringContaining('A backup at the same cloud is lost with it'),
  });
  const overseas = await workspace.run(['plan', '-input=false', '-var', 'workload={cloud="hetzner",region="ash"}']);
  expect(overseas).toMatchObject({ code: 1, output: expect.stringMatching(/hetzner ash stands\s+in US/) });
});

test('stands, the second plan is empty, no secret is in the state, and nothing is left', async () => {
  await workspace.apply();
  await workspace.expectNoChanges();
  for (const secret of Object.values(SECRETS)) expect(workspace.state()).not.toContain(secret);
  expect(await inventory(emulator, 'scaleway')).toMatchObject({ servers: ['backup'] });
  await workspace.destroy();
  expect([await inventory(emulator, 'hetzner'), await inventory(emulator, 'scaleway')]).toEqual([{}, {}]);
});
