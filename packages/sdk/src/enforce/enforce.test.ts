import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudError, Hansa, isCloudError, jumpingClock } from '../index.js';
import type { Policy } from '../policy/index.js';
import { MemoryApi, memoryCloud } from '../runtime/testing/memory-cloud.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'enforce-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What tests know of the cloud in memory: German, of an American owner unless told otherwise. */
function claims(country = 'US'): string {
  const file = join(folder, `claims-${country}.json`);
  const page = { evidenceUrl: 'https://example.org/owners', observedOn: '2026-11-20', confidence: 'high' };
  const owner = { of: 'Memory GmbH', entity: 'Owner Inc.', sort: 'company', country, share: 100, holds: 'control' };
  const control = {
    contractingEntity: { name: 'Memory GmbH', country: 'DE', ...page },
    chain: [{ ...owner, ...page }],
    knownTo: 'ultimate',
  };
  writeFileSync(file, JSON.stringify({ clouds: { memory: { title: 'Memory', control } } }));
  return file;
}

function open(policy: Policy, files: string[] = [claims('DE')]) {
  const api = new MemoryApi();
  const hansa = new Hansa({
    ...{ policy, claims: files, env: {}, clock: jumpingClock() },
    clouds: { memory: { driver: memoryCloud(api) }, mine: { driver: memoryCloud(api) } },
  });
  return { api, hansa, at: hansa.cloud('memory') };
}

const web = { name: 'web', region: 'm1', size: 'SCS-2V-4', image: 'debian-12' };
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (isCloudError(error) ? error : Promise.reject(error)),
  );

test('a create that breaks the policy is refused before anything is asked, with who, where from and what to do', async () => {
  const { api, at } = open({ control: { countries: ['EU'] } }, [claims('US')]);
  const error = await caught(at.servers.create(web));
  expect(error).toMatchObject({
    code: 'policy-violated',
    details: {
      ...{ cloud: 'memory', kind: 'server', attribute: ['cloud'] },
      message:
        'cloud: the policy is not met (control): Owner Inc. in US (United States) controls Memory GmbH with 100 %; the policy wants control from EU alone',
      next: expect.arrayContaining(['see https://example.org/owners (read 2026-11-20)']),
    },
  });
  expect(api.calls).toEqual([]);
});

test('a country is refused at once by its name, and a place when the cloud said where it lies', async () => {
  const policy: Policy = { countries: ['FR'] };
  const { api, at } = open(policy);
  expect((await caught(at.servers.create({ ...web, region: 'DE' })))?.details.attribute).toEqual(['region']);
  expect(api.calls).toEqual([]);
  expect((await caught(at.servers.create(web)))?.details.message).toBe(
    'region: the policy is not met (countries): memory m1 stands in DE (Germany), and the policy wants FR',
  );
  expect(api.calls).not.toContain('create server');
  await at.servers.create({ ...web, region: 'm2' });
  expect(api.of('server')).toHaveLength(1);
});

test('a cloud is known by its driver where the user calls it otherwise', async () => {
  const { hansa } = open({ control: { countries: ['EU'] } }, [claims('US')]);
  expect((await caught(hansa.cloud('mine').servers.create(web)))?.details.message).toMatch(/Owner Inc\. in US/);
});

test('the price is held against the limit when it is known, at what the user wrote', async () => {
  const { api, at } = open({ price: { currency: 'EUR', perResource: 4 } });
  const error = await caught(at.servers.create(web));
  expect(error?.details).toMatchObject({
    attribute: ['size'],
    message: expect.stringMatching(/costs 5.00 EUR a month/),
  });
  expect(api.of('server')).toEqual([]);
});

test.each<[NonNullable<Policy['unknown']>, number, string[]]>([
  ['error', 0, ['error']],
  ['warning', 1, ['warning']],
  ['allow', 1, []],
])('what nobody can tell is: %s', async (unknown, made, severities) => {
  const { api, at } = open({ certifications: [{ scheme: 'c5' }], unknown });
  const { issues } = await at.servers.plan({ spec: web, prior: null });
  expect(issues.map(({ severity }) => severity)).toEqual(severities);
  await caught(at.servers.create(web));
  expect(api.of('server')).toHaveLength(made);
});

test('what stands already is told and not refused, but for a price that is decided anew', async () => {
  const free = open({});
  const state = await free.at.servers.create(web);
  const { api, at } = open({ countries: ['FR'], price: { currency: 'EUR', perResource: 4 } });
  for (const [id, thing] of free.api.things) api.things.set(id, thing);
  const plan = (spec: object) => at.servers.plan({ spec: { ...web, ...spec }, prior: state });
  expect((await plan({ labels: { a: '1' } })).issues.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    expect.stringMatching(
      /^warning the policy is not met \(countries\) by what stands already: memory m1 stands in DE/,
    ),
    expect.stringMatching(/^warning the policy is not met \(price\) by what stands already/),
  ]);
  const larger = (await plan({ size: 'SCS-4V-8' })).issues.filter(({ code }) => code === 'policy-violated');
  expect(larger.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  await at.servers.update(String(state.id), { labels: { a: '1' } });
});

test('what the policy protects is neither deleted nor made anew, until an exception says so', async () => {
  const { api, at } = open({ deletionProtection: ['server'] });
  const state = await at.servers.create(web);
  expect((await caught(at.servers.delete(String(state.id))))?.code).toBe('policy-violated');
  const { issues } = await at.servers.plan({ spec: { ...web, region: 'm2' }, prior: state });
  expect(issues).toMatchObject([{ severity: 'error', attribute: ['region'] }]);
  expect(api.of('server')).toHaveLength(1);
  const exceptions = [{ rule: 'deletion-protection', because: 'moving out' }] as const;
  const open2 = open({ deletionProtection: ['server'], exceptions: [...exceptions] });
  await open2.at.servers.delete(String((await open2.at.servers.create(web)).id));
  expect(open2.api.of('server')).toEqual([]);
});

test('the limit for all together is asked for by who knows all', async () => {
  const { hansa } = open({ price: { currency: 'EUR', total: 8 } });
  const cost = { cloud: 'memory', perMonth: 5, currency: 'EUR' };
  expect(await hansa.judgesTotal()).toBe(true);
  expect(await hansa.judgeTotal([cost])).toEqual([]);
  expect(await hansa.judgeTotal([cost, cost])).toMatchObject([
    {
      severity: 'error',
      message: expect.stringMatching(/all resources together cost 10.00 EUR a month, more than 8.00/),
    },
  ]);
});

test.each<[what: string, policy: Policy | undefined]>([
  ['none', undefined],
  ['of places alone', { countries: ['DE'] }],
  ['of a preset', { preset: 'cispe' }],
  ['with a limit for each alone', { price: { currency: 'EUR', perResource: 1 } }],
])('a policy %s has nothing to say of all together', async (_what, policy) => {
  const hansa = new Hansa({ env: {}, ...(policy && { policy }) });
  expect(await hansa.judgesTotal()).toBe(false);
  expect(await hansa.judgeTotal([{ cloud: 'memory', perMonth: 1e9, currency: 'EUR' }])).toEqual([]);
});

test('a policy that is none, and a file that is not there, are told when they are read', async () => {
  const wrong = open({ countries: ['Germany'] } as never).hansa;
  expect((await caught(wrong.readPolicy()))?.details.attribute).toEqual(['policy', 'countries', 0]);
  expect((await caught(open({}, ['/nowhere.yaml']).hansa.readPolicy()))?.code).toBe('not-found');
  await open({ preset: 'cispe' }).hansa.readPolicy();
});

test('who has no policy reads no claims', async () => {
  const api = new MemoryApi();
  const clouds = { memory: { driver: memoryCloud(api) } };
  const hansa = new Hansa({ clouds, claims: '/nowhere.yaml', env: {}, clock: jumpingClock() });
  await hansa.cloud('memory').servers.create(web);
  expect(await hansa.judgeTotal([{ cloud: 'memory', perMonth: 5, currency: 'EUR' }])).toEqual([]);
  expect(api.of('server')).toHaveLength(1);
});

describe('placement', () => {
  test('asks the clouds, the policy and, where an image is wanted, for images', async () => {
    const { api, hansa } = open({ countries: ['FR'], unknown: 'warning' });
    const placed = await hansa.place({ size: 'SCS-2V-4', image: 'debian-12', clouds: ['memory'] });
    expect(placed.choices).toMatchObject([{ cloud: 'memory', region: 'm2', size: 'medium', verdict: 'met' }]);
    expect(placed.exclusions.map(({ region, size, reasons }) => `${region} ${size} ${reasons[0]?.about}`)).toEqual([
      'm1 small policy',
      'm1 medium policy',
      'm1 large policy',
      'm2 small size',
    ]);
    expect(api.calls).toContain('images');
    const without = await hansa.place({ size: 'SCS-2V-4', image: 'plan-9', clouds: ['memory'] });
    expect(without.problem?.because).toMatch(/2 are without the image/);
  });

  test('says who did not answer', async () => {
    const hansa = new Hansa({ env: {}, clouds: { hetzner: {} }, clock: jumpingClock() });
    const { problem, unanswered } = await hansa.place({ size: 'SCS-2V-4', snapshot: 'never' });
    expect(problem).toMatchObject({
      because: 'nothing is offered',
      details: [expect.stringMatching(/^hetzner: /)],
    });
    expect(unanswered).toMatchObject([{ cloud: 'hetzner' }]);
  });
});

describe('creating at the first spot that has it', () => {
  const spots = [
    { cloud: 'memory', region: 'm1', size: 'medium' },
    { cloud: 'memory', region: 'm2', size: 'medium' },
  ];
  const spec = { name: 'web', image: 'debian-12' };
  const failing = (code: 'out-of-stock' | 'quota-exceeded' | 'forbidden', always = false) => {
    const { api, hansa } = open({});
    let left = always ? Number.POSITIVE_INFINITY : 1;
    api.before = (call) => {
      if (call === 'create server' && left-- > 0) throw new CloudError(code, { message: `no more (${code})` });
    };
    return { api, hansa };
  };

  test.each(['out-of-stock', 'quota-exceeded'] as const)('%s moves on, and says so', async (code) => {
    const { api, hansa } = failing(code);
    const moves: string[] = [];
    const { state, spot, passed } = await hansa.createAtFirst('server', spots, spec, {
      onMove: ({ spot: from, error }, next) => moves.push(`${from.region} → ${next.region}: ${error.code}`),
    });
    expect(moves).toEqual([`m1 → m2: ${code}`]);
    expect([state['place'], spot.region, passed.length]).toEqual(['m2', 'm2', 1]);
    expect(api.of('server')).toHaveLength(1);
  });

  test('any other failure ends it, and the last one tells of all', async () => {
    const denied = failing('forbidden');
    expect((await caught(denied.hansa.createAtFirst('server', spots, spec)))?.code).toBe('forbidden');
    expect(denied.api.of('server')).toEqual([]);
    const none = await caught(failing('out-of-stock', true).hansa.createAtFirst('server', spots, spec));
    expect(none?.details.message).toBe('no more (out-of-stock); before that, memory m1: no more (out-of-stock)');
  });
});
