import { Hansa, type NativeSize, type Place, type Snapshot } from '@hansa/sdk';
import { type Sold, snapshotOf } from './gather.js';

/** What a cloud sells today, as its own API tells it. The emulator sells nothing. */
export async function live(id: string): Promise<Snapshot> {
  if (process.env['HANSA_EMULATOR']) throw new Error('HANSA_EMULATOR is set: what an emulator sells is made up');
  const cloud = new Hansa({ clouds: { [id]: {} } }).cloud(id);
  const places = await cloud.places();
  const sold: Sold = await Promise.all(
    places.map(async (place): Promise<[Place, readonly NativeSize[]]> => [place, await cloud.sizes(place.id)]),
  );
  const first = sold.flatMap(([, sizes]) => sizes).find(({ price }) => price)?.price;
  return snapshotOf(sold, {
    name: `the cloud's own API`,
    url: first?.source ?? id,
    readAt: new Date().toISOString().slice(0, 10),
  });
}
