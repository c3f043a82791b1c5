import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { UNKNOWN } from '@hansa/terraform-plugin';
import {
  type InProcessProvider,
  type ProtocolClient,
  type Stored,
  serveInProcess,
} from '@hansa/terraform-plugin/testing';
import { provider } from '../provider.js';

const page = { evidenceUrl: 'https://example.org/owners', observedOn: '2026-11-20', confidence: 'high' };
const held = (party: string, at: string, owner: string, country: string) => ({
  contractingEntity: { name: party, country: at, ...page },
  chain: [{ of: party, entity: owner, sort: 'company', country, share: 100, holds: 'control', ...page }],
  knownTo: 'ultimate',
});
/** A Swiss cloud, one of a Mexican group and one of an American fund, behind three emulated APIs. */
const CLAIMS = {
  clouds: {
    alpen: { title: 'Alpenwolke', control: held('Alpenwolke AG', 'CH', 'Heidi Muster AG', 'CH') },
    istmo: { title: 'Istmo', control: held('Istmo GmbH', 'AT', 'Grupo Istmo', 'MX') },
    prairie: { title: 'Prairie', control: held('Prairie GmbH', 'DE', 'Prairie Capital', 'US') },
  },
};
const clouds = { alpen: { driver: 'hetzner' }, istmo: { driver: 'scaleway' }, prairie: { driver: 'upcloud' } };
const EUROPE = { countries: ['EEA', 'CH'], control: { countries: ['EEA', 'CH'] } };
const web = { name: 'web', size: 'SCS-2V-4', image: 'debian-12' };

let emulator: Emulator;
let running: InProcessProvider;
let client: ProtocolClient;
let folder: string;
let claims: string;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner', 'scaleway', 'upcloud'], clock: { scale: 50 } });
  Object.assign(process.env, emulator.env);
  running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
  client = running.client;
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  claims = join(folder, 'claims.json');
  writeFileSync(claims, JSON.stringify(CLAIMS));
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await running.close();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const configure = async (policy: object) =>
  expect(await client.configure({ owner: 'shop', clouds, claims, policy })).toEqual([]);
const planned = (cloud: string, region: string) => client.plan('hansa_server', { ...web, cloud, region });

async function made(type: string, config: Record<string, unknown>): Promise<Stored> {
  const plan = await client.plan(type, config);
  expect(plan.diagnostics).toEqual([]);
  return client.apply(type, plan);
}

describe('a policy in the provider', () => {
  test('a Swiss, a Mexican-owned and a US-owned cloud have three answers, each at `cloud` with who, where from and what to do', async () => {
    await configure(EUROPE);
    expect((await planned('alpen', 'DE')).diagnostics).toEqual([]);
    const told = (owner: string, party: string) => [
      {
        severity: 'error',
        summary: `the policy is not met (control): ${owner} controls ${party} with 100 %; the policy wants control from EEA and CH alone`,
        detail: expect.stringMatching(
          /^What to do:\n {2}- use a cloud under other control\n {2}- or add .*\n {2}- .*\n {2}- see https:\/\/example.org\/owners \(read 2026-11-20\)$/,
        ),
        at: ['cloud'],
      },
    ];
    emulator.requests.clear();
    expect((await planned('istmo', 'fr-par-1')).diagnostics).toEqual(told('Grupo Istmo in MX (Mexico)', 'Istmo GmbH'));
    expect((await planned('prairie', 'DE')).diagnostics).toEqual(
      told('Prairie Capital in US (United States)', 'Prairie GmbH'),
    );
    expect(emulator.requests.total).toBe(0);
  });

  test('a country is refused at `region`, a price at what decides it, and the whole once', async () => {
    await configure({ countries: ['FI'] });
    expect((await planned('alpen', 'fsn1')).diagnostics).toMatchObject([
      {
        severity: 'error',
        at: ['region'],
        summary: expect.stringMatching(/^region: the policy is not met \(countries\)/),
      },
    ]);
    await configure({ price: { currency: 'EUR', per_resource: 0.5 } });
    expect((await planned('alpen', 'fsn1')).diagnostics).toMatchObject([{ at: ['size'] }]);
    await configure({ price: { currency: 'EUR', total: 0.5 } });
    const both = [await planned('alpen', 'fsn1'), await planned('alpen', 'hel1')];
    expect(both.map(({ diagnostics }) => diagnostics.map(({ summary }) => summary))).toEqual([
      [expect.stringMatching(/^the policy is not met \(price\): all resources together cost .* more than 0.50 EUR/)],
      [],
    ]);
  });

  test('what stands counts towards the whole, until it is to be destroyed', async () => {
    await configure({});
    const config = { ...web, cloud: 'istmo', region: 'fr-par-1' };
    const server = await made('hansa_server', config);
    const price = Number(server.state?.['price_per_month']);
    expect(price % 1).toBeGreaterThan(0);
    const policy = { price: { currency: 'EUR', total: price + 0.5 } };
    await configure(policy);
    expect((await client.plan('hansa_server', config, server)).diagnostics).toEqual([]);
    expect((await planned('alpen', 'fsn1')).diagnostics).toMatchObject([
      { severity: 'error', summary: expect.stringMatching(/all resources together cost/) },
    ]);
    await configure(policy);
    await client.plan('hansa_server', config, server);
    await client.plan('hansa_server', null, server);
    expect((await planned('alpen', 'fsn1')).diagnostics).toEqual([]);
  });

  test.each([
    ['error', ['error']],
    ['warning', ['warning']],
    ['allow', []],
  ])('what nobody can tell is: %s', async (unknown, severities) => {
    await configure({ certifications: [{ scheme: 'ens' }], unknown });
    const { diagnostics } = await planned('alpen', 'fsn1');
    expect(diagnostics.map(({ severity }) => severity)).toEqual(severities);
  });

  test('what stands is warned of and stays, and what is protected is not destroyed', async () => {
    await configure({});
    const config = { ...web, cloud: 'alpen', region: 'fsn1' };
    const server = await made('hansa_server', config);
    await configure({ countries: ['FI'], deletion_protection: ['server'] });
    const again = await client.plan('hansa_server', config, server);
    expect(again.planned).toEqual(server.state);
    const moved = await client.plan('hansa_server', { ...config, region: 'hel1' }, server);
    expect(moved.diagnostics).toMatchObject([{ severity: 'error', at: ['region'] }]);
    const destroyed = await client.plan('hansa_server', null, server);
    expect(destroyed.diagnostics).toMatchObject([
      { severity: 'error', summary: expect.stringMatching(/the policy protects every server/) },
    ]);
    await configure({ control: { countries: ['AT'] } });
    expect((await client.plan('hansa_server', config, server)).diagnostics).toMatchObject([
      {
        severity: 'warning',
        summary: expect.stringMatching(/\(control\) by what stands already: the contract is with/),
      },
    ]);
  });

  test.each<[object, string[], RegExp]>([
    [{ policy: { countries: ['Germany'] } }, ['policy'], /^policy.countries\[0\]: "Germany" is no country/],
    [
      { policy: { control: { countries: ['EU'], max_share_percent: 101 } } },
      ['policy'],
      /^policy.control.max_share_percent: /,
    ],
    [{ claims: '/nowhere.yaml' }, ['claims'], /cannot be read/],
  ])('a mistake in it is told where it stands: %j', async (config, at, summary) => {
    const [one, ...more] = await client.validateProvider({ ...config });
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'error', summary: expect.stringMatching(summary) });
    expect(one?.at).toEqual(at);
  });
});

describe('hansa_placement', () => {
  const requirements = { size: 'SCS-2V-4', countries: ['DE', 'FR'] };

  test('is chosen at plan by requirements and policy, and says why not the others', async () => {
    await configure(EUROPE);
    const { state } = await made('hansa_placement', { requirements });
    expect(state).toMatchObject({ cloud: 'alpen', country: 'DE', price_currency: 'EUR' });
    expect(state?.['choices']).toHaveLength(1);
    const price = state?.['price_per_month'];
    expect(state?.['total']).toEqual({ per_month: price, known: price, currency: 'EUR', unknown: [] });
    const { excluded } = state as { excluded: string[] };
    expect(excluded.find((line) => line.startsWith('istmo'))).toMatch(
      /^istmo fr-par-1, .*: Grupo Istmo in MX \(Mexico\) controls Istmo GmbH with 100 %; the policy/,
    );
    expect(excluded.at(-1)).toMatch(/are wanted|is wanted|is sold out|withdrawn/);
  });

  test('stays where it is while its inputs stay, whatever else changes, and is chosen again with them', async () => {
    await configure({});
    const placement = await made('hansa_placement', { requirements });
    await configure({ countries: ['FI'] });
    emulator.requests.clear();
    expect((await client.read('hansa_placement', placement)).state).toEqual(placement.state);
    expect((await client.plan('hansa_placement', { requirements }, placement)).planned).toEqual(placement.state);
    expect(emulator.requests.total).toBe(0);
    const { cloud, region, size } = placement.state as Record<string, string>;
    const next = { ...requirements, countries: ['FI', 'DE', 'FR'], exclude: [`${cloud}/${region}/${size}`] };
    const again = await client.plan('hansa_placement', { requirements: next }, placement);
    expect(again).toMatchObject({ diagnostics: [], replaces: [], planned: { country: 'FI' } });
    expect((await client.apply('hansa_placement', again)).state).toEqual(again.planned);
  });

  test('with a policy of its own, and with inputs that are known only at apply', async () => {
    await configure(EUROPE);
    const own = await made('hansa_placement', { requirements, policy: { control: { countries: ['AT', 'MX'] } } });
    expect(own.state).toMatchObject({ cloud: 'istmo' });
    const later = await client.plan('hansa_placement', { requirements: { ...requirements, size: UNKNOWN } });
    expect(later.planned).toMatchObject({ cloud: UNKNOWN, choices: UNKNOWN });
  });

  test.each<[object, string[], RegExp, RegExp]>([
    [
      { size: 'SCS-2V-4', near: { city: 'Atlantis' } },
      ['requirements'],
      /^requirements.near.city: where "Atlantis" lies/,
      /docs\/sovereignty.md says what each requirement means/,
    ],
    [
      { size: 'SCS-2V-4', countries: ['FR'] },
      ['requirements'],
      /^none of \d+ offers will do: /,
      /Grupo Istmo in MX .*\n[\s\S]*What to do:\n {2}- use a cloud/,
    ],
  ])('says at its requirements why nothing will do: %j', async (wish, at, summary, detail) => {
    await configure(EUROPE);
    const { diagnostics } = await client.plan('hansa_placement', { requirements: wish });
    expect(diagnostics).toMatchObject([
      { severity: 'error', at, summary: expect.stringMatching(summary), detail: expect.stringMatching(detail) },
    ]);
  });
});
