import { type CloudRecord, claimSet } from '@hansa/sdk/claims';
import * as z from 'zod';
import { readInput } from '../input/read.js';
import { PLAN } from '../plan.fixture.js';
import { assemble } from './assemble.js';
import { Report, type ResourceReport } from './schema.js';

const page = { evidenceUrl: 'https://example.org/about', observedOn: '2026-11-20', confidence: 'medium' } as const;
const record = (cloud: string, places: CloudRecord['places'], claims: CloudRecord['claims'] = []): CloudRecord => ({
  cloud,
  title: cloud.toUpperCase(),
  control: { contractingEntity: { name: `${cloud} GmbH`, country: 'DE', ...page }, chain: [], knownTo: 'partial' },
  places,
  interfaces: [],
  claims,
});
const at = (region: string, country: string) => ({ region, country, city: null, ...page });
const held = (scope: object, validUntil: string | null = null) =>
  ({ scheme: 'iso-27001', status: 'held', scope, assessedBy: 'unknown', validUntil, ...page }) as const;
const claims = claimSet([
  record(
    'hetzner',
    [at('fsn1', 'DE')],
    [held({}), held({ services: ['volume'] }), held({ regions: ['hel1'] }, '2026-01-01')],
  ),
  record('scaleway', [at('fr-par', 'FR')]),
]);
const now = new Date('2026-11-26T03:00:00Z');
const report = assemble(readInput(Buffer.from(JSON.stringify(PLAN))), { claims, generator: 'test 1', now });
const resource = (address: string) => report.resources.find((one) => one.address === address) as ResourceReport;

test('is of its own schema, which can be published', () => {
  expect(() => Report.parse(report)).not.toThrow();
  expect(z.toJSONSchema(Report)).toMatchObject({ type: 'object', additionalProperties: false });
});

test('says where each stands, by whose word', () => {
  expect(resource('hansa_server.web[0]').place).toMatchObject({
    id: 'fsn1',
    country: 'DE',
    evidence: { url: page.evidenceUrl },
  });
  // A cloud under another name, and a zone of a region that is known.
  expect(resource('hansa_server.api["a.b"]').place).toMatchObject({ id: 'fr-par-1', country: 'FR' });
  expect(resource('hansa_volume.data').place).toEqual({ id: 'hel1', country: null, city: null, evidence: null });
});

test('says which claims speak of it, and which have run out', () => {
  expect(resource('hansa_server.web[0]').claims).toEqual([0]);
  expect(resource('hansa_volume.data').claims).toEqual([0, 1, 2]);
  expect(resource('hansa_ssh_key.me').claims).toEqual([]);
  const cloud = report.clouds.find(({ id }) => id === 'hetzner');
  expect(cloud?.claims.map(({ status }) => status)).toEqual(['held', 'held', 'expired']);
});

test('adds up what is known, currency by currency, and names what is not', () => {
  const { totals, byCloud, byCountry, unknown, unpriced } = report.cost;
  expect(totals).toEqual([
    { currency: 'CHF', now: 0, planned: 1, difference: 1 },
    { currency: 'EUR', now: 5.99, planned: 15.91, difference: 9.92 },
  ]);
  expect(byCloud.map(({ cloud, planned, currency }) => [cloud, planned, currency])).toEqual([
    ['cloudscale', 1, 'CHF'],
    ['hetzner', 5.49, 'EUR'],
    ['prod', 10.42, 'EUR'],
  ]);
  expect(byCountry.map(({ country, planned }) => [country, planned])).toEqual([
    [null, 1],
    ['DE', 5.49],
    ['FR', 10.42],
  ]);
  expect(unknown).toEqual(['hansa_volume.data']);
  expect(unpriced).toEqual(['module.net.hansa_network.main', 'hansa_ssh_key.me']);
});

test('says what the plan interrupts, and what it says nothing of', () => {
  expect(report.interruptions).toEqual([
    { address: 'hansa_server.web[0]', disruption: 'stop' },
    { address: 'hansa_public_ip.old', disruption: 'delete' },
  ]);
  expect(report.notCovered).toEqual([{ type: 'random_password', count: 1 }]);
});

test('of a cloud that nobody has a record of, that nothing is known', () => {
  expect(report.clouds.find(({ id }) => id === 'cloudscale')).toEqual({
    ...{
      id: 'cloudscale',
      title: 'cloudscale',
      entity: null,
      owners: [],
      ownersKnownTo: 'unknown',
      statements: [],
      keys: [],
      claims: [],
      interfaces: [],
    },
  });
});

test.each([
  ['a region that stands for all that begin so', 'GRA*', 'GRA11'],
  ['a region that is written large, and its zones small', 'EU-WEST-PAR', 'eu-west-par-a'],
  ['a zone that is known by itself', 'de/fra', 'de/fra'],
])('%s', (_what, region, place) => {
  const attributes = { cloud: 'ovh', name: 'web', place };
  const instances = [{ attributes }];
  const state = { version: 4, resources: [{ mode: 'managed', type: 'hansa_server', name: 'web', instances }] };
  const known = claimSet([record('ovh', [at(region, 'FR')], [held({ regions: [region] })])]);
  const made = assemble(readInput(Buffer.from(JSON.stringify(state))), { claims: known, generator: 'test 1', now });
  expect(made.resources).toMatchObject([{ place: { id: place, country: 'FR' }, claims: [0] }]);
});
