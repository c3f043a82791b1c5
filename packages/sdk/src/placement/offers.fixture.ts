import type { Offer } from '../catalogue/index.js';

/** Where places of tests stand: by the first letters of their id. */
const CITIES: Readonly<Record<string, [country: string, city: string]>> = {
  ham: ['DE', 'Hamburg'],
  muc: ['DE', 'Munich'],
  fra: ['DE', 'Frankfurt'],
  par: ['FR', 'Paris'],
  vie: ['AT', 'Vienna'],
  zrh: ['CH', 'Zurich'],
  hel: ['FI', 'Helsinki'],
};

/** An offer of tests, `hanse/ham/small`: 2 vCPUs and 4 GiB for 10 EUR a month, unless told otherwise. */
export function offerAt(
  where: string,
  more: Partial<Offer> & { perMonth?: number | null; currency?: string } = {},
): Offer {
  const [cloud = '', id = '', size = 'small'] = where.split('/');
  const [country, city] = CITIES[id.slice(0, 3)] ?? [null];
  const { perMonth = 10, currency = 'EUR', ...rest } = more;
  const told = { source: 'GET /sizes', readAt: '2026-11-26T03:00:00Z' };
  return {
    cloud,
    place: { id, country, ...(city && { city }), scopes: { zone: id, region: id, area: 'all' } },
    size,
    vcpus: 2,
    memoryGib: 4,
    diskGib: null,
    architecture: 'x86',
    cpu: 'shared',
    price:
      perMonth === null
        ? null
        : {
            ...{ perHour: null, perMonth, currency, net: true, ...told },
            includes: { trafficGib: null, storageGib: null, publicIpv4: null },
          },
    available: true,
    deprecated: false,
    origin: 'api',
    ...told,
    ...rest,
  };
}
