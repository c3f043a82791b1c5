import { type Emulator, startEmulator } from '@hansa/emulator';
import { expectFailure, type InProcessProvider, serveInProcess } from '@hansa/terraform-plugin/testing';
import { provider } from '../src/index.js';
import { inventory } from './inventory.js';
import { PLACES } from './workload.js';
import { Workspace } from './workspace.js';

const ADDRESS = 'registry.terraform.io/hansa/hansa';
/** What differs between the vendors: names, ids, and their own words. */
const FACTS: Record<
  string,
  {
    size: string;
    /** What is sold out, where it is not the size as a whole. */
    stock?: string;
    quota: string;
    quotaWords: string;
    gone: string;
    /** Where its API is below the emulator, where that is not its prefix. */
    path?: string;
    wrongToken: string;
    other: string;
    foreignNetwork: string;
    soldOut: { known: 'plan' | 'apply'; words: string[] };
  }
> = {
  hetzner: {
    size: 'cx23',
    quota: 'servers',
    quotaWords: 'server_limit',
    gone: '4711',
    wrongToken: `token = "${'x'.repeat(64)}"`,
    other: 'scaleway',
    foreignNetwork: 'scaleway/fr-par/11111111-2222-4333-8444-555555555555',
    soldOut: { known: 'plan', words: ['sold out', 'another region or another size'] },
  },
  scaleway: {
    size: 'DEV1-M',
    quota: 'servers',
    quotaWords: 'quota',
    gone: 'fr-par-1/91111111-2222-4333-8444-555555555555',
    wrongToken: 'secret_key = "11111111-2222-4333-8444-555555555555"',
    other: 'hetzner',
    foreignNetwork: 'hetzner/11000001',
    soldOut: { known: 'plan', words: ['sold out', 'another region or another size'] },
  },
  upcloud: {
    size: '2xCPU-4GB',
    quota: 'servers',
    quotaWords: 'LIMIT_REACHED',
    gone: '00111111-2222-4333-8444-555555555555',
    wrongToken: 'token = "ucat_of_somebody_else"',
    other: 'hetzner',
    foreignNetwork: 'hetzner/11000001',
    // Its catalogue does not say what is sold out.
    soldOut: { known: 'apply', words: ['not enough resources', 'another size or zone'] },
  },
  ovh: {
    size: 'b3-8',
    quota: 'instances',
    quotaWords: 'quota',
    gone: '91111111-2222-4333-8444-555555555555',
    path: '/ovh/1.0',
    wrongToken: 'consumer_key = "of-somebody-else"',
    other: 'hetzner',
    foreignNetwork: 'hetzner/11000001',
    soldOut: { known: 'plan', words: ['sold out', 'another region or another size'] },
  },
  ionos: {
    size: 'VCPU-2-4',
    stock: 'VCPU',
    quota: 'cores',
    quotaWords: 'resource limit for cores',
    gone: '31111111-2222-4333-8444-555555555555/21111111-2222-4333-8444-555555555555',
    wrongToken: 'token = "token-of-somebody-else"',
    other: 'hetzner',
    foreignNetwork: 'hetzner/11000001',
    // Nor does this one's: the order is taken, and fails.
    soldOut: { known: 'apply', words: ['not enough resources', 'another size or location'] },
  },
};

const server = (cloud: string, change: Record<string, string> = {}) => {
  const attributes = {
    cloud: JSON.stringify(cloud),
    region: JSON.stringify(PLACES[cloud]),
    name: '"web"',
    size: JSON.stringify(FACTS[cloud]?.size ?? 'SCS-2V-4'),
    image: '"debian-12"',
    ...change,
  };
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name} = ${value}`);
  return `resource "hansa_server" "web" {\n${lines.join('\n')}\n}\n`;
};
const OWNER = 'provider "hansa" {\n  owner = "shop"\n}\n';

describe.each(Object.keys(FACTS))('bad input at %s is one diagnostic at its attribute', (cloud) => {
  const facts = FACTS[cloud]!;
  let emulator: Emulator;
  let running: InProcessProvider;
  let workspace: Workspace;

  beforeAll(async () => {
    emulator = await startEmulator({ clock: { scale: 50 } });
    Object.assign(process.env, emulator.env);
    running = await serveInProcess(provider, { address: ADDRESS });
    workspace = new Workspace(running.environment);
  });

  beforeEach(() => emulator.reset());

  afterAll(async () => {
    workspace.remove();
    await running.close();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  /** Applies, and expects just one error that points to that line of the configuration and says all of `says`. */
  async function refused(hcl: string, at: string | RegExp, ...says: string[]): Promise<void> {
    workspace.write(hcl);
    const outcome = await workspace.events(['apply', '-auto-approve', '-input=false']);
    expectFailure(outcome, { says, at, errors: 1 });
    expect(outcome.text).not.toMatch(/report (this|it) to/);
  }

  /** At plan time already, and nothing was made. */
  async function refusedAtPlan(hcl: string, line: string | RegExp, ...words: string[]): Promise<void> {
    await refused(hcl, line, ...words);
    // Before the inventory is taken, which logs in where that is a request of its own.
    const writes = emulator.requests.list().filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(await inventory(emulator, cloud)).toEqual({});
  }

  test('a wrong region', () =>
    refusedAtPlan(OWNER + server(cloud, { region: '"atlantis"' }), 'region = ', 'no place "atlantis"', PLACES[cloud]!));

  test('an unknown size', () =>
    refusedAtPlan(
      OWNER + server(cloud, { size: '"huge"' }),
      'size = ',
      '"huge" is neither an SCS flavour name',
      'such as SCS-2V-4, or one of',
    ));

  test('an image that is not there', () =>
    refusedAtPlan(OWNER + server(cloud, { image: '"plan9-4"' }), 'image = ', 'no image "plan9-4"', 'debian-12'));

  test('wrong credentials: one diagnostic for many resources', () => {
    // With an endpoint of its own the cloud keeps to its settings, also where HANSA_EMULATOR turns all others to the emulator.
    const words = `endpoint = "${emulator.url}${facts.path ?? emulator.clouds[cloud]}", ${facts.wrongToken}`;
    const settings = `provider "hansa" {\n  owner = "shop"\n  clouds = { ${cloud} = { ${words} } }\n}\n`;
    const many = server(cloud).replace('{', '{\n  count = 5');
    return refusedAtPlan(
      settings + many.replace('"web"\n', 'format("web-%d", count.index)\n'),
      'cloud = ',
      'What to do:',
    );
  });

  test('a quota', async () => {
    emulator.quotas.set(cloud, facts.quota, 0);
    await refused(OWNER + server(cloud), 'cloud = ', 'What to do:', facts.quotaWords);
    expect((await inventory(emulator, cloud))['servers']).toBeUndefined();
  });

  test('what is sold out', async () => {
    emulator.stock.soldOut(cloud, facts.stock ?? facts.size);
    const { known, words } = facts.soldOut;
    await (known === 'plan' ? refusedAtPlan : refused)(OWNER + server(cloud), 'size = ', ...words);
    expect(await inventory(emulator, cloud)).toEqual({});
  });

  test('a name that is taken', async () => {
    workspace.write(OWNER + server(cloud));
    await workspace.apply();
    workspace.forgetState();
    await refused(
      OWNER + server(cloud),
      'name = ',
      '"web" is there already',
      `terraform import hansa_server.<name> ${cloud}/`,
    );
    expect((await inventory(emulator, cloud))['servers']).toEqual(['web']);
  });

  test('a network of another cloud', () =>
    refusedAtPlan(
      OWNER + server(cloud, { networks: `[{ network_id = "${facts.foreignNetwork}" }]` }),
      'networks = ',
      `is a thing of the cloud ${facts.other}, not of ${cloud}`,
    ));

  test('an SSH key of bad form', () =>
    refusedAtPlan(
      `${OWNER}resource "hansa_ssh_key" "me" {\n  cloud = "${cloud}"\n  name = "me"\n  public_key = "-----BEGIN OPENSSH PRIVATE KEY-----"\n}\n`,
      'public_key = ',
      'use one line of OpenSSH form',
    ));

  test('an unknown attribute', () =>
    refusedAtPlan(
      OWNER + server(cloud, { colour: '"red"' }),
      'colour = ',
      'An argument named "colour" is not expected here',
    ));

  test('a cloud that is not configured', () =>
    refusedAtPlan(
      `provider "hansa" {\n  clouds = { ${facts.other} = {} }\n}\n${server(cloud)}`,
      'cloud = ',
      `the cloud "${cloud}" is not configured`,
      `clouds = { ${cloud} = {} }`,
    ));

  test('a setting that this cloud does not take', () =>
    refusedAtPlan(
      `provider "hansa" {\n  clouds = { ${cloud} = { user_domain = "x" } }\n}\n${server(cloud)}`,
      'clouds = ',
      `clouds.${cloud}.user_domain: `,
      'has no such setting',
    ));

  test('a setting that is not known at plan', () =>
    refusedAtPlan(
      `resource "terraform_data" "token" {\n  input = "x"\n}\nprovider "hansa" {\n  owner = terraform_data.token.output\n}\n${server(cloud)}`,
      'owner = ',
      'owner is not known before apply',
    ));

  test('an import by a wrong id', async () => {
    workspace.write(OWNER + server(cloud));
    const wrong = await workspace.run(['import', '-input=false', 'hansa_server.web', '4711']);
    expect(wrong.output.replace(/\s+/g, ' ')).toContain(`${cloud}/4711`);
    const gone = await workspace.run(['import', '-input=false', 'hansa_server.web', `${cloud}/${facts.gone}`]);
    expect(gone.code).toBe(1);
    expect(gone.output.replace(/\s+/g, ' ')).toContain(`there is no server ${cloud}/${facts.gone}`);
    for (const rubbish of ['web', '../networks/5']) {
      const { code, output } = await workspace.run([
        'import',
        '-input=false',
        'hansa_server.web',
        `${cloud}/${rubbish}`,
      ]);
      expect([code, output.match(/Error: .*/g)]).toEqual([1, [expect.stringContaining(`"${rubbish}" is no id of`)]]);
    }
  });
});
