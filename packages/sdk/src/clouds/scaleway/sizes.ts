import type { Place } from '../../places/index.js';
import type { NativeSize } from '../../sizes/native-size.js';
import { type ScalewayApi, unlessGone } from './api.js';
import { architecture } from './images.js';
import { paths } from './paths.js';
import { memoryGib } from './units.js';
import type { WireServerType } from './wire.js';

interface WireProduct {
  product: string;
  properties?: { hardware?: { cpu?: { shared?: boolean } } } | null;
}

/** Server types of a zone with price and stock. The disk is chosen apart from the type: all of them take block volumes. */
export async function sizes(api: ScalewayApi, place: Place): Promise<NativeSize[]> {
  const zone = place.id;
  const source = paths.serverTypes(zone);
  const [types, stock, shared] = await Promise.all([
    api.map<WireServerType>(source, 'servers'),
    api.map<{ availability?: string }>(paths.availability(zone), 'servers'),
    sharedCpus(api, zone),
  ]);
  const readAt = new Date(api.clock.now()).toISOString();
  return Object.entries(types).map(([id, type]) => ({
    id,
    vcpus: type.ncpus,
    memoryGib: memoryGib(type.ram),
    // No `diskOnResize` then: a block volume stays with its server through every change of type.
    diskGib: null,
    architecture: architecture(type.arch),
    cpu: shared.has(id) ? (shared.get(id) ? 'shared' : 'dedicated') : 'unknown',
    price:
      type.hourly_price == null && type.monthly_price == null
        ? null
        : {
            perHour: type.hourly_price ?? null,
            perMonth: type.monthly_price ?? null,
            currency: 'EUR',
            source,
            readAt,
            // Volumes and flexible IPs are billed apart from the Instance (scaleway.com/docs, Instance pricing, read 2026-11).
            includes: { storageGib: 0, publicIpv4: false },
          },
    available: isAvailable(stock[id]?.availability),
    deprecated: type.end_of_service ?? false,
  }));
}

/** One server type of a zone, for what a server itself does not tell. */
export async function serverType(api: ScalewayApi, zone: string, name: string): Promise<WireServerType | undefined> {
  const types = await api.keep(`types ${zone}`, () => api.map<WireServerType>(paths.serverTypes(zone), 'servers'));
  return types[name];
}

/** Whether the CPUs are shared, by type; only the public catalogue tells (`properties.hardware.cpu.shared`, recorded 2026-08). */
async function sharedCpus(api: ScalewayApi, zone: string): Promise<Map<string, boolean>> {
  const ask = api.list<WireProduct>(paths.catalogue, 'products', { product_types: ['instance'], zone });
  const products = (await unlessGone(ask)) ?? [];
  return new Map(
    products.flatMap(({ product, properties }) => {
      const shared = properties?.hardware?.cpu?.shared;
      return shared === undefined ? [] : [[product, shared] as const];
    }),
  );
}

function isAvailable(word: string | undefined): boolean | null {
  if (word === 'available' || word === 'scarce') return true;
  return word === 'shortage' ? false : null;
}
