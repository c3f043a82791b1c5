import { type Emulator, startEmulator } from '@hansa/emulator';
import { acceptance, everyCore, type Resources, type Step } from '@hansa/terraform-plugin/testing';
import { provider } from '../src/index.js';
import { inventory } from './inventory.js';

// What is sold out, or beyond the quota, at its first place is made at the next: by every Terraform and OpenTofu that is there (HANSA_CORES
// names further ones), on emulated clouds.

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const CLOUDS = ['hetzner', 'scaleway'];

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: CLOUDS, clock: { scale: 500 }, rateLimit: false });
  Object.assign(process.env, emulator.env);
});
beforeEach(() => emulator.faults.clear());
afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const live = (config: string, ...steps: Step[]) =>
  acceptance({
    provider,
    address: 'registry.terraform.io/hansa/hansa',
    config: `owner = "shop"\nclouds = { hetzner = {}, scaleway = {} }\n${config}`,
    steps,
    nothingLeft: async () => {
      for (const cloud of CLOUDS) expect(await inventory(emulator, cloud)).toEqual({});
    },
  });
/** The cloud refuses creates of servers as it does where none is left, or the quota is used up. */
const refuse = (cloud: string, why: 'sold out' | 'quota', times: number | 'always' = 1) => {
  const [path, status, body] = REFUSALS[`${cloud} ${why}`]!;
  emulator.faults.add({ kind: 'status', cloud, method: 'POST', path, status, body, times });
};
const REFUSALS: Record<string, [path: string, status: number, body: object]> = {
  'hetzner sold out': ['/servers', 412, { error: { code: 'resource_unavailable', message: 'error during placement' } }],
  'hetzner quota': [
    '/servers',
    403,
    {
      error: {
        code: 'resource_limit_exceeded',
        message: 'server limit exceeded',
        details: { limits: [{ name: 'servers' }] },
      },
    },
  ],
};
const server = (words: string, image = 'debian-12') => `
  resource "hansa_server" "web" {
    name  = "web"
    image = "${image}"
    ${words}
  }`;
const CANDIDATES = `candidates = [
      { cloud = "hetzner", region = "fsn1", size = "cx23" },
      { cloud = "hetzner", region = "hel1", size = "cx23" },
      { cloud = "scaleway", region = "fr-par-1", size = "DEV1-M" },
    ]`;
const stands = (resources: Resources) => {
  const { cloud, region, size, place } = resources.get('hansa_server.web') ?? {};
  return [cloud, region, size, place].join(' ');
};

describe.each(everyCore().map((core) => [`${core.product} ${core.version}`, core.binary]))('%s', (_core, binary) => {
  // The program that `acceptance` runs.
  const before = process.env['TERRAFORM_BINARY_NAME'];
  beforeAll(() => {
    process.env['TERRAFORM_BINARY_NAME'] = binary;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TERRAFORM_BINARY_NAME'];
    else process.env['TERRAFORM_BINARY_NAME'] = before;
  });

  test.each(['sold out', 'quota'] as const)(
    '%s at the first: the next is taken, the plan says what is open, the second is empty',
    (why) =>
      live('', {
        before: () => refuse('hetzner', why, 2),
        config: server(CANDIDATES),
        plans: { 'hansa_server.web': 'create' },
        warns: ['server web: hetzner hel1 cx23 is left for scaleway fr-par-1 DEV1-M'],
        check: (resources) => expect(stands(resources)).toBe('scaleway fr-par-1 DEV1-M fr-par-1'),
      }),
  );

  test('what the plan promises is known before, the rest after: it stands where there is one, and stays there', () =>
    live(
      '',
      {
        config: server(CANDIDATES),
        planned: (changes) => {
          const { after, unknown } = changes.get('hansa_server.web')!;
          expect(after).toMatchObject({ name: 'web', image: 'debian-12', power: 'on' });
          for (const name of ['cloud', 'region', 'size', 'price_per_month', 'native_image'])
            expect(unknown).toHaveProperty(name, true);
        },
        check: (resources) => expect(stands(resources)).toBe('hetzner fsn1 cx23 fsn1'),
      },
      {
        imports: 'hansa_server.web',
        except: ['candidates', 'image', 'size', 'price_per_month', 'price_currency', 'disruption'],
      },
      {
        name: 'another list moves nothing',
        config: server('candidates = [{ cloud = "scaleway", region = "fr-par-1", size = "DEV1-M" }]'),
        plans: {},
        warns: 'hetzner fsn1 cx23 is no candidate any more; what stands there stays',
        check: (resources) => expect(stands(resources)).toBe('hetzner fsn1 cx23 fsn1'),
      },
      {
        name: 'anything else changes in place',
        config: server(`${CANDIDATES}\n labels = { team = "blue" }`),
        plans: { 'hansa_server.web': 'update' },
        check: (resources) => expect(stands(resources)).toBe('hetzner fsn1 cx23 fsn1'),
      },
      {
        name: 'and so it does when it is said where it stands',
        config: server('cloud = "hetzner"\n region = "fsn1"\n size = "cx33"'),
        plans: { 'hansa_server.web': 'update' },
      },
      {
        name: 'what is made anew is made at the first of the candidates that has it',
        before: () => refuse('hetzner', 'sold out', 2),
        config: server(CANDIDATES, 'ubuntu-24.04'),
        plans: { 'hansa_server.web': 'replace' },
        check: (resources) => expect(stands(resources)).toBe('scaleway fr-par-1 DEV1-M fr-par-1'),
      },
    ));

  test('a placement of the same apply says where, a list may be unknown at plan, and each cloud has its own key and firewall', () => {
    const hcl = (more = '') => `
    resource "terraform_data" "size" {
      input = "SCS-2V-4"
    }
    resource "hansa_placement" "web" {
      requirements = { size = terraform_data.size.output, countries = ["DE", "FR"], clouds = ["hetzner", "scaleway"] }
    }
    resource "hansa_ssh_key" "me" {
      for_each   = toset(["hetzner", "scaleway"])
      cloud      = each.key
      name       = "me"
      public_key = "${KEY}"
    }
    resource "hansa_firewall" "web" {
      for_each = { hetzner = "fsn1", scaleway = "fr-par-1" }
      cloud    = each.key
      region   = each.value
      name     = "web"
      rules    = []
    }
    ${server(`
      candidates   = concat(hansa_placement.web.candidates, [{ cloud = "scaleway", region = "fr-par-1", size = "DEV1-M" }])
      ssh_key_ids  = [for key in hansa_ssh_key.me : key.id]
      firewall_ids = [for firewall in hansa_firewall.web : firewall.id]
      ${more}`)}`;
    return live(
      '',
      {
        before: () => refuse('hetzner', 'sold out', 'always'),
        config: hcl(),
        warns: /server web: hetzner \S+ \S+ is left for/,
        check: (resources) => {
          expect(stands(resources)).toMatch(/^scaleway fr-par-1/);
          const { ssh_key_ids, firewall_ids } = resources.get('hansa_server.web')!;
          for (const ids of [ssh_key_ids, firewall_ids] as string[][])
            expect(ids.map((id) => id.split('/')[0])).toEqual(['hetzner', 'scaleway']);
        },
      },
      { config: hcl('power = "off"'), plans: { 'hansa_server.web': 'update' } },
      {
        name: 'said by hand again, nothing is made anew',
        config: hcl()
          .replace(/candidates {3}= .*/, 'cloud = "scaleway"\nregion = "fr-par-1"\nvcpus = 2\nmemory_gib = 4')
          .replace(/\[for key .*\]/, '[hansa_ssh_key.me["scaleway"].id]')
          .replace(/\[for firewall .*\]/, '[hansa_firewall.web["scaleway"].id]'),
        plans: { 'hansa_server.web': 'update' },
      },
    );
  });

  test('sold out everywhere is one error, which tells of all; nothing is made', () =>
    live('', {
      before: () => refuse('hetzner', 'sold out', 'always'),
      config: server(
        'candidates = [{ cloud = "hetzner", region = "fsn1", size = "cx23" }, { cloud = "hetzner", region = "hel1", size = "cx23" }]',
      ),
      fails: { says: ['before that, hetzner fsn1: '], errors: 1 },
      check: (resources) => expect(resources.size).toBe(0),
    }));

  test.each<[what: string, config: string, words: string, says: string, at: string]>([
    [
      'a cloud beside candidates',
      '',
      `${CANDIDATES}\n cloud = "hetzner"`,
      'say cloud, and so does the server itself',
      'candidates',
    ],
    [
      'a size beside those of candidates',
      '',
      `${CANDIDATES}\n size = "cx23"`,
      'say size, and so does the server itself',
      'candidates',
    ],
    ['no candidates', '', 'candidates = []', 'candidates: is empty', 'candidates'],
    ['neither', '', 'size = "cx23"', 'neither cloud nor candidates are given', 'hansa_server'],
    [
      'a cloud that is not configured',
      '',
      'candidates = [{ cloud = "azure", region = "x" }]',
      'the cloud "azure" is not configured',
      'candidates',
    ],
    [
      'a place that there is not',
      '',
      'candidates = [{ cloud = "hetzner", region = "fsn1", size = "cx23" }, { cloud = "hetzner", region = "mars", size = "cx23" }]',
      'candidates[1].region: hetzner mars cx23: hetzner has no place "mars"',
      'candidates',
    ],
    [
      'a firewall at one of two clouds',
      '',
      `${CANDIDATES}\n firewall_ids = ["hetzner/1"]`,
      'firewall_ids: scaleway fr-par-1 DEV1-M: names nothing of scaleway, where it may stand as well',
      'firewall_ids',
    ],
    [
      'a candidate against the policy',
      'policy = { countries = ["DE", "FI"] }',
      CANDIDATES,
      'candidates[2].region: scaleway fr-par-1 DEV1-M: the policy is not met (countries)',
      'region = "fr-par-1"',
    ],
    [
      'candidates beyond the total',
      'policy = { price = { currency = "EUR", total = 5 } }',
      CANDIDATES,
      'the policy is not met (price): all resources together cost',
      'hansa_server',
    ],
  ])('%s: one error', (_what, config, words, says, at) =>
    live(config, { config: server(words), fails: { says, errors: 1, at } }),
  );
});
