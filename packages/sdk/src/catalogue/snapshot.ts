import type { Place } from '../places/index.js';
import type { NativeSize, Price } from '../sizes/index.js';

/** Where facts of a snapshot are from. */
export interface SnapshotSource {
  /** For people: `Spare Cores, sc-data-dumps e8749be`. */
  name: string;
  url: string;
  /** ISO 8601 day on which the facts were read, or held true by who published them. */
  readAt: string;
  /** SPDX id of the licence under which the facts were taken, where there is one. */
  licence?: string;
}

/** A price in a snapshot: the same at all of these places. */
export interface SnapshotPrice extends Pick<Price, 'perHour' | 'perMonth' | 'currency' | 'includes'> {
  places: readonly string[];
  /** Which of the snapshot's sources tells it. */
  from: number;
}

/** A size in a snapshot; where it differs by place (it ends in one, and is sold on in another) it stands more than once. */
export interface SnapshotSize
  extends Pick<NativeSize, 'id' | 'vcpus' | 'memoryGib' | 'diskGib' | 'architecture' | 'cpu' | 'deprecated'> {
  /** Which of the snapshot's sources tells it. */
  from: number;
  /** Where it is sold; null where the source does not tell: then it may be anywhere, and nowhere. */
  places: readonly string[] | null;
  prices?: readonly SnapshotPrice[];
}

/** What a cloud sold on a day: for who has no credentials there. */
export interface Snapshot {
  sources: readonly SnapshotSource[];
  places: readonly Place[];
  sizes: readonly SnapshotSize[];
}

/** The sizes of one place as the snapshot has them, each with its source. Whether they can be ordered now, no snapshot knows. */
export function snapshotSizes(snapshot: Snapshot, place: Place): { size: NativeSize; source: SnapshotSource }[] {
  return snapshot.sizes.flatMap(({ from, places, prices = [], ...size }) => {
    if (places && !places.includes(place.id)) return [];
    const price = prices.find((one) => one.places.includes(place.id));
    return {
      size: { ...size, price: price ? priceOf(snapshot, price) : null, available: null },
      source: at(snapshot, from),
    };
  });
}

function priceOf(snapshot: Snapshot, { places: _places, from, ...price }: SnapshotPrice): Price {
  const { name, url, readAt } = at(snapshot, from);
  return { ...price, source: `${name} (${url})`, readAt };
}

function at({ sources }: Snapshot, index: number): SnapshotSource {
  const source = sources[index];
  if (!source) throw new TypeError(`a snapshot names source ${index} and has ${sources.length}`);
  return source;
}
