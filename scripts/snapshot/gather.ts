import type { NativeSize, Place, Snapshot, SnapshotPrice, SnapshotSize, SnapshotSource } from '@hansa/sdk';

/** Places with what is sold there. */
export type Sold = readonly (readonly [Place, readonly NativeSize[]])[];

type Row = Omit<SnapshotSize, 'places' | 'prices'> & { places: string[]; prices: Priced[] };
type Priced = Omit<SnapshotPrice, 'places'> & { places: string[] };

/** What is sold place by place as one list of sizes, each with the places where it is the same, and its prices likewise. */
export function snapshotOf(sold: Sold, source: SnapshotSource): Snapshot {
  const rows = new Map<string, Row>();
  for (const [place, list] of sold)
    for (const { id, vcpus, memoryGib, diskGib, architecture, cpu, deprecated, price } of list) {
      // A size may end in one place and be sold on in another.
      const facts = { id, vcpus, memoryGib, diskGib, architecture, cpu, deprecated, from: 0 };
      const row = made(rows, JSON.stringify(facts), () => ({ ...facts, places: [], prices: [] }));
      row.places.push(place.id);
      if (price) pricesAt(row, place, price);
    }
  const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return { sources: [source], places: sold.map(([place]) => place), sizes: [...rows.values()].sort(byId) };
}

function pricesAt({ prices }: Row, place: Place, price: NonNullable<NativeSize['price']>): void {
  const { perHour, perMonth, currency, includes } = price;
  const asked = { from: 0, perHour, perMonth, currency, ...(includes ? { includes } : {}) };
  const same = prices.find(({ places: _places, ...one }) => JSON.stringify(one) === JSON.stringify(asked));
  if (same) same.places.push(place.id);
  else prices.push({ places: [place.id], ...asked });
}

function made<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known) return known;
  const value = make();
  map.set(key, value);
  return value;
}
