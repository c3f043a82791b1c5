import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hansa, type Snapshot } from '@hansa/sdk';
import { PUBLISHED, type Published, published, withoutPrices, withPrices } from '../../scripts/snapshot/published.js';
import { textOf } from '../../scripts/snapshot/write.js';

// Prices that others published enter a snapshot with their page and day, where they hold, and nowhere else.

const hansa = new Hansa({ env: { HOME: '/nowhere' }, wire: () => Promise.reject(new Error('nobody is asked')) });
const snapshotOf = async (id: string) => (await hansa.cloud(id).snapshot()) as Snapshot;

test.each(PUBLISHED)('the snapshot of %s holds what was published, and no other price', async (id) => {
  const prices = published(id) as Published;
  const snapshot = await snapshotOf(id);
  const file = join(__dirname, '../../packages/sdk/src/clouds', id, 'snapshot.gen.ts');
  expect(textOf(withPrices(snapshot, prices))).toBe(readFileSync(file, 'utf8'));
  const told = prices.lists.reduce((sum, { places, sizes }) => sum + places.length * Object.keys(sizes).length, 0);
  const held = snapshot.sizes.flatMap(({ prices: list = [] }) => list.flatMap(({ places }) => places));
  expect(held).toHaveLength(told);
  expect(told).toBeGreaterThan(20);
});

test.each(PUBLISHED)(
  'an offer of %s tells the page and the day of its price, apart from those of its size',
  async (id) => {
    const { source, lists } = published(id) as Published;
    const [{ places, sizes } = { places: [], sizes: {} }] = lists;
    const [size = '', cost] = Object.entries(sizes)[0] ?? [];
    const { offers } = await hansa.offers({ clouds: [id], region: places[0] as string, size, snapshot: 'only' });
    expect(offers).toHaveLength(1);
    expect(offers[0]).toMatchObject({
      ...{ origin: 'snapshot', readAt: '2026-01', source: expect.stringContaining('Spare Cores') },
      price: { perMonth: cost?.perMonth, currency: 'EUR', net: true, readAt: source.readAt },
    });
    expect(offers[0]?.price?.source).toBe(`${source.name} (${source.url})`);
  },
);

test('where the source tells no price there is none', async () => {
  const { offers } = await hansa.offers({ clouds: ['hetzner'], size: 'cx23', snapshot: 'only' });
  const priced = offers.filter(({ price }) => price !== null).map(({ place }) => place.id);
  expect(priced.sort()).toEqual(['fsn1', 'hel1', 'nbg1']);
  expect(offers.length).toBeGreaterThan(priced.length);
});

describe('a list that cannot be', () => {
  const source = { name: 'a page', url: 'https://example.org/prices', readAt: '2026-11-20' };
  const list = (places: [string, ...string[]], size: string) => ({
    ...{ places, includes: {} },
    sizes: { [size]: { perMonth: 5 } },
  });
  test.each<[string, Published['lists'], RegExp]>([
    ['names a size that is not sold', [list(['fsn1'], 'cx99')], /https:\/\/example.org\/prices: .* no "cx99"/],
    ['names a place that is none', [list(['moon1'], 'cx23')], /no "moon1"/],
    ['has two prices for one', [list(['fsn1', 'hel1'], 'cx23'), list(['hel1'], 'cx23')], /cx23 at hel1 has two prices/],
  ])('%s', async (_what, lists, message) => {
    const snapshot = await snapshotOf('hetzner');
    expect(() => withPrices(snapshot, { source, currency: 'EUR', lists })).toThrow(message);
  });

  test('nothing of older prices stays', async () => {
    const snapshot = await snapshotOf('hetzner');
    const { sources, sizes } = withPrices(snapshot, { source, currency: 'EUR', lists: [list(['sin'], 'cpx12')] });
    expect(sources).toEqual([...withoutPrices(snapshot).sources, source]);
    expect(sizes.flatMap(({ id, prices = [] }) => (prices.length > 0 ? [id] : []))).toEqual(['cpx12']);
  });
});
