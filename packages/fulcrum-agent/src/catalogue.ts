import type { NativeImage, NativeSize } from '@hansa/sdk';
import type { contract, WireNamed } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from './federation.js';

/** What the cloud sells, as consumers are told it. */
export async function readCatalogue({ cloud, kinds, now }: Federation): Promise<contract.Catalogue> {
  const { cloud: facts } = await cloud.connect();
  const places = await cloud.places();
  const [sizes, images] = await Promise.all([
    Promise.all(places.map(async ({ id }) => [id, await cloud.sizes(id)] as const)),
    Promise.all(places.map(async ({ id }) => [id, await cloud.images(id)] as const)),
  ]);
  return {
    version: 1,
    cloud: { id: cloud.id, title: facts.title },
    readAt: new Date(now()).toISOString(),
    kinds: (await kinds()).map(({ name }) => name),
    places: [...places],
    sizes: Object.fromEntries(sizes) as Record<string, NativeSize[]>,
    images: Object.fromEntries(images) as Record<string, NativeImage[]>,
  };
}

interface WireOption {
  id: string;
  name: string;
  value: unknown;
  enabled: boolean;
}

/** How many options were written. */
export interface Synced {
  made: number;
  changed: number;
  withdrawn: number;
}

/** Brings the provider's service options in step with the catalogue; those of other clouds of the provider are left alone. */
export async function syncOptions({ core, me }: Federation, catalogue: contract.Catalogue): Promise<Synced> {
  const synced: Synced = { made: 0, changed: 0, withdrawn: 0 };
  const types = await core.all<WireNamed & { type: string }>('/service-option-types', {});
  for (const [type, wanted] of Object.entries(optionsOf(catalogue))) {
    const typeId = types.find((one) => one.type === type)?.id;
    // Types are made by an admin: without them the catalogue is known to our own consumers all the same.
    if (typeId === undefined) continue;
    const query = { providerId: me.providerId, serviceOptionTypeId: typeId };
    const all = await core.all<WireOption>('/service-options', query);
    const ours = new Map(
      all.filter(({ name }) => name.startsWith(`${catalogue.cloud.id} `)).map((one) => [one.name, one]),
    );
    let displayOrder = 0;
    for (const [name, value] of wanted) {
      displayOrder += 1;
      const there = ours.get(name);
      ours.delete(name);
      if (!there) {
        await core.post('/service-options', { ...query, name, value, enabled: true, displayOrder });
        synced.made += 1;
      } else if (!there.enabled || !same(there.value, value)) {
        await core.patch(`/service-options/${there.id}`, { value, enabled: true });
        synced.changed += 1;
      }
    }
    for (const gone of [...ours.values()].filter(({ enabled }) => enabled)) {
      await core.patch(`/service-options/${gone.id}`, { enabled: false });
      synced.withdrawn += 1;
    }
  }
  return synced;
}

/** Options by type: each size and image once, with the places where it is. */
function optionsOf({
  cloud,
  places,
  sizes,
  images,
}: contract.Catalogue): Record<contract.OptionType, Map<string, object>> {
  const named = (id: string) => `${cloud.id} ${id}`;
  const [bySize, byImage] = [new Map<string, SizeOption>(), new Map<string, ImageOption>()];
  for (const [place, list] of Object.entries(sizes))
    for (const { id, vcpus, memoryGib, diskGib, architecture, cpu, price } of list) {
      const option = bySize.get(named(id)) ?? { id, vcpus, memoryGib, diskGib, architecture, cpu, pricePerMonth: {} };
      option.pricePerMonth[place] = price?.perMonth == null ? null : `${price.perMonth} ${price.currency}`;
      bySize.set(named(id), option);
    }
  for (const [place, list] of Object.entries(images))
    for (const { id, name, architecture } of list) {
      const option = byImage.get(named(id)) ?? { id, name, architecture, regions: [] };
      option.regions.push(place);
      byImage.set(named(id), option);
    }
  const regions = places.map(({ id, country, city }) => [named(id), { id, country, city: city ?? null }] as const);
  return { hansa_region: new Map(regions), hansa_size: bySize, hansa_image: byImage };
}

type SizeOption = Pick<NativeSize, 'id' | 'vcpus' | 'memoryGib' | 'diskGib' | 'architecture' | 'cpu'> & {
  /** By place; null where the vendor tells none. */
  pricePerMonth: Record<string, string | null>;
};
type ImageOption = Pick<NativeImage, 'id' | 'name' | 'architecture'> & { regions: string[] };

/** The database keeps the names of a JSON object in an order of its own. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
