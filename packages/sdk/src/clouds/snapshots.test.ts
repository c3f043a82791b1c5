import { Hansa } from '../hansa.js';
import { DRIVERS } from './registry.js';

/** Without credentials, and with nothing to ask: only snapshots can answer. */
const hansa = new Hansa({ env: { HOME: '/nowhere' }, wire: () => Promise.reject(new Error('nobody is asked')) });

test.each(Object.keys(DRIVERS))(
  'the snapshot of %s, where it has one, tells of every fact where it is from',
  async (id) => {
    const snapshot = await hansa.cloud(id).snapshot();
    if (!snapshot) return;
    const { sources, places, sizes } = snapshot;
    const known = new Set(places.map((place) => place.id));
    expect(sources.length).toBeGreaterThan(0);
    for (const { name, url, readAt } of sources) {
      expect(name).not.toBe('');
      expect(new URL(url).protocol).toBe('https:');
      expect(readAt).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
    }
    expect(known.size).toBe(places.length);
    const everywhere = [...known];
    const spots = sizes.flatMap((size) => (size.places ?? everywhere).map((place) => `${size.id} at ${place}`));
    expect(new Set(spots).size).toBe(spots.length);
    for (const size of sizes) {
      expect(size.vcpus > 0 && size.memoryGib > 0 && (size.diskGib === null || size.diskGib > 0)).toBe(true);
      expect(sources[size.from]).toBeDefined();
      const priced = (size.prices ?? []).flatMap((price) => price.places);
      expect(new Set(priced).size).toBe(priced.length);
      for (const place of [...(size.places ?? []), ...priced]) expect(known).toContain(place);
      for (const { perMonth, perHour, currency, from } of size.prices ?? []) {
        expect(sources[from]).toBeDefined();
        expect(currency).toMatch(/^[A-Z]{3}$/);
        expect([perMonth, perHour].some((price) => price !== null && price > 0)).toBe(true);
      }
    }
  },
);

test('without any credentials, snapshots speak for the clouds that have one, and each offer says so', async () => {
  const { offers, clouds } = await hansa.offers({ region: 'FR', snapshot: 'only' });
  const spoke = clouds.filter(({ origin }) => origin === 'snapshot').map(({ cloud }) => cloud);
  expect(spoke).toEqual(expect.arrayContaining(['hetzner', 'scaleway', 'upcloud', 'ovh']));
  expect(new Set(offers.map(({ cloud }) => cloud))).toEqual(new Set(['scaleway', 'ovh']));
  expect(
    offers.every((o) => o.origin === 'snapshot' && o.available === null && o.source !== '' && o.readAt !== ''),
  ).toBe(true);
});
