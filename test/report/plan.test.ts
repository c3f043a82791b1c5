import { type Emulator, startEmulator } from '@hansa/emulator';
import { assemble, type Report, readInput } from '@hansa/report';
import { loadClaims } from '@hansa/sdk/claims';
import { type InProcessProvider, serveInProcess, Workspace } from '@hansa/terraform-plugin/testing';
import { provider } from '../../packages/terraform-provider/src/index.js';

// What the real Terraform prints of plans and states, at what they cost and interrupt.

const ADDRESS = 'registry.terraform.io/hansa/hansa';
let emulator: Emulator;
let running: InProcessProvider;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner'], clock: { scale: 500 }, rateLimit: false });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: ADDRESS });
  workspace = new Workspace(running.environment);
  workspace.file(
    'versions.tf',
    'terraform {\n  required_providers {\n    hansa = { source = "hansa/hansa" }\n  }\n}\n',
  );
  workspace.write(hcl('SCS-2V-4'));
  await workspace.init();
});
afterAll(async () => {
  workspace.remove();
  await running.close();
  await emulator.close();
});

const hcl = (size: string) => `
  provider "hansa" {
    owner  = "shop"
    clouds = { prod = { driver = "hetzner" } }
  }
  locals { at = { cloud = "prod", region = "fsn1" } }
  resource "hansa_network" "main" {
    cloud   = local.at.cloud
    region  = local.at.region
    name    = "main"
    ip_range = "10.0.0.0/16"
    subnets  = [{ name = "a", ip_range = "10.0.1.0/24" }]
  }
  resource "hansa_server" "web" {
    cloud             = local.at.cloud
    region            = local.at.region
    name              = "web"
    size              = "${size}"
    image             = "debian-12"
    user_data         = "#cloud-config # top-secret"
    networks          = [{ network_id = hansa_network.main.id }]
  }
  resource "hansa_volume" "data" {
    cloud     = local.at.cloud
    region    = local.at.region
    name      = "data"
    size_gib  = 20
    server_id = hansa_server.web.id
  }
  resource "hansa_public_ip" "ip" {
    cloud  = local.at.cloud
    region = local.at.region
    name   = "ip"
  }`;

async function planned(): Promise<Report> {
  await workspace.ok('plan', '-input=false', '-out', 'tfplan');
  return reported(await workspace.ok('show', '-json', 'tfplan'));
}

async function reported(text: string): Promise<Report> {
  expect(text).toContain('hansa_server');
  return assemble(readInput(Buffer.from(text)), { claims: await loadClaims(), generator: 'test', now: new Date() });
}

const sums = (report: Report) =>
  report.cost.totals.map(({ now, planned, difference }) => [now > 0, planned > 0, Math.sign(difference)]);
const at = (report: Report, address: string) => report.resources.find((one) => one.address === address);

test('a plan tells what each thing costs that costs, a change its difference and what it interrupts, a state what stands', async () => {
  const first = await planned();
  expect(
    first.resources.map(({ address, action, cost }) => [address, action, cost.now.state, cost.planned.state]),
  ).toEqual([
    ['hansa_network.main', 'create', 'absent', 'unpriced'],
    ['hansa_public_ip.ip', 'create', 'absent', 'known'],
    ['hansa_server.web', 'create', 'absent', 'known'],
    ['hansa_volume.data', 'create', 'absent', 'known'],
  ]);
  expect(sums(first)).toEqual([[false, true, 1]]);
  expect(first.interruptions).toEqual([]);
  expect(at(first, 'hansa_volume.data')?.refersTo).toEqual(['hansa_server.web']);
  expect(at(first, 'hansa_server.web')).toMatchObject({ place: { id: 'fsn1', country: 'DE' }, cloud: 'prod' });

  await workspace.apply('tfplan');
  const standing = await reported(await workspace.ok('show', '-json'));
  // A state does not say whose cloud it is.
  expect(standing.clouds).toMatchObject([{ id: 'prod', entity: null }]);
  expect(await reported(workspace.state())).toMatchObject({ resources: standing.resources, cost: standing.cost });
  expect(standing.cost.totals).toMatchObject([{ planned: first.cost.totals[0]?.planned, difference: 0 }]);
  expect(JSON.stringify(standing)).not.toContain('top-secret');

  workspace.write(hcl('SCS-4V-8'));
  const larger = await planned();
  expect(sums(larger)).toEqual([[true, true, 1]]);
  expect(larger.interruptions).toEqual([{ address: 'hansa_server.web', disruption: 'stop' }]);
  const { now, planned: then } = at(larger, 'hansa_server.web')!.cost;
  expect(then.perMonth! - now.perMonth!).toBeCloseTo(larger.cost.totals[0]!.difference, 6);

  await workspace.destroy();
});

test('a server with candidates is reported where it is planned and where it may move, and where it stands when it stands', async () => {
  const server = (candidates: string) => `
    provider "hansa" {
      owner  = "shop"
      clouds = { prod = { driver = "hetzner" } }
    }
    resource "terraform_data" "region" {
      input = "hel1"
    }
    resource "hansa_server" "web" {
      name       = "web"
      image      = "debian-12"
      candidates = ${candidates}
    }`;
  const at = (region: string) =>
    `{ cloud = "prod", region = ${region}, size = "cx23", price_per_month = 3, price_currency = "EUR" }`;
  workspace.write(server(`[${at('"fsn1"')}, ${at('"hel1"')}]`));
  const listed = (await planned()).resources[0]!;
  expect(listed).toMatchObject({
    ...{ action: 'create', cloud: 'prod', place: { id: 'fsn1', country: 'DE' }, size: 'cx23' },
    cost: { planned: { state: 'known', perMonth: 3 } },
    mayMoveTo: [{ cloud: 'prod', place: { id: 'hel1', country: 'FI' }, size: 'cx23' }],
  });
  expect(listed.mayMoveTo).toHaveLength(1);

  workspace.write(server(`[${at('"fsn1"')}, ${at('terraform_data.region.output')}]`));
  expect((await planned()).resources[0]).toMatchObject({
    cloud: 'prod',
    mayMoveTo: [{ cloud: 'prod', place: { id: null, country: null } }],
  });
  workspace.write(server(`[for region in [terraform_data.region.output] : ${at('region')} if region != "x"]`));
  expect((await planned()).resources[0]).toMatchObject({ cloud: null, mayMoveTo: null });

  await workspace.apply('tfplan');
  const standing = await reported(await workspace.ok('show', '-json'));
  expect(standing.resources).toMatchObject([{ cloud: 'prod', place: { id: 'hel1' }, mayMoveTo: [] }]);
  expect((await planned()).resources).toMatchObject([{ action: 'keep', cloud: 'prod', mayMoveTo: [] }]);
  await workspace.destroy();
});
