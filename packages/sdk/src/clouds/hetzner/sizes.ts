import type { Place } from '../../places/index.js';
import type { NativeSize } from '../../sizes/native-size.js';
import type { HetznerApi } from './api.js';
import { net, pricing } from './prices.js';
import type { WireServerType } from './wire.js';

/** Server types that Hetzner has at a location, with the net price there. */
export async function sizes(api: HetznerApi, place: Place): Promise<NativeSize[]> {
  const [types, { currency }] = await Promise.all([serverTypes(api), pricing(api)]);
  const readAt = new Date(api.clock.now()).toISOString();
  return types.flatMap((type) => {
    const here = type.locations.find((location) => location.name === place.id);
    if (!here) return [];
    const price = type.prices.find((one) => one.location === place.id);
    return {
      id: type.name,
      vcpus: type.cores,
      // Hetzner writes GB and does not say which; taken as GiB.
      memoryGib: type.memory,
      diskGib: type.disk,
      // "Equal or bigger disks" alone (docs.hetzner.cloud, change type, read 2026-11); the driver asks not to grow it along.
      diskOnResize: 'stays' as const,
      architecture: type.architecture,
      cpu: type.cpu_type,
      price: price
        ? {
            perHour: net(price.price_hourly),
            perMonth: net(price.price_monthly),
            currency,
            source: 'GET /server_types',
            readAt,
            includes: {
              ...(price.included_traffic === undefined ? {} : { trafficGib: price.included_traffic / 2 ** 30 }),
              storageGib: type.disk,
              // Primary IPs are charged apart (docs.hetzner.com, Cloud, billing, read 2026-11).
              publicIpv4: false,
            },
          }
        : null,
      available: here.available ?? null,
      deprecated: here.deprecation !== null && here.deprecation !== undefined,
    };
  });
}

/** One list serves all locations. */
function serverTypes(api: HetznerApi): Promise<WireServerType[]> {
  return api.keep('server types', () => api.list<WireServerType>('/server_types', 'server_types'));
}
