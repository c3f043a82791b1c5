import type { Offer } from '../catalogue/index.js';
import { FACTS } from '../policy/clouds.fixture.js';
import { type Policy, settlePolicy } from '../policy/index.js';
import { exclusionLines } from './lines.js';
import { offerAt } from './offers.fixture.js';
import { placeOffers } from './place.js';
import type { Requirements } from './requirements.js';

const place = (offers: Offer[], requirements: Requirements, policy?: Policy) =>
  placeOffers({ requirements, offers, facts: FACTS, ...(policy && { policy: settlePolicy(policy) }) });
const names = (choices: readonly { cloud: string; region: string; size: string }[]) =>
  choices.map(({ cloud, region, size }) => `${cloud}/${region}/${size}`);
const why = ({ exclusions }: ReturnType<typeof place>) =>
  exclusions.map((one) => `${names([one])[0]} ${one.reasons.map(({ because }) => because).join('; ')}`);

const SIZE = { size: 'SCS-2V-4' };
const EUROPE: Policy = { countries: ['EEA', 'CH'], control: { countries: ['EEA', 'CH'] } };

test('the cheapest that fits is chosen, the others stand behind it, and each that does not fit says why', () => {
  const found = place(
    [
      offerAt('hanse/ham/dear', { perMonth: 20 }),
      offerAt('hanse/ham/cheap', { perMonth: 5 }),
      offerAt('hanse/ham/untold', { perMonth: null }),
      offerAt('hanse/ham/tiny', { vcpus: 1 }),
      offerAt('hanse/ham/thin', { memoryGib: 2 }),
      offerAt('hanse/ham/arm', { architecture: 'arm' }),
      offerAt('hanse/ham/gone', { available: false }),
      offerAt('hanse/ham/old', { deprecated: true }),
    ],
    SIZE,
  );
  expect(names(found.choices)).toEqual(['hanse/ham/cheap']);
  expect(names(found.alternatives)).toEqual(['hanse/ham/dear', 'hanse/ham/untold']);
  expect(found.total).toEqual({ perMonth: 5, known: 5, currency: 'EUR', instances: 1, unknown: [] });
  expect(why(found)).toEqual([
    'hanse/ham/tiny has 1 vCPU; 2 are wanted',
    'hanse/ham/thin has 2 GiB of memory; 4 are wanted',
    'hanse/ham/arm is arm; x86 is wanted',
    'hanse/ham/gone is sold out',
    'hanse/ham/old is being withdrawn by the vendor',
  ]);
});

test('the policy decides what may be used: a Swiss, a Mexican-owned and a US-owned cloud', () => {
  const found = place(
    [
      offerAt('alpen/zrh', { perMonth: 30 }),
      offerAt('istmo/vie', { perMonth: 5 }),
      offerAt('prairie/muc', { perMonth: 1 }),
    ],
    SIZE,
    EUROPE,
  );
  expect(names(found.choices)).toEqual(['alpen/zrh/small']);
  expect(found.choices[0]).toMatchObject({ verdict: 'met', country: 'CH' });
  expect(why(found)).toEqual([
    'istmo/vie/small Grupo Istmo in MX (Mexico) controls Istmo Telekom AG with 57 %, which stands behind Istmo Cloud GmbH; the policy wants control from EEA and CH alone',
    'prairie/muc/small Prairie Capital LP in US (United States) controls Prairie Hosting GmbH; the policy wants control from EEA and CH alone',
  ]);
  expect(found.exclusions[0]?.reasons[0]?.finding).toMatchObject({
    rule: 'control',
    evidence: [{ evidenceUrl: 'https://example.org/owners-of-istmo', observedOn: '2026-11-20' }],
  });
});

test('where nothing will do, it says how much of what, and what the policy said of what would have done', () => {
  const found = place([offerAt('prairie/muc'), offerAt('prairie/muc/tiny', { vcpus: 1 })], SIZE, EUROPE);
  expect(found.choices).toEqual([]);
  expect(found.problem).toEqual({
    because: 'none of 2 offers will do: 1 is of another size, 2 are against the policy',
    details: [
      'Prairie Capital LP in US (United States) controls Prairie Hosting GmbH; the policy wants control from EEA and CH alone',
    ],
    next: [
      'use a cloud under other control',
      'or add US (United States) to control.countries',
      'or add an exception with its reason',
    ],
  });
  expect(place([], SIZE).problem?.because).toBe('nothing is offered');
});

test.each<[string, Partial<Requirements>, string[]]>([
  ['clouds in their order', { clouds: ['alpen', 'hanse'], objective: ['clouds', 'price'] }, ['alpen/zrh/small']],
  ['countries in their order', { countries: ['FI', 'DE'], objective: ['countries'] }, ['hanse/hel/small']],
  ['the nearest', { near: { city: 'Wien' }, objective: ['distance'] }, ['istmo/vie/small']],
  ['not too far', { near: { city: 'Paris', withinKm: 500 } }, ['hanse/par/small']],
  ['not what is excluded', { exclude: ['prairie', 'istmo/vie', 'hanse/ham/small'] }, ['hanse/par/small']],
  ['the best fit', { objective: ['fit'], clouds: ['hanse'] }, ['hanse/ham/small']],
])('%s', (_what, more, expected) => {
  const offers = [
    offerAt('hanse/ham', { perMonth: 3 }),
    offerAt('hanse/ham/large', { perMonth: 2, vcpus: 4, available: null, memoryGib: 8, diskGib: 10 }),
    offerAt('hanse/hel', { perMonth: 9 }),
    offerAt('hanse/par', { perMonth: 8 }),
    offerAt('alpen/zrh', { perMonth: 30 }),
    offerAt('istmo/vie', { perMonth: 4 }),
    offerAt('prairie/muc', { perMonth: 1 }),
  ];
  expect(names(place(offers, { ...SIZE, diskGib: 20, ...more }).choices)).toEqual(expected);
});

test('an image counts where it is known what there is', () => {
  const offers = [offerAt('hanse/ham', { perMonth: 1 }), offerAt('hanse/par', { perMonth: 2 }), offerAt('hanse/hel')];
  const image = { id: '7', name: 'debian-12', architecture: 'x86', deprecated: false } as const;
  const found = placeOffers({
    requirements: { ...SIZE, image: 'debian-12' },
    offers,
    facts: FACTS,
    images: (_, at) => (at === 'ham' ? [] : at === 'par' ? [image] : null),
  });
  expect(names([...found.choices, ...found.alternatives])).toEqual(['hanse/par/small', 'hanse/hel/small']);
  expect(why(found)).toEqual(['hanse/ham/small has no image debian-12 for x86']);
});

test('another currency is compared where the policy says what it is worth', () => {
  const offers = [
    offerAt('hanse/ham', { perMonth: 10 }),
    offerAt('hanse/par', { perMonth: 11 }),
    offerAt('alpen/zrh', { perMonth: 8, currency: 'CHF' }),
  ];
  expect(names(place(offers, SIZE).choices)).toEqual(['hanse/ham/small']);
  const rates: Policy = { price: { currency: 'EUR', rates: { CHF: 1.1 } } };
  const found = place(offers, SIZE, rates);
  expect(names(found.choices)).toEqual(['alpen/zrh/small']);
  expect(found.total?.perMonth).toBeCloseTo(8.8);
});

describe('spread', () => {
  test('instances stand as far apart as is asked, at the least cost together, and go round evenly', () => {
    const offers = [
      offerAt('hanse/ham', { perMonth: 5 }),
      offerAt('hanse/vie', { perMonth: 7 }),
      offerAt('istmo/muc', { perMonth: 6 }),
      offerAt('istmo/par', { perMonth: 50 }),
    ];
    const spread = { controlChains: 2, countries: 2 };
    expect(names(place(offers, { ...SIZE, instances: 4, spread }).choices)).toEqual([
      'istmo/muc/small',
      'hanse/vie/small',
      'istmo/muc/small',
      'hanse/vie/small',
    ]);
    expect(names(place(offers, { ...SIZE, instances: 2 }).choices)).toEqual(['hanse/ham/small', 'hanse/ham/small']);
  });

  test('what is not apart, or not known to be, says so', () => {
    const offers = [offerAt('hanse/ham'), offerAt('hanse/par'), offerAt('nebel/x')];
    const wish = { ...SIZE, instances: 2, spread: { controlChains: 2 } };
    expect(place(offers, wish).problem?.because).toBe(
      '2 control chains are wanted, and what would do is in 1, and of some it is not known',
    );
    expect(names(place(offers, wish, { unknown: 'warning' }).choices)).toEqual(['hanse/ham/small', 'nebel/x/small']);
  });
});

test('the limit of the price is for all together', () => {
  const policy: Policy = { price: { currency: 'EUR', perResource: 12, total: 15 } };
  const offers = [offerAt('hanse/ham', { perMonth: 10 }), offerAt('hanse/par', { perMonth: 13 })];
  expect(names(place(offers, SIZE, policy).choices)).toEqual(['hanse/ham/small']);
  const two = place(offers, { ...SIZE, instances: 2 }, policy);
  expect(two.problem?.because).toBe('not met: all resources together cost 20.00 EUR a month, more than 15.00 EUR');
  expect(why(two)).toEqual(['hanse/par/small it costs 13.00 EUR a month, more than 12.00 EUR']);
});

test('exclusions are told by cloud and reason, the policy first, what is too small last', () => {
  const { exclusions } = place(
    [
      ...['a', 'b', 'c', 'd', 'e'].map((size) => offerAt(`hanse/ham/${size}`, { vcpus: 1 })),
      offerAt('prairie/muc/small'),
      offerAt('prairie/muc/tiny', { vcpus: 1 }),
      offerAt('prairie/fra/small'),
      offerAt('alpen/zrh'),
    ],
    SIZE,
    { countries: ['DE'], control: { countries: ['DE'] } },
  );
  expect(exclusionLines(exclusions)).toEqual([
    'prairie muc, fra: Prairie Capital LP in US (United States) controls Prairie Hosting GmbH; the policy wants control from DE alone',
    'alpen zrh stands in CH (Switzerland), and the policy wants DE',
    'hanse a, b, c and 2 more: has 1 vCPU; 2 are wanted',
  ]);
});

test.each<[Partial<Requirements>, RegExp]>([
  [{}, /size: is no size/],
  [{ vcpus: 2 }, /size: is no size/],
  [
    { size: 'SCS-2V-4', near: { city: 'Atlantis' } },
    /near.city: where "Atlantis" lies is not known here; use one of Amsterdam/,
  ],
  [{ size: 'SCS-2V-4', spread: { clouds: 2 } }, /spread.clouds: 2 is more than the 1 to be placed; raise instances/],
  [{ size: 'SCS-2V-4', objective: ['distance'] }, /objective: distance needs near/],
  [{ size: 'SCS-2V-4', wishes: 1 } as never, /wishes: there is no such requirement/],
])('requirements that are none are told at their attribute: %j', (requirements, message) => {
  expect(() => place([], requirements)).toThrow(message);
});
