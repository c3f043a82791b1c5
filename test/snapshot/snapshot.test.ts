import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa, type Offer, type Snapshot } from '@hansa/sdk';
import { askOffers } from '../../packages/sdk/src/catalogue/ask.js';
import { snapshotOf } from '../../scripts/snapshot/gather.js';
import { textOf } from '../../scripts/snapshot/write.js';

// `npm run offers:snapshot` writes what a cloud's API says, and no more: what a snapshot offers is what was offered.

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner', 'scaleway'] });
});
afterAll(() => emulator.close());

const SOURCE = { name: 'the cloud', url: 'https://example.org/', readAt: '2026-11-26' };

/** What the file would hold, read back from its text. */
function reread(snapshot: Snapshot): Snapshot {
  const [, literal = ''] = /export const snapshot: Snapshot = ([\s\S]*);\n$/.exec(textOf(snapshot)) ?? [];
  return new Function(`return ${literal}`)() as Snapshot;
}

const told = ({ place, size, vcpus, memoryGib, diskGib, architecture, cpu, deprecated, price }: Offer) => {
  const { source: _source, readAt: _readAt, ...cost } = price ?? {};
  return { place, size, vcpus, memoryGib, diskGib, architecture, cpu, deprecated, cost };
};

test.each(['hetzner', 'scaleway'])('what a snapshot of %s offers is what was offered', async (id) => {
  const cloud = new Hansa({ env: emulator.env }).cloud(id);
  const places = await cloud.places();
  const sold = await Promise.all(places.map(async (place) => [place, await cloud.sizes(place.id)] as const));
  const snapshot = reread(snapshotOf(sold, SOURCE));
  const nobody = () => Promise.reject(new Error('nobody is asked'));
  const seller = { id, places: nobody, sizes: nobody, snapshot: async () => snapshot };
  const then = await askOffers([seller], {}, 'only', () => '');
  const live = await new Hansa({ env: emulator.env }).offers({ clouds: [id] });
  const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  expect(then.offers.map(told).sort(byName)).toEqual(live.offers.map(told).sort(byName));
  expect(then.offers.length).toBeGreaterThan(10);
  expect(then.offers.every(({ readAt, source }) => readAt === '2026-11-26' && source.startsWith('the cloud'))).toBe(
    true,
  );
});
