import { type CloudRecord, claimSet } from '@hansa/sdk/claims';
import type { Policy } from '@hansa/sdk/policy';
import { readInput } from '../input/read.js';
import { LISTED, MOVING } from '../moving.fixture.js';
import { assemble } from './assemble.js';
import { Report } from './schema.js';

const page = { evidenceUrl: 'https://example.org/about', observedOn: '2026-11-20', confidence: 'medium' } as const;
const record = (cloud: string, country: string, more: Partial<CloudRecord> = {}): CloudRecord => ({
  cloud,
  title: cloud.toUpperCase(),
  control: { contractingEntity: { name: `${cloud} AG`, country, ...page }, chain: [], knownTo: 'ultimate' },
  places: ['fsn1', 'nbg1', 'hel1', 'de-fra1', 'fr-par-1'].map((region) => ({
    ...{ region, city: null, ...page },
    country: region === 'hel1' ? 'FI' : region === 'fr-par-1' ? 'FR' : 'DE',
  })),
  interfaces: [],
  claims: [{ scheme: 'iso-27001', status: 'held', scope: {}, assessedBy: 'unknown', validUntil: null, ...page }],
  ...more,
});
const upcloud = record('upcloud', 'FI');
const claims = claimSet([
  record('hetzner', 'DE'),
  record('scaleway', 'FR'),
  {
    ...upcloud,
    control: {
      ...upcloud.control!,
      knownTo: 'partial',
      statements: [{ of: 'upcloud AG', within: ['EU'], status: 'third-party-assessment', note: 'a card', ...page }],
    },
    keys: [{ services: ['server', 'volume'], keys: 'cloud', note: 'on or off', ...page }],
  },
]);
const made = (plan: object, policy: Policy | null = null) =>
  assemble(readInput(Buffer.from(JSON.stringify(plan))), {
    ...{ claims, policy, generator: 'test 1', now: new Date('2026-11-26T03:00:00Z') },
  });
const of = (report: Report, name: string) =>
  report.resources.find(({ address }) => address === `hansa_server.${name}`)!;

test('says where it is planned and where it may move, each with cloud, country, price and claims', () => {
  const report = made(MOVING);
  expect(() => Report.parse(report)).not.toThrow();
  const web = of(report, 'web');
  expect(web).toMatchObject({ cloud: 'hetzner', place: { id: 'fsn1', country: 'DE' }, size: 'cx23', claims: [0] });
  expect(web.mayMoveTo).toMatchObject([
    { cloud: 'upcloud', place: { id: 'de-fra1', country: 'DE', evidence: { url: page.evidenceUrl } }, claims: [0] },
    { cloud: 'scaleway', place: { country: 'FR' }, cost: { state: 'unknown' }, policy: null, verdict: null },
  ]);
  expect(report.clouds.map(({ id, entity }) => [id, entity?.name])).toEqual([
    ['hetzner', 'hetzner AG'],
    ['scaleway', 'scaleway AG'],
    ['upcloud', 'upcloud AG'],
  ]);
  expect(report.cost.totals).toEqual([{ currency: 'EUR', now: 2.99, planned: 9.27, difference: 6.28 }]);
  expect([of(report, 'later').mayMoveTo, of(report, 'stands').mayMoveTo, of(report, 'anew').mayMoveTo]).toEqual([
    null,
    [],
    [],
  ]);
});

test('the policy is held against every place, and the worst of them is what it says of all', () => {
  const germany = made(LISTED, { countries: ['DE', 'FI'], unknown: 'allow' });
  expect(of(germany, 'web').policy).toMatchObject([{ verdict: 'met' }]);
  expect(of(germany, 'web').mayMoveTo).toMatchObject([
    { verdict: 'met', policy: [{ rule: 'countries', verdict: 'met' }] },
    { verdict: 'not-met', policy: [{ rule: 'countries', verdict: 'not-met' }] },
  ]);
  expect(germany.policy).toMatchObject({ verdict: 'not-met', admitted: false, unjudged: [] });
  expect(made(LISTED, { countries: ['EU'] }).policy).toMatchObject({ verdict: 'met', admitted: true });
});

test.each<[unknown: 'error' | 'warning', admitted: boolean]>([
  ['error', false],
  ['warning', true],
])('what may be anywhere is never met: unknown = %s', (unknown, admitted) => {
  const { policy } = made(MOVING, { countries: ['EU'], unknown });
  expect(policy).toMatchObject({
    verdict: 'unknown',
    admitted,
    unjudged: ['hansa_server.later', 'hansa_server.half', 'hansa_server.hidden'],
  });
});

test('towards the total the dearest place counts, and one of no known price before the known ones where they keep it', () => {
  const total = (limit: number, exceptions: Policy['exceptions'] = []) =>
    made(
      { ...LISTED, resource_changes: LISTED.resource_changes.filter(({ address }) => address.endsWith('web')) },
      { price: { currency: 'EUR', total: limit }, exceptions, unknown: 'allow' },
    ).policy?.together[0];
  expect(total(7)).toMatchObject({ verdict: 'not-met', because: expect.stringContaining('8.00 EUR') });
  expect(total(9)).toMatchObject({ verdict: 'unknown' });
  const because = 'free trial';
  expect(total(9, [{ rule: 'price', cloud: 'scaleway', because }])).toMatchObject({ verdict: 'met' });
  const both = ['scaleway', 'upcloud'].map((cloud) => ({ rule: 'price' as const, cloud, because }));
  expect(total(2, both)).toMatchObject({ verdict: 'not-met', because: expect.stringContaining('2.99 EUR') });
});

test('tells what is said of owners who are not named, whether the policy takes that word, and who can hold the keys', () => {
  const cloud = (policy: Policy | null) => made(LISTED, policy).clouds.find(({ id }) => id === 'upcloud')!;
  expect(cloud(null)).toMatchObject({
    statements: [
      {
        says: 'a third party says that nobody from outside of the EU controls upcloud AG',
        ...{ status: 'third-party-assessment', within: ['EU'], note: 'a card', counts: null },
        evidence: { url: page.evidenceUrl },
      },
    ],
    keys: [{ services: ['server', 'volume'], keys: 'cloud', note: 'on or off', wantedFor: null }],
  });
  const counts = (control: Policy['control']) => cloud({ control }).statements[0]?.counts;
  expect(counts({ countries: ['EU'], statements: ['third-party-assessment'] })).toBe(true);
  expect(counts({ countries: ['EU'], statements: ['self-declared'] })).toBe(false);
  expect(counts({ countries: ['DE'], statements: ['third-party-assessment'] })).toBe(false);
  expect(cloud({ customerKeys: ['volume'] }).keys[0]?.wantedFor).toEqual(['volume']);
  expect(cloud({ customerKeys: ['volume'] }).statements[0]?.counts).toBeNull();
});
