import { PLACES } from './places.js';
import { monthlyPrice } from './prices.js';
import { scriptedApi } from './scripted-api.fixture.js';
import { serverType, sizes } from './sizes.js';

const TYPES = {
  'DEV1-S': {
    ncpus: 2,
    ram: 2147483648,
    arch: 'x86_64',
    hourly_price: 0.008976,
    monthly_price: 6.55248,
    end_of_service: false,
  },
  'BASIC2-A2C-4G': { ncpus: 2, ram: 4294967296, arch: 'arm64', hourly_price: 0.023 },
  VC1S: { ncpus: 2, ram: 2147483648, arch: 'x86_64', end_of_service: true },
};
const answers = (path: string) => {
  if (path.endsWith('/availability'))
    return { servers: { 'DEV1-S': { availability: 'scarce' }, VC1S: { availability: 'shortage' } } };
  if (path.endsWith('/products/servers')) return { servers: TYPES };
  return undefined;
};

it('tells types with price, stock and end, and what nobody tells as unknown', async () => {
  const { api } = scriptedApi(({ path }) => answers(path));
  const source = '/instance/v1/zones/fr-par-1/products/servers';
  const readAt = '2026-11-01T00:00:00.000Z';
  const includes = { storageGib: 0, publicIpv4: false };
  expect(await sizes(api, PLACES[0]!)).toEqual([
    {
      id: 'DEV1-S',
      vcpus: 2,
      memoryGib: 2,
      diskGib: null,
      architecture: 'x86',
      cpu: 'unknown',
      price: { perHour: 0.008976, perMonth: 6.55248, currency: 'EUR', source, readAt, includes },
      available: true,
      deprecated: false,
    },
    expect.objectContaining({
      id: 'BASIC2-A2C-4G',
      architecture: 'arm',
      available: null,
      price: { perHour: 0.023, perMonth: null, currency: 'EUR', source, readAt, includes },
    }),
    expect.objectContaining({ id: 'VC1S', available: false, deprecated: true, price: null }),
  ]);
});

it('takes shared and dedicated CPUs from the public catalogue', async () => {
  const products = [
    { product: 'DEV1-S', properties: { hardware: { cpu: { shared: true } } } },
    { product: 'BASIC2-A2C-4G', properties: { hardware: { cpu: { shared: false } } } },
    { product: 'VC1S', properties: null },
  ];
  const { api } = scriptedApi(({ path }) => answers(path) ?? { products, total_count: 3 });
  expect((await sizes(api, PLACES[0]!)).map((size) => size.cpu)).toEqual(['shared', 'dedicated', 'unknown']);
});

it('reads types page by page where no total is told', async () => {
  const page = (from: number, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`T${from + i}`, { ncpus: 1, ram: 2 ** 30, arch: 'x86_64' }]),
    );
  const { api, sent } = scriptedApi(({ query }) => ({ servers: query?.['page'] === 1 ? page(0, 100) : page(100, 48) }));
  expect(await serverType(api, 'fr-par-1', 'T147')).toMatchObject({ ncpus: 1 });
  expect(await serverType(api, 'fr-par-1', 'GONE')).toBeUndefined();
  expect(sent.map(({ query }) => query)).toEqual([
    { page: 1, per_page: 100 },
    { page: 2, per_page: 100 },
  ]);
});

it("prices a volume by its gigabytes and the vendor's month", async () => {
  const volume_types = [
    { type: 'sbs_5k', specs: { perf_iops: 5000 }, pricing: { currency_code: 'EUR', units: 0, nanos: 118000 } },
    { type: 'sbs_15k', specs: { perf_iops: 15_000 } },
  ];
  const { api, sent } = scriptedApi(() => ({ volume_types, total_count: 2 }));
  // 10 GiB are sold as 11 GB.
  expect(await monthlyPrice(api, 'fr-par-1', 5000, 10)).toEqual({ perMonth: 0.9475, currency: 'EUR' });
  expect(await monthlyPrice(api, 'fr-par-1', 15_000, 10)).toBeNull();
  expect(sent).toHaveLength(1);
});
