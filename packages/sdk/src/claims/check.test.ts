import {
  type Claim,
  type CloudRecord,
  type Control,
  type ControlLink,
  checkRecords,
  claimKey,
  controllersOf,
  holdsFor,
  placeFactOf,
  reachesLevel,
  SCHEME_IDS,
  schemeOf,
  statusOn,
} from './index.js';

const seen = { evidenceUrl: 'https://example.org/trust', observedOn: '2026-01-31', confidence: 'high' } as const;
const certificate: Claim = {
  scheme: 'iso-27001',
  status: 'held',
  scope: {},
  assessedBy: 'An auditor',
  validUntil: '2027-06-30',
  ...seen,
};
const link = (of: string, entity: string, more: Partial<ControlLink> = {}): ControlLink => ({
  ...{ of, entity, sort: 'company', country: 'DE', share: 100, holds: 'control' },
  ...seen,
  ...more,
});
const control: Control = {
  contractingEntity: { name: 'Acme GmbH', country: 'DE', ...seen },
  chain: [
    link('Acme GmbH', 'Acme Holding', { share: 60 }),
    link('Acme GmbH', 'A fund', { share: 40, holds: 'minority', country: 'US' }),
    link('Acme Holding', 'The Acme family', { sort: 'family' }),
  ],
  knownTo: 'ultimate',
};
const acme: CloudRecord = {
  cloud: 'acme',
  title: 'Acme',
  control,
  places: [{ region: 'ber', country: 'DE', city: 'Berlin', ...seen }],
  interfaces: [{ interface: 's3', services: ['object-storage'], ...seen }],
  claims: [certificate],
};
const today = '2026-11-26';
const told = (record: unknown, day = today, maxAgeMonths?: number) =>
  checkRecords([record], { today: day, maxAgeMonths }).map(({ path, message }) => `${path}: ${message}`);
const withClaim = (more: object) => ({ ...acme, claims: [{ ...certificate, ...more }] });
const withLink = (i: number, more: object) => ({
  ...acme,
  control: { ...control, chain: control.chain.map((one, at) => (at === i ? { ...one, ...more } : one)) },
});

test('a whole record is fine until it is over or was read too long ago, and not a day longer', () => {
  expect(told(acme)).toEqual([]);
  expect(told(acme, '2027-06-30')).toEqual([]);
  expect(told(acme, '2027-07-01')).toContain(
    'claims[0].validUntil: iso-27001 was valid until 2027-06-30, and its status is held',
  );
  expect(told(acme, '2027-07-31', 18).filter((line) => line.includes('observedOn'))).toEqual([]);
  expect(told(acme, '2027-08-01', 18).filter((line) => line.includes('observedOn'))).toHaveLength(7);
  expect(told(acme, '2026-03-01', 1)).toHaveLength(7);
  expect(told(acme, '2026-02-28', 1)).toEqual([]);
  expect(told(acme, '2026-01-30')).toContain('claims[0].observedOn: 2026-01-31 is not yet');
  expect(told(withClaim({ status: 'expired' }), '2027-07-01')).toEqual([]);
});

const statement = {
  ...{ of: 'Acme GmbH', within: ['EU'], status: 'self-declared' },
  ...{ evidenceUrl: 'https://example.org/', observedOn: '2026-01-31', confidence: 'medium' },
};

const keys = {
  ...{ services: ['volume'], keys: 'cloud' },
  ...{ evidenceUrl: 'https://example.org/', observedOn: '2026-01-31', confidence: 'medium' },
};

test.each<[string, object, string]>([
  ['no source', { evidenceUrl: undefined }, 'claims[0].evidenceUrl: undefined is no web address'],
  [
    'a source that is no page',
    { evidenceUrl: 'the website' },
    'claims[0].evidenceUrl: "the website" is no web address',
  ],
  ['no date', { observedOn: undefined }, 'claims[0].observedOn: is no day'],
  ['a day that is none', { observedOn: '2026-02-30' }, 'claims[0].observedOn: "2026-02-30" is no day'],
  ['an unknown scheme', { scheme: 'iso-27002' }, 'claims[0].scheme: '],
  ['an unknown level', { scheme: 'ens', level: 'high' }, 'claims[0].level: "high" is no level of Esquema'],
  ['a level of what has none', { level: '1' }, 'claims[0].level: ISO/IEC 27001 has no levels'],
  ['an unknown service', { scope: { services: ['servers'] } }, 'claims[0].scope.services[0]: '],
  ['a region that is none', { scope: { regions: ['par'] } }, 'claims[0].scope.regions[0]: "par" is none of'],
  ['a key that is none', { valid: '2027-01-01' }, 'claims[0]: Unrecognized key: "valid"'],
  [
    'a SEAL declared by oneself',
    { scheme: 'eucsf', level: 'SEAL-3', status: 'self-declared' },
    'claims[0].status: nobody',
  ],
  ['a SEAL awarded by nobody', { scheme: 'eucsf', level: 'SEAL-3', assessedBy: 'unknown' }, 'claims[0].assessedBy: EU'],
])('a claim with %s is found', (_what, more, words) => {
  expect(told(withClaim(more)).join('\n')).toContain(words);
});

test.each<[string, unknown, string]>([
  ['an owner of somebody unknown', withLink(2, { of: 'Nobody' }), 'control.chain[2].of: "Nobody" is neither'],
  ['a majority that does not decide', withLink(0, { holds: 'minority' }), 'control.chain[0].holds: 60 % is control'],
  ['more than there is', withLink(1, { share: 45 }), 'the owners of Acme GmbH have 105 % together'],
  ['an owner twice', withLink(1, { entity: 'Acme Holding' }), 'Acme Holding owns Acme GmbH twice'],
  ['a circle', withLink(2, { entity: 'Acme GmbH' }), 'control.chain[2].entity: nobody owns themselves'],
  ['an end that is not known', withLink(2, { country: null }), 'control.knownTo: the country of The Acme family'],
  [
    'a statement of somebody unknown',
    { ...acme, control: { ...control, statements: [{ ...statement, of: 'Nobody' }] } },
    'control.statements[0].of: "Nobody" is neither the contracting entity nor an owner',
  ],
  [
    'a statement of no countries',
    { ...acme, control: { ...control, statements: [{ ...statement, within: [] }] } },
    'control.statements[0].within',
  ],
  [
    'a statement that is older than it may be',
    { ...acme, control: { ...control, statements: [{ ...statement, observedOn: '2020-01-01' }] } },
    'control.statements[0].observedOn: read 2020-01-01, more than',
  ],
  [
    'keys of a service told twice',
    { ...acme, keys: [keys, { ...keys, services: ['server', 'volume'] }] },
    'keys[2]: says the same as keys[0]',
  ],
  ['keys that nobody holds', { ...acme, keys: [{ ...keys, keys: 'nobody' }] }, 'keys[0].keys'],
  ['an end without anyone', { ...acme, control: { ...control, chain: [] } }, 'nobody is named'],
  [
    'a place without country code',
    { ...acme, places: [{ ...acme.places[0], country: 'Germany' }] },
    '"Germany" is no country',
  ],
  ['a place twice', { ...acme, places: [acme.places[0], acme.places[0]] }, 'places[1]: says the same as places[0]'],
  ['a claim twice', { ...acme, claims: [certificate, certificate] }, 'claims[1]: says the same as claims[0]'],
  ['an id that is none', { ...acme, cloud: 'Acme Cloud' }, 'cloud: "Acme Cloud" is no cloud’s id'.replace('’', "'")],
  ['nothing', null, 'expected object'],
])('a record with %s is found', (_what, record, words) => {
  expect(told(record).join('\n')).toContain(words);
});

test('who decides is told up to the end; a minority and its owners are not among them', () => {
  const more = { ...control, chain: [...control.chain, link('A fund', 'A bank', { country: 'US' })] };
  expect(controllersOf(more).map(({ entity }) => entity)).toEqual(['Acme Holding', 'The Acme family']);
});

test('the words that are asked of claims', () => {
  expect(statusOn(certificate, '2027-06-30')).toBe('held');
  expect(statusOn(certificate, '2027-07-01')).toBe('expired');
  expect(statusOn({ ...certificate, validUntil: null }, '2099-01-01')).toBe('held');
  expect(reachesLevel('c5', 'type-2', 'type-1')).toBe(true);
  expect(reachesLevel('c5', 'type-1', 'type-2')).toBe(false);
  expect(reachesLevel('c5', undefined, 'type-2')).toBeNull();
  expect(reachesLevel('c5', undefined, undefined)).toBe(true);
  const some = { scope: { services: ['server' as const], regions: ['ber'] } };
  expect(holdsFor(some, 'server', 'ber')).toBe(true);
  expect(holdsFor(some, 'volume', 'ber')).toBe(false);
  expect(holdsFor(some, 'server', undefined)).toBe(false);
  expect(holdsFor(certificate, undefined, undefined)).toBe(true);
  expect(claimKey({ scheme: 'c5', scope: { services: ['volume', 'server'] } })).toBe(
    claimKey({ scheme: 'c5', scope: { services: ['server', 'volume'] } }),
  );
  expect(placeFactOf(acme, 'ber-1', 'ber')?.country).toBe('DE');
  expect(placeFactOf(acme, 'par')).toBeUndefined();
  const towns = { ...acme, places: [...acme.places, { ...acme.places[0]!, region: 'b*', country: 'AT' }] };
  expect(placeFactOf(towns, 'ber')?.country).toBe('DE');
  expect(placeFactOf(towns, 'bre-1', 'bre')?.country).toBe('AT');
  expect(placeFactOf(towns, 'ab')).toBeUndefined();
});

test('every scheme has a title, an issuer and levels that differ', () => {
  for (const { title, issuer, levels = [] } of SCHEME_IDS.map(schemeOf)) {
    expect(title && issuer).toBeTruthy();
    expect(new Set(levels).size).toBe(levels.length);
  }
});
