import fc from 'fast-check';
import { offerOf } from './offer.js';
import { byPrice, priceIn } from './price-order.js';
import { placeAt, priced, sizeOf } from './shop.fixture.js';

const told = { origin: 'api', source: 's', readAt: '2026-11-26' } as const;
const offer = (cloud: string, size: string, price: object = {}) =>
  offerOf(cloud, placeAt('de-1'), sizeOf(size, price), told);
const some = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.nat(9), fc.option(fc.nat(20)), fc.constantFrom('EUR', 'CHF', 'PLN'))
    .map(([cloud, size, cost, currency]) => offer(cloud, `s${size}`, cost === null ? {} : priced(cost, currency))),
  { maxLength: 15 },
);

test('every offer stands in one list, the compared ones in order, whatever order they came in', () => {
  fc.assert(
    fc.property(some, (offers) => {
      const { currency, compared, apart, unpriced } = byPrice(offers, { rates: { PLN: 0.25 } });
      expect(new Set([...compared, ...apart, ...unpriced])).toEqual(new Set(offers));
      expect(compared.length + apart.length + unpriced.length).toBe(offers.length);
      const prices = compared.map((one) => priceIn(one, currency, { PLN: 0.25 })!);
      expect(prices).toEqual([...prices].sort((a, b) => a - b));
      expect(apart.every(({ price }) => price!.currency !== currency && price!.currency !== 'PLN')).toBe(true);
      expect(byPrice([...offers].reverse(), { rates: { PLN: 0.25 } }).compared).toEqual(compared);
    }),
  );
});

test('one franc is no euro, unless the user says what it is worth', () => {
  const offers = [offer('a', 'x', priced(4, 'CHF')), offer('a', 'y', priced(5)), offer('a', 'z')];
  const names = ({ compared, apart, unpriced }: ReturnType<typeof byPrice>) =>
    [compared, apart, unpriced].map((list) => list.map(({ size }) => size));
  expect(names(byPrice(offers, { currency: 'EUR' }))).toEqual([['y'], ['x'], ['z']]);
  expect(names(byPrice(offers, { currency: 'EUR', rates: { CHF: 1.5 } }))).toEqual([['y', 'x'], [], ['z']]);
  expect(names(byPrice(offers, { currency: 'EUR', rates: { CHF: 0 } }))).toEqual([['y'], ['x'], ['z']]);
});
