import type { Offer } from '../catalogue/index.js';
import { FACTS } from '../policy/clouds.fixture.js';
import { type Policy, settlePolicy } from '../policy/index.js';
import { offerAt } from './offers.fixture.js';
import { placeOffers } from './place.js';
import type { Requirements } from './requirements.js';
import { totalLines } from './total.js';

const place = (offers: Offer[], more: Partial<Requirements>, policy?: Policy) =>
  placeOffers({
    requirements: { size: 'SCS-2V-4', ...more } as Requirements,
    offers,
    facts: FACTS,
    ...(policy && { policy: settlePolicy(policy) }),
  });
const names = (found: ReturnType<typeof place>) => found.choices.map(({ cloud, region }) => `${cloud}/${region}`);

test('the total is of every instance, in one currency', () => {
  const { total } = place([offerAt('hanse/ham', { perMonth: 5.5 })], { instances: 4 });
  expect(total).toEqual({ perMonth: 22, known: 22, currency: 'EUR', instances: 4, unknown: [] });
  expect(totalLines(total!)).toEqual(['Together 22.00 EUR a month.']);
});

test('what is not known of it is named, and a part is never taken for the whole', () => {
  const offers = [offerAt('hanse/ham', { perMonth: 5 }), offerAt('hanse/vie', { perMonth: null })];
  const { total } = place(offers, { instances: 3, spread: { countries: 2 } });
  expect(total).toEqual({
    ...{ perMonth: null, known: 10, currency: 'EUR', instances: 3 },
    unknown: [
      {
        ...{ cloud: 'hanse', region: 'vie', size: 'small', instances: 1 },
        because: 'has no price a month that anybody tells',
      },
    ],
  });
  expect(totalLines(total!)).toEqual([
    'Together at least 10.00 EUR a month: the price of 1 of 3 instances is not in it.',
    'hanse/vie/small has no price a month that anybody tells.',
  ]);
});

test('a currency whose worth nobody said is no price of the total', () => {
  const { total } = place(
    [offerAt('alpen/zrh', { perMonth: 8, currency: 'CHF' })],
    { instances: 2 },
    {
      price: { currency: 'EUR' },
    },
  );
  expect(total).toMatchObject({ perMonth: null, known: 0, currency: 'EUR' });
  expect(totalLines(total!)).toEqual([
    'What they cost together is not known.',
    'alpen/zrh/small (2 instances) costs 8.00 CHF a month, and what that is in EUR is not said.',
  ]);
});

test('nothing chosen costs nothing that could be told', () => {
  expect(place([], {}).total).toBeNull();
});

describe('an unknown price under a limit', () => {
  const offers = [offerAt('hanse/ham', { perMonth: null }), offerAt('hanse/vie', { perMonth: 99 })];
  const price = { currency: 'EUR', perResource: 50 };

  test('is unknown, not too much: it is refused in words of its own', () => {
    const { problem, exclusions } = place(offers, {}, { price });
    expect(problem?.because).toBe(
      'none of 2 offers will do: 1 is too expensive for the policy, 1 is of a price that nobody tells, and the policy limits it',
    );
    expect(exclusions.map(({ reasons }) => reasons.map(({ finding }) => finding?.verdict))).toEqual([
      ['unknown'],
      ['not-met'],
    ]);
  });

  test('is let through where the policy lets the unknown pass, and stands behind every price', () => {
    const found = place([...offers, offerAt('hanse/par', { perMonth: 49 })], {}, { price, unknown: 'warning' });
    expect(names(found)).toEqual(['hanse/par']);
    expect(found.alternatives.map(({ region, verdict }) => [region, verdict])).toEqual([['ham', 'unknown']]);
    const alone = place(offers, {}, { price, unknown: 'warning' });
    expect(alone.choices[0]).toMatchObject({ verdict: 'unknown', findings: [{ rule: 'price', verdict: 'unknown' }] });
    expect(alone.total).toMatchObject({ perMonth: null, known: 0 });
  });

  test('is unknown for the limit of all together, too', () => {
    const limit = { price: { currency: 'EUR', total: 50 } };
    expect(place([offers[0]!], {}, limit).problem).toMatchObject({
      because:
        'unknown: all resources together cost at least 0.00 EUR a month, and of 1 of 1 the price in EUR is not known; 50.00 EUR are allowed',
      next: ['use something whose price is told'],
    });
  });
});
