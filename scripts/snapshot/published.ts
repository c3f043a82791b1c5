import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Snapshot, SnapshotPrice, SnapshotSize, SnapshotSource } from '@hansa/sdk';
import * as z from 'zod';

const FOLDER = join(__dirname, 'published');

const Amount = z.number().positive();
const Cost = z
  .strictObject({ perHour: Amount.optional(), perMonth: Amount.optional() })
  .refine(({ perHour, perMonth }) => perHour !== undefined || perMonth !== undefined, 'a price is missing');

/** Prices of a day that somebody published, net: what `scripts/snapshot/published/<cloud>.json` holds. */
const Published = z.strictObject({
  source: z.strictObject({
    /** Whose prices they are, and who read them. */
    name: z.string().min(1),
    url: z.url({ protocol: /^https$/ }),
    /** The day on which the vendor was read. */
    readAt: z.iso.date(),
  }),
  currency: z.string().regex(/^[A-Z]{3}$/),
  lists: z.array(
    z.strictObject({
      /** Where the source says that they hold, and nowhere else. */
      places: z.array(z.string()).nonempty(),
      includes: z.strictObject({
        /** `disk`: the root disk that comes with the size. */
        storageGib: z.union([z.literal('disk'), z.number().min(0)]).optional(),
        publicIpv4: z.boolean().optional(),
      }),
      sizes: z.record(z.string(), Cost),
    }),
  ),
});
export type Published = z.output<typeof Published>;

/** Clouds whose prices somebody published. */
export const PUBLISHED: readonly string[] = readdirSync(FOLDER).map((file) => basename(file, '.json'));

/** @throws where the file is none, with each mistake */
export function published(cloud: string): Published | null {
  const file = join(FOLDER, `${cloud}.json`);
  if (!existsSync(file)) return null;
  const { data, error } = Published.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (error) throw new Error(`${file}: ${z.prettifyError(error)}`);
  return data;
}

/**
 * A snapshot with published prices in the place of those that it had. Places and sizes stay as they are: where the source tells no price,
 * there is none.
 *
 * @throws where a price is of a size or at a place that the snapshot does not know, or told twice
 */
export function withPrices(snapshot: Snapshot, { source, currency, lists }: Published): Snapshot {
  const sources: SnapshotSource[] = [...withoutPrices(snapshot).sources, source];
  const from = sources.length - 1;
  const places = new Set(snapshot.places.map(({ id }) => id));
  const sizes = new Set(snapshot.sizes.map(({ id }) => id));
  const told = new Set<string>();
  for (const list of lists) {
    const stray =
      list.places.find((place) => !places.has(place)) ?? Object.keys(list.sizes).find((id) => !sizes.has(id));
    if (stray !== undefined) throw new Error(`${source.url}: the snapshot knows no "${stray}"`);
    for (const size of Object.keys(list.sizes))
      for (const place of list.places) {
        if (told.has(`${size} at ${place}`)) throw new Error(`${source.url}: ${size} at ${place} has two prices`);
        told.add(`${size} at ${place}`);
      }
  }
  const priced = withoutPrices(snapshot).sizes.map((size): SnapshotSize => {
    const prices = lists.flatMap(({ places, includes, sizes }): SnapshotPrice[] => {
      const cost = Object.hasOwn(sizes, size.id) ? sizes[size.id] : undefined;
      const there = places.filter((place) => size.places === null || size.places.includes(place));
      if (!cost || there.length === 0) return [];
      const { perHour = null, perMonth = null } = cost;
      const storageGib = includes.storageGib === 'disk' ? size.diskGib : includes.storageGib;
      const held = { ...includes, ...(storageGib === undefined ? {} : { storageGib }) } as SnapshotPrice['includes'];
      return [{ places: there, from, perHour, perMonth, currency, includes: held }];
    });
    return prices.length > 0 ? { ...size, prices } : size;
  });
  return { ...snapshot, sources, sizes: priced };
}

/** A snapshot as its sizes' own sources tell it. */
export function withoutPrices({ sources, places, sizes }: Snapshot): Snapshot {
  const used = new Set(sizes.map(({ from }) => from));
  const last = Math.max(...used);
  return { sources: sources.slice(0, last + 1), places, sizes: sizes.map(({ prices: _, ...size }) => size) };
}
