import { CloudError } from '../errors/index.js';
import { askOffers, type Seller, type SnapshotUse } from './ask.js';
import { placeAt, priced, sellerOf, sizeOf } from './shop.fixture.js';
import type { Snapshot } from './snapshot.js';
import type { OfferWish } from './wish.js';

const NOW = '2026-11-26T03:00:00.000Z';
const noToken = new CloudError('unauthenticated', { message: 'no API token found' });
const refused = new CloudError('unauthenticated', { message: 'wrong token', vendor: { status: 401 } });
const down = new CloudError('unavailable', { message: 'it is down' });
const snapshot: Snapshot = {
  sources: [
    { name: 'list of types', url: 'https://example.org/types', readAt: '2026-01-31', licence: 'CC-BY-SA-4.0' },
    { name: 'list of prices', url: 'https://example.org/prices', readAt: '2026-02-01' },
  ],
  places: [placeAt('de-1'), placeAt('fi-1')],
  sizes: [
    {
      ...{ id: 'then', vcpus: 2, memoryGib: 4, diskGib: 40, architecture: 'x86', cpu: 'shared', deprecated: false },
      from: 0,
      places: null,
      prices: [
        { places: ['de-1'], from: 1, perHour: 0.01, perMonth: 5, currency: 'EUR', includes: { storageGib: 40 } },
      ],
    },
  ],
};
const ask = async (sellers: Seller[], wish: OfferWish = {}, use: SnapshotUse = 'fallback') =>
  askOffers(sellers, wish, use, () => NOW);

test('what a cloud tells has its source and date, and says what of its price is not known', async () => {
  const { offers, clouds } = await ask([
    sellerOf('a', { 'de-1': [sizeOf('s1', priced(5)), sizeOf('s2')], 'fi-1': [sizeOf('s1')] }),
  ]);
  expect(offers.map(({ place, size, source, readAt, origin }) => [place.id, size, origin, source, readAt])).toEqual([
    ['de-1', 's1', 'api', 'GET /prices', '2026-11-25T00:00:00Z'],
    ['de-1', 's2', 'api', 'the API of a', NOW],
    ['fi-1', 's1', 'api', 'the API of a', NOW],
  ]);
  expect(offers[0]?.price).toEqual({
    ...priced(5).price,
    net: true,
    includes: { trafficGib: null, storageGib: null, publicIpv4: null },
  });
  expect(offers[1]?.price).toBeNull();
  expect(clouds).toEqual([{ cloud: 'a', origin: 'api', sources: [], failures: [], sellsThere: true, knowsSize: true }]);
});

test('a snapshot speaks for who has no credentials: with its own sources and dates, and of stock it knows nothing', async () => {
  const { offers, clouds } = await ask([sellerOf('a', noToken, snapshot), sellerOf('b', { 'de-1': [sizeOf('s')] })]);
  expect(offers.map(({ cloud, place, origin, available }) => [cloud, place.id, origin, available])).toEqual([
    ['a', 'de-1', 'snapshot', null],
    ['a', 'fi-1', 'snapshot', null],
    ['b', 'de-1', 'api', true],
  ]);
  expect(offers[0]).toMatchObject({
    source: 'list of types (https://example.org/types)',
    readAt: '2026-01-31',
    price: {
      perMonth: 5,
      net: true,
      source: 'list of prices (https://example.org/prices)',
      readAt: '2026-02-01',
      includes: { storageGib: 40, trafficGib: null },
    },
  });
  expect(offers[1]?.price).toBeNull();
  expect(clouds[0]).toMatchObject({ origin: 'snapshot', sources: snapshot.sources, failures: [{ error: noToken }] });
});

test.each<[string, Seller, SnapshotUse, string | null]>([
  ['a cloud that refuses the credentials', sellerOf('a', refused, snapshot), 'fallback', null],
  ['a cloud that is down', sellerOf('a', down, snapshot), 'fallback', null],
  ['no snapshot', sellerOf('a', noToken), 'fallback', null],
  ['a snapshot that is not wanted', sellerOf('a', noToken, snapshot), 'never', null],
  ['a cloud that need not be asked', sellerOf('a', down, snapshot), 'only', 'snapshot'],
])('%s: who speaks', async (_what, seller, use, origin) => {
  const { offers, clouds } = await ask([seller], {}, use);
  expect(clouds[0]?.origin).toBe(origin);
  expect(offers.length > 0).toBe(origin !== null);
});

test('a place that is down takes nothing from the others; all of them are the cloud', async () => {
  const one = await ask([sellerOf('a', { 'de-1': down, 'fi-1': [sizeOf('s')] })]);
  expect(one.offers.map(({ place }) => place.id)).toEqual(['fi-1']);
  expect(one.clouds[0]).toMatchObject({ origin: 'api', failures: [{ place: 'de-1', error: down }] });
  const all = await ask([sellerOf('a', { 'de-1': down }), sellerOf('b', { 'de-1': [sizeOf('s')] })]);
  expect(all.clouds.map(({ origin }) => origin)).toEqual([null, 'api']);
  expect(all.clouds[0]?.failures).toEqual([{ place: null, error: down }]);
});

test('a defect is not taken for an answer', async () => {
  const broken = { ...sellerOf('a', {}), places: () => Promise.reject(new TypeError('oops')) };
  await expect(ask([broken])).rejects.toThrow('oops');
});

test.each<[string, OfferWish, string[]]>([
  ['a country', { region: 'DE' }, ['de-1 small', 'de-1 arm', 'de-1 big']],
  ['countries', { countries: ['fi', 'SE'] }, ['fi-1 small']],
  ['an SCS name', { size: 'SCS-4V-8' }, ['de-1 big']],
  ["a vendor's type", { size: 'small' }, ['de-1 small', 'fi-1 small']],
  ['half a wish', { memoryGib: 8 }, ['de-1 big']],
  ['what does not fit, too', { memoryGib: 8, unfitting: true }, ['de-1 small', 'de-1 arm', 'de-1 big', 'fi-1 small']],
  ['an architecture', { architecture: 'arm' }, ['de-1 arm']],
  ['what can be ordered', { available: true }, ['de-1 small', 'de-1 arm', 'fi-1 small']],
  ['a limit of price', { maxPrice: { perMonth: 5, currency: 'EUR' } }, ['de-1 small']],
  ['a limit in another currency', { maxPrice: { perMonth: 50, currency: 'CHF' } }, []],
])('%s is asked for', async (_what, wish, found) => {
  const { offers } = await ask(
    [
      sellerOf('a', {
        'de-1': [
          sizeOf('small', priced(5)),
          sizeOf('arm', { architecture: 'arm' }),
          sizeOf('big', { vcpus: 4, memoryGib: 8, available: false }),
        ],
        'fi-1': [sizeOf('small', priced(6))],
      }),
    ],
    wish,
  );
  expect(offers.map(({ place, size }) => `${place.id} ${size}`).sort()).toEqual([...found].sort());
});

test('says when nothing is sold there, and when nobody knows the size', async () => {
  const seller = sellerOf('a', { 'de-1': [sizeOf('s')] });
  expect((await ask([seller], { region: 'XX' })).clouds[0]).toMatchObject({ sellsThere: false });
  expect((await ask([seller], { size: 'huge' })).clouds[0]).toMatchObject({ sellsThere: true, knowsSize: false });
});
