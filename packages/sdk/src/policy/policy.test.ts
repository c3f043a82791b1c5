import { claimSet, loadClaims } from '../claims/index.js';
import { FACTS, RECORDS, serverAt, TODAY } from './clouds.fixture.js';
import { evaluate, objections } from './evaluate.js';
import { findingText } from './finding.js';
import type { Policy } from './model.js';
import { settlePolicy } from './settle.js';
import { evaluateTotal } from './total.js';

const judge = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  evaluate(settlePolicy(policy), candidate, facts);
const texts = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  judge(policy, candidate, facts).findings.map(findingText);

describe('a Swiss, a Mexican-owned and a US-owned cloud', () => {
  const europe: Policy = { countries: ['EEA', 'CH'], control: { countries: ['EEA', 'CH'] } };

  test('the Swiss one is met where Switzerland is accepted', () => {
    expect(texts(europe, serverAt('alpen zrh'))).toEqual([
      'met: alpen zrh stands in CH (Switzerland) [https://example.org/alpen-places, read 2026-11-20]',
      'met: the contract is with Alpenwolke AG in CH (Switzerland): Heidi Muster in CH (Switzerland) controls Alpenwolke AG with 80 %; all of it in EEA and CH [https://example.org/alpen, read 2026-11-20; https://example.org/owners-of-alpenwolke, read 2026-11-20]',
    ]);
  });

  test('the Mexican-owned one stands in Austria and is controlled from Mexico', () => {
    const { verdict, admitted, findings } = judge(europe, serverAt('istmo vie'));
    expect([verdict, admitted]).toEqual(['not-met', false]);
    expect(findings.map(findingText)).toEqual([
      'met: istmo vie stands in AT (Austria) [https://example.org/istmo-places, read 2026-11-20]',
      'not met: Grupo Istmo in MX (Mexico) controls Istmo Telekom AG with 57 %, which stands behind Istmo Cloud GmbH; the policy wants control from EEA and CH alone [https://example.org/owners-of-istmo, read 2026-11-20]',
    ]);
    expect(findings[1]?.next).toEqual([
      'use a cloud under other control',
      'or add MX (Mexico) to control.countries',
      'or add an exception with its reason',
    ]);
  });

  test('the US-owned one is not met, though not all of its owners are known', () => {
    expect(texts(europe, serverAt('prairie muc'))[1]).toBe(
      'not met: Prairie Capital LP in US (United States) controls Prairie Hosting GmbH; the policy wants control from EEA and CH alone [https://example.org/owners-of-prairie, read 2026-11-20]',
    );
  });

  test('for the EEA alone the Swiss one is not met either, by place and by contract', () => {
    expect(texts({ preset: 'eea-only' }, serverAt('alpen zrh'))).toEqual([
      'not met: alpen zrh stands in CH (Switzerland), and the policy wants EEA [https://example.org/alpen-places, read 2026-11-20]',
      'not met: the contract is with Alpenwolke AG in CH (Switzerland); Heidi Muster in CH (Switzerland) controls Alpenwolke AG with 80 %; the policy wants control from EEA alone [https://example.org/alpen, read 2026-11-20; https://example.org/owners-of-alpenwolke, read 2026-11-20]',
    ]);
  });

  test('an exception for the Mexican group stands with its reason, until its last day', () => {
    const accepted = { rule: 'control', cloud: 'istmo', because: 'board decision 12', until: TODAY } as const;
    const policy: Policy = { ...europe, exceptions: [accepted] };
    const today = judge(policy, serverAt('istmo vie'));
    expect([today.verdict, today.admitted]).toEqual(['met', true]);
    expect(today.findings.map(findingText)[1]).toMatch(
      /^not met: Grupo Istmo .*; accepted until 2026-11-26: board decision 12$/,
    );
    expect(judge(policy, serverAt('istmo vie'), { ...FACTS, today: '2026-11-27' }).admitted).toBe(false);
    const entity: Policy = { ...europe, exceptions: [{ ...accepted, entity: 'Grupo Istmo' }] };
    expect(judge(entity, serverAt('istmo vie')).findings[1]?.verdict).toBe('met');
  });
});

test('the records themselves have the same three answers', async () => {
  const facts = { claims: await loadClaims(), today: TODAY };
  const europe = settlePolicy({ countries: ['EEA', 'CH'], control: { countries: ['EEA', 'CH'] } });
  const of = (cloud: string, id: string, country: string) =>
    evaluate(europe, { cloud, service: 'server', place: { id, country }, price: null }, facts);
  expect(of('infomaniak', 'dc3-a', 'CH').verdict).toBe('met');
  const mexican = of('exoscale', 'ch-gva-2', 'CH').findings.find(({ rule }) => rule === 'control');
  expect(mexican).toMatchObject({
    verdict: 'not-met',
    because: expect.stringMatching(/^América Móvil in MX \(Mexico\) controls Telekom Austria AG with 5\d/),
  });
  const american = of('contabo', 'somewhere', 'DE').findings.find(({ rule }) => rule === 'control');
  expect(american).toMatchObject({
    verdict: 'not-met',
    because: expect.stringMatching(/^KKR & Co. Inc. in US \(United States\)/),
  });
  for (const finding of [mexican, american])
    expect(finding?.evidence[0]).toMatchObject({
      evidenceUrl: expect.stringMatching(/^https:/),
      observedOn: expect.stringMatching(/^2026-/),
    });
});

describe('control', () => {
  const held = (
    links: { entity: string; country: string | null; share: number | null; holds?: 'control' | 'minority' }[],
    knownTo: 'ultimate' | 'partial' = 'ultimate',
  ) => {
    const hanse = RECORDS.find(({ cloud }) => cloud === 'hanse')!;
    const [link] = hanse.control!.chain;
    const chain = links.map((one) => ({ ...link!, holds: 'minority' as const, ...one }));
    return { ...FACTS, claims: claimSet([{ ...hanse, control: { ...hanse.control!, chain, knownTo } }]) };
  };
  const eu: Policy = { control: { countries: ['EU'] } };
  const verdict = (...args: Parameters<typeof held>) => judge(eu, serverAt('hanse ham'), held(...args)).verdict;

  test('a holder from elsewhere is no control up to 24 %, nor are several up to 39 % together', () => {
    expect(verdict([{ entity: 'A', country: 'US', share: 24 }])).toBe('met');
    expect(verdict([{ entity: 'A', country: 'US', share: 24.1 }])).toBe('not-met');
    const two = (share: number) => [
      { entity: 'A', country: 'US', share: 20 },
      { entity: 'B', country: 'JP', share },
    ];
    expect(verdict(two(19))).toBe('met');
    expect(texts(eu, serverAt('hanse ham'), held(two(19.5)))[0]).toMatch(
      /^not met: A in US \(United States\), B in JP \(Japan\) have 39.5 % of Hansewolke GmbH together, more than 39 %;/,
    );
  });

  test('what is not known stays unknown', () => {
    expect(verdict([{ entity: 'A', country: 'US', share: null }])).toBe('unknown');
    expect(verdict([{ entity: 'A', country: null, share: 30 }])).toBe('unknown');
    expect(verdict([], 'partial')).toBe('unknown');
    expect(texts(eu, serverAt('nebel x'))).toEqual(['unknown: who stands behind Nebel is not known']);
    expect(texts(eu, serverAt('stranger x'))).toEqual(['unknown: who stands behind stranger is not known']);
  });
});

test('a decision on adequacy counts while it is in force, and for whole countries alone', () => {
  const at = (country: string, today: string) =>
    judge({ countries: ['ADEQUATE'] }, serverAt('x y', { place: { id: 'y', country } }), { ...FACTS, today }).verdict;
  expect([at('CH', TODAY), at('GB', TODAY), at('GB', '2032-01-01'), at('US', TODAY), at('DE', TODAY)]).toEqual([
    'met',
    'met',
    'not-met',
    'not-met',
    'not-met',
  ]);
});

test('a country is unknown where nobody tells it, and where the cloud and the source disagree', () => {
  const policy: Policy = { countries: ['DE'] };
  expect(texts(policy, serverAt('nebel x'))).toEqual(['unknown: in which country nebel x stands is not known']);
  const elsewhere = serverAt('hanse ham', { place: { id: 'ham', country: 'FI' } });
  expect(texts(policy, elsewhere)[0]).toMatch(/^unknown: the cloud says that hanse ham stands in FI \(Finland\)/);
  expect(texts(policy, serverAt('hanse ham', { place: null }))).toEqual([]);
  const zone = serverAt('hanse x', { place: { id: 'ham-1', country: null, within: ['ham'] } });
  expect(judge(policy, zone).verdict).toBe('met');
});

describe('certificates', () => {
  test.each<[string, Policy['certifications'], Partial<Parameters<typeof evaluate>[1]>, RegExp]>([
    [
      'held for the service',
      [{ scheme: 'c5', level: 'type-1' }],
      {},
      /^met: Hansewolke, C5 type-1: held at type-2 for server, assessed by Muster Revision, valid until 2026-12-31 \[https:\/\/example.org\/hanse-c5, read 2026-11-20\]$/,
    ],
    [
      'held for another service',
      [{ scheme: 'c5' }],
      { service: 'volume' },
      /^not met: Hansewolke, C5: held at type-2 for server, not for volume/,
    ],
    [
      'run out',
      [{ scheme: 'iso-27001' }],
      {},
      /^not met: .* expired: it was valid until 2026-10-31, assessed by Muster Cert/,
    ],
    [
      'of which nobody knows',
      [{ scheme: 'ens' }],
      {},
      /^unknown: whether Hansewolke holds Esquema Nacional .* no claim/,
    ],
    ['wanted of others alone', [{ scheme: 'ens', services: ['database'] }], {}, /^$/],
    ['of what is no service', [{ scheme: 'ens' }], { service: null }, /^$/],
  ])('%s', (_what, certifications, candidate, text) => {
    expect(texts({ certifications }, serverAt('hanse ham', candidate)).join('\n')).toMatch(text);
  });

  test('run out counts by the day that is given, and never as held', () => {
    const policy: Policy = { certifications: [{ scheme: 'c5' }] };
    expect(judge(policy, serverAt('hanse ham')).verdict).toBe('met');
    expect(judge(policy, serverAt('hanse ham'), { ...FACTS, today: '2027-01-01' }).verdict).toBe('not-met');
  });
});

test('an open interface counts for the services that it serves', () => {
  const policy: Policy = { interfaces: ['openstack', 's3'] };
  const of = (service: 'server' | 'object-storage' | 'database', cloud = 'hanse') =>
    texts(policy, serverAt(`${cloud} ham`, { service }))[0];
  expect(of('server')).toMatch(/^met: Hansewolke offers server by openstack, an open interface/);
  expect(of('object-storage')).toMatch(/^met: .* by s3/);
  expect(of('database')).toMatch(
    /^not met: Hansewolke offers database by none of openstack and s3; it has openstack for server and volume, s3 for object-storage/,
  );
  expect(of('server', 'nebel')).toBe('unknown: whether Nebel offers server by openstack or s3 is not known');
});

test('backups lie at a cloud that nobody controls who controls the first', () => {
  const at = (backup: Policy['backup'], where = 'hanse ham') => texts({ backup }, serverAt(where));
  expect(at({ cloud: 'alpen' })[0]).toMatch(
    /^met: backups of Hansewolke lie at Alpenwolke, which nobody controls who controls Hansewolke/,
  );
  expect(at({ cloud: 'hanse' })).toEqual(['not met: backups of Hansewolke lie at Hansewolke, the same cloud']);
  expect(at({ cloud: 'prairie' })[0]).toMatch(
    /^unknown: .* the owners of Prairie Hosting GmbH are not known to the end/,
  );
  expect(at({ cloud: 'nebel' })).toEqual([
    'unknown: backups of Hansewolke lie at Nebel; who stands behind Nebel is not known',
  ]);
  expect(at({})).toEqual(['unknown: at which second cloud the backups of a server lie is not said']);
  expect(at({ cloud: 'alpen', otherCountry: true, country: 'CH' })[0]).toMatch(/^met: .*; data lies in DE \(Germany\)/);
  expect(at({ cloud: 'alpen', otherCountry: true, country: 'DE' })).toEqual([
    'not met: data and backups both lie in DE (Germany)',
  ]);
  expect(texts({ backup: {} }, serverAt('hanse ham', { service: 'network' }))).toEqual([]);
});

test('protection and keys are what the candidate says of itself', () => {
  const policy: Policy = { deletionProtection: ['server'], customerKeys: ['volume'] };
  expect(texts(policy, serverAt('hanse ham'))).toEqual([
    'unknown: whether the server is protected from deletion is not known',
  ]);
  const volume = serverAt('hanse ham', { service: 'volume', customerKeys: false });
  expect(texts(policy, volume)).toEqual(['not met: the volume is not encrypted with keys of the customer']);
  expect(judge(policy, serverAt('hanse ham', { deletionProtected: true })).verdict).toBe('met');
});

describe('prices', () => {
  const limits = { currency: 'EUR', perResource: 10, total: 25, rates: { CHF: 1.1 } };
  const of = (perMonth: number | null, currency = 'EUR') =>
    texts({ price: limits }, serverAt('hanse ham', { price: { perMonth, currency } }))[0];

  test('of one resource', () => {
    expect(of(10)).toBe('met: it costs 10.00 EUR a month, at most 10.00 EUR');
    expect(of(9.5, 'CHF')).toBe('not met: it costs 10.45 EUR a month, more than 10.00 EUR');
    expect(of(9, 'PLN')).toBe('unknown: it costs 9.00 PLN a month, and what that is in EUR is not said');
    expect(of(null)).toBe('unknown: what it costs a month is not known');
  });

  test('of all together', () => {
    const policy = settlePolicy({ price: limits });
    const total = (...prices: (number | null)[]) => {
      const costs = prices.map((perMonth) => ({ cloud: 'hanse', perMonth, currency: 'EUR' }));
      return findingText(evaluateTotal(policy, costs, TODAY)!);
    };
    expect(total(10, 15)).toBe('met: all resources together cost 25.00 EUR a month, at most 25.00 EUR');
    expect(total(10, 16)).toBe('not met: all resources together cost 26.00 EUR a month, more than 25.00 EUR');
    expect(total(10, null)).toBe(
      'unknown: all resources together cost at least 10.00 EUR a month, and of 1 of 2 the price in EUR is not known; 25.00 EUR are allowed',
    );
  });
});

test('what unknown means is the word of the policy', () => {
  const unknown = { control: { countries: ['EU'] } } satisfies Policy;
  const admitted = (word?: 'error' | 'warning' | 'allow') => {
    const policy = settlePolicy({ ...unknown, ...(word && { unknown: word }) });
    const found = evaluate(policy, serverAt('nebel x'), FACTS);
    return [found.admitted, objections(policy, found).length];
  };
  expect([admitted(), admitted('error'), admitted('warning'), admitted('allow')]).toEqual([
    [false, 1],
    [false, 1],
    [true, 0],
    [true, 0],
  ]);
});

test('what is given beside a preset stands in the place of its own', () => {
  const settled = settlePolicy({ preset: 'eea-only', countries: ['DE'], unknown: 'allow' });
  expect(settled).toMatchObject({ countries: ['DE'], control: { countries: ['EEA'] }, unknown: 'allow' });
});

test.each<[string, object, (string | number)[], RegExp]>([
  [
    'a country',
    { countries: ['EU', 'Germany'] },
    ['policy', 'countries', 1],
    /"Germany" is no country; write two capitals/,
  ],
  ['a rule', { country: ['EU'] }, ['policy', 'country'], /there is no such rule/],
  ['a preset', { preset: 'mars' }, ['policy', 'preset'], /"eu-only"/],
  ['a limit', { price: { currency: 'EUR', total: -1 } }, ['policy', 'price', 'total'], />=0/],
])('%s that is none is told at its attribute', (_what, policy, attribute, message) => {
  const told = (() => {
    try {
      return settlePolicy(policy as Policy);
    } catch (error) {
      return error;
    }
  })();
  expect(told).toMatchObject({ code: 'invalid', details: { attribute, message: expect.stringMatching(message) } });
});
