import type { NativeSize, Place, Snapshot, SnapshotPrice, SnapshotSize, SnapshotSource } from '@hansa/sdk';

/** Places with what is sold there. */
export type Sold = readonly (readonly [Place, readonly NativeSize[]])[];

/** What is sold place by place as one list of sizes, each with the places that have it, and with a price for those where it is the same. */
export function snapshotOf(sold: Sold, source: SnapshotSource): Snapshot {
  const sizes = new Map<
    string,
    Omit<SnapshotSize, 'places' | 'prices'> & {
      places: string[];
      prices: (Omit<SnapshotPrice, 'places'> & { places: string[] })[];
    }
  >();
  for (const [place, list] of sold)
    for (const { id, vcpus, memoryGib, diskGib, architecture, cpu, deprecated, price } of list) {
      const size = sizes.get(id) ?? {
        id,
        vcpus,
        memoryGib,
        diskGib,
        architecture,
        cpu,
        deprecated,
        from: 0,
        places: [],
        prices: [],
      };
      sizes.set(id, size);
      size.places.push(place.id);
      if (!price) continue;
      const { perHour, perMonth, currency, includes } = price;
      const asked = { perHour, perMonth, currency, ...(includes ? { includes } : {}) };
      const same = size.prices.find(
        ({ places: _places, from: _from, ...one }) => JSON.stringify(one) === JSON.stringify(asked),
      );
      if (same) same.places.push(place.id);
      else size.prices.push({ places: [place.id], from: 0, ...asked });
    }
  const places = sold.map(([place]) => place);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { sources: [source], places, sizes: [...sizes.values()].sort(byId) };
}
