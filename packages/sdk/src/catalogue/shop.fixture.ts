import { CloudError } from '../errors/index.js';
import type { NativeSize } from '../sizes/index.js';
import type { Seller } from './ask.js';
import type { Snapshot } from './snapshot.js';

/** A place of tests: its id says the country (`de-1`). */
export const placeAt = (id: string) => ({
  id,
  country: id.slice(0, 2).toUpperCase(),
  scopes: { zone: id, region: id.slice(0, 2), area: 'all' },
});

/** A size of tests with 2 vCPUs and 4 GiB, unless told otherwise. */
export const sizeOf = (id: string, more: Partial<NativeSize> = {}): NativeSize => ({
  id,
  vcpus: 2,
  memoryGib: 4,
  diskGib: null,
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: true,
  deprecated: false,
  ...more,
});

export const priced = (perMonth: number, currency = 'EUR') => ({
  price: { perHour: null, perMonth, currency, source: 'GET /prices', readAt: '2026-11-25T00:00:00Z' },
});

/** A cloud of tests: places with what is sold there, or the error that says why not. */
export const sellerOf = (
  id: string,
  sold: Readonly<Record<string, readonly NativeSize[] | CloudError>> | CloudError,
  snapshot: Snapshot | null = null,
): Seller => ({
  id,
  places: async () => {
    if (sold instanceof CloudError) throw sold;
    return Object.keys(sold).map(placeAt);
  },
  sizes: async (place) => {
    const list = (sold as Readonly<Record<string, readonly NativeSize[] | CloudError>>)[place] ?? [];
    if (list instanceof CloudError) throw list;
    return list;
  },
  snapshot: async () => snapshot,
});
