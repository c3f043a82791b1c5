import type { Place } from '../../places/index.js';
import type { NativeSize } from '../../sizes/native-size.js';
import type { OvhApi } from './api.js';
import { isUp, regionNamed } from './places.js';
import { HOURS_PER_MONTH, hourlyPrices } from './prices.js';
import type { WireFlavor } from './wire.js';

/** Flavours of the region with the prices of the public catalogue. A flavour's name is its id in the model: its id differs by region. */
export async function sizes(api: OvhApi, { scopes }: Place): Promise<NativeSize[]> {
  const [flavors, region, prices] = await Promise.all([
    flavorsOf(api, scopes.region),
    regionNamed(api, scopes.region),
    hourlyPrices(api),
  ]);
  const up = region !== undefined && isUp(region);
  const readAt = new Date(api.clock.now()).toISOString();
  const source = `${api.endpoint.url}/order/catalog/public/cloud?ovhSubsidiary=${api.endpoint.subsidiary}`;
  return flavors.map((flavor) => {
    const perHour = prices.byPlan.get(flavor.planCodes?.hourly ?? '');
    return {
      id: flavor.name,
      vcpus: flavor.vcpus,
      memoryGib: memoryGib(flavor),
      diskGib: flavor.disk,
      // The disk is that of the flavour; OVHcloud refuses one with a smaller disk (docs.ovhcloud.com, "Resizing an instance", read 2026-11).
      diskOnResize: 'grows',
      architecture: 'x86',
      // Discovery flavours share their cores; of others the vendor says "guaranteed resources", not whose (ovhcloud.com, prices, read 2026-11).
      cpu: /^(d|s)\d/.test(flavor.name) ? 'shared' : 'unknown',
      price:
        perHour === undefined
          ? null
          : {
              perHour,
              perMonth: round(perHour * HOURS_PER_MONTH),
              currency: prices.currency,
              source,
              readAt,
              includes: { storageGib: flavor.disk },
            },
      available: flavor.available && up,
      deprecated: false,
    };
  });
}

/** Flavours of a region that run Linux. */
export async function flavorsOf(api: OvhApi, region: string): Promise<WireFlavor[]> {
  const all = await api.keep(`flavors ${region}`, () => api.list<WireFlavor>(api.paths.flavors(), { region }));
  return all.filter(({ osType }) => osType === 'linux');
}

/** GB as the flavour's name says it (`b3-8`): the API answers 8000, which it calls GiB in its description. */
export function memoryGib({ ram }: WireFlavor): number {
  return ram >= 500 ? ram / 1000 : ram;
}

function round(price: number): number {
  return Math.round(price * 1e4) / 1e4;
}
