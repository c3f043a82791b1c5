import fc from 'fast-check';
import type { Offer } from '../catalogue/index.js';
import { FACTS, RECORDS } from '../policy/clouds.fixture.js';
import { type Policy, settlePolicy } from '../policy/index.js';
import { offerAt } from './offers.fixture.js';
import { placeOffers } from './place.js';
import type { Choice } from './placement.js';
import type { Requirements } from './requirements.js';
import { type Spot, spreadOver } from './spread.js';

const PLACES = ['ham', 'muc', 'par', 'vie', 'zrh', 'hel', 'somewhere'];
const offers = fc
  .uniqueArray(
    fc.record({
      cloud: fc.constantFrom(...RECORDS.map(({ cloud }) => cloud), 'stranger'),
      place: fc.constantFrom(...PLACES),
      vcpus: fc.constantFrom(1, 2, 4),
      perMonth: fc.option(fc.integer({ min: 1, max: 30 })),
      currency: fc.constantFrom('EUR', 'EUR', 'CHF'),
      available: fc.constantFrom(true, true, false, null),
    }),
    { maxLength: 25, selector: ({ cloud, place, vcpus }) => `${cloud}/${place}/${vcpus}` },
  )
  .map((list) => list.map(({ cloud, place, ...more }): Offer => offerAt(`${cloud}/${place}/s${more.vcpus}`, more)));

const requirements: fc.Arbitrary<Requirements> = fc
  .record({
    instances: fc.integer({ min: 1, max: 4 }),
    spread: fc.record(
      {
        controlChains: fc.integer({ min: 1, max: 3 }),
        countries: fc.integer({ min: 1, max: 3 }),
        clouds: fc.integer({ min: 1, max: 3 }),
        places: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: [] },
    ),
    objective: fc.constantFrom(['price'], ['certainty', 'price'], ['fit', 'price'], ['distance']) as fc.Arbitrary<
      Requirements['objective']
    >,
    countries: fc.constantFrom(undefined, ['EEA'], ['CH', 'DE']) as fc.Arbitrary<Requirements['countries']>,
  })
  .map(({ instances, spread, ...rest }) => ({
    ...{ ...rest, size: 'SCS-2V-4', near: { city: 'Berlin' } },
    instances: Math.max(instances, ...Object.values(spread)),
    spread,
  }));

const STRICTER: [loose: Policy, strict: Policy][] = [
  [{}, { unknown: 'error', countries: ['EEA', 'CH'] }],
  [{ countries: ['EEA', 'CH'] }, { countries: ['EEA'] }],
  [{ control: { countries: ['EEA', 'CH', 'US'] } }, { control: { countries: ['EEA', 'CH'] } }],
  [{ unknown: 'warning', control: { countries: ['EEA'] } }, { control: { countries: ['EEA'] } }],
  [{ price: { currency: 'EUR', perResource: 20 } }, { price: { currency: 'EUR', perResource: 10 } }],
];
const keyOf = ({ cloud, region, size }: { cloud: string; region: string; size: string }) =>
  `${cloud}/${region}/${size}`;
const run = (list: readonly Offer[], wish: Requirements, policy?: Policy) =>
  placeOffers({ requirements: wish, offers: list, facts: FACTS, ...(policy && { policy: settlePolicy(policy) }) });

test('every offer is a choice, an alternative or excluded, and each exclusion has its reasons', () => {
  fc.assert(
    fc.property(offers, requirements, fc.constantFrom(undefined, ...STRICTER.flat()), (list, wish, policy) => {
      const { choices, alternatives, exclusions, problem } = run(list, wish, policy);
      const all = [...new Set(choices.map(keyOf)), ...alternatives.map(keyOf), ...exclusions.map(keyOf)];
      expect(all.sort()).toEqual(list.map(({ cloud, place, size }) => `${cloud}/${place.id}/${size}`).sort());
      expect(choices.length).toBe(problem ? 0 : wish.instances);
      for (const { reasons } of exclusions) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const { because } of reasons) expect(because).not.toMatch(/undefined|null|NaN|^$/);
      }
      if (problem) expect([problem.because, ...problem.next].every((text) => text.length > 5)).toBe(true);
    }),
  );
});

test('a stricter policy never admits more', () => {
  fc.assert(
    fc.property(offers, fc.constantFrom(...STRICTER), (list, [loose, strict]) => {
      const admitted = (policy: Policy) => {
        const { choices, alternatives } = run(list, { size: 'SCS-2V-4' }, policy);
        return new Set([...choices, ...alternatives].map(keyOf));
      };
      const more = admitted(loose);
      expect([...admitted(strict)].filter((one) => !more.has(one))).toEqual([]);
    }),
  );
});

test('the order in which offers come does not matter', () => {
  fc.assert(
    fc.property(offers, requirements, fc.nat(), (list, wish, seed) => {
      const turned = list.map((_, i) => list[(i + seed) % list.length] as Offer).reverse();
      const [a, b] = [run(list, wish), run(turned, wish)];
      expect(b.choices.map(keyOf)).toEqual(a.choices.map(keyOf));
      expect(b.alternatives.map(keyOf)).toEqual(a.alternatives.map(keyOf));
      expect(b.problem).toEqual(a.problem);
    }),
  );
});

const spots: fc.Arbitrary<Spot[]> = fc
  .array(
    fc.record({
      chain: fc.option(fc.nat(2)),
      country: fc.option(fc.constantFrom('DE', 'FR', 'CH')),
      cloud: fc.constantFrom('a', 'b', 'c'),
      cost: fc.tuple(fc.nat(2), fc.nat(9)),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list
      .map((spot, i) => ({ ...spot, place: String(i) }))
      .sort((a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1] || Number(a.place) - Number(b.place)),
  );

test('no set is as far apart with fewer places, and none of as many costs less', () => {
  fc.assert(
    fc.property(spots, requirements, (list, { spread = {}, instances = 1 }) => {
      const apart = (set: readonly Spot[]) => {
        const count = (of: (spot: Spot) => unknown) => new Set(set.map(of).filter((one) => one !== null)).size;
        const { controlChains = 0, countries = 0, clouds = 0, places = 0 } = spread;
        return (
          count(({ chain }) => chain) >= controlChains &&
          count(({ country }) => country) >= countries &&
          count(({ cloud }) => cloud) >= clouds &&
          count(({ place }) => place) >= places
        );
      };
      const costs = (set: readonly Spot[]) =>
        [0, 1].map((at) => set.reduce((sum, { cost }) => sum + (cost[at] ?? 0), 0));
      const worth = (set: readonly Spot[]) => (costs(set)[0] ?? 0) * 1000 + (costs(set)[1] ?? 0);
      const sets = Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, i) => bits & (1 << i)));
      const good = sets.filter((set) => set.length > 0 && set.length <= instances && apart(set));
      const fewest = Math.min(...good.map(({ length }) => length));
      const least = Math.min(...good.filter(({ length }) => length === fewest).map(worth));
      const found = spreadOver(list, spread, instances);
      expect(found && [found.length, worth(found), apart(found)]).toEqual(
        good.length > 0 ? [fewest, least, true] : undefined,
      );
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in for a choice, instances stay as far apart and within the total', () => {
  const limited = fc.integer({ min: 1, max: 200 }).map((total): Policy => ({ price: { currency: 'EUR', total } }));
  fc.assert(
    fc.property(offers, requirements, fc.option(limited, { nil: undefined }), fc.nat(), (list, wish, policy, seed) => {
      const { choices, candidates, alternatives } = run(list, wish, policy);
      expect(candidates.map(([first]) => first)).toEqual(choices);
      const known = new Set([...choices, ...alternatives]);
      for (const one of candidates.flat()) expect(known.has(one)).toBe(true);
      const moved = candidates.map((able, i) => able[(seed + i) % able.length] as Choice);
      const count = (of: (choice: Choice) => unknown, all: readonly Choice[]) => new Set(all.map(of)).size;
      const { countries = 0, clouds = 0 } = wish.spread ?? {};
      if (choices.length === 0) return;
      if (countries > 0) expect(count(({ country }) => country, moved)).toBe(count(({ country }) => country, choices));
      if (clouds > 0) expect(count(({ cloud }) => cloud, moved)).toBe(count(({ cloud }) => cloud, choices));
      const limit = policy?.price?.total;
      const cost = moved.reduce((sum, { offer: { price } }) => sum + (price?.perMonth ?? 0), 0);
      if (limit !== undefined) expect(cost).toBeLessThanOrEqual(limit + 1e-9);
    }),
  );
});
