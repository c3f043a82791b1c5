import { sizes } from './sizes.js';
import { scriptedApi } from './testing/scripted-api.js';

const fsn1 = { id: 'fsn1', country: 'DE', scopes: { zone: 'fsn1', region: 'fsn1', area: 'eu-central' } };
const price = (location: string, hourly: string, monthly: string) => ({
  location,
  price_hourly: { net: hourly, gross: '9' },
  price_monthly: { net: monthly, gross: '9' },
});
const type = (name: string, locations: object[], prices: object[]) => ({
  name,
  cores: 2,
  memory: 4,
  disk: 40,
  cpu_type: 'shared',
  architecture: 'x86',
  locations,
  prices,
});

it('tells stock, end and net price of each location, from two requests for all of them', async () => {
  const types = [
    type(
      'cx23',
      [
        { name: 'fsn1', available: true, recommended: true, deprecation: null },
        { name: 'hel1', available: false, deprecation: { announced: 'x' } },
      ],
      [
        { ...price('fsn1', '0.0050000000', '2.9900000000'), included_traffic: 20 * 2 ** 40 },
        price('hel1', '0.0060000000', '3.4900000000'),
      ],
    ),
    type('ccx13', [{ name: 'ash', deprecation: null }], []),
  ];
  const { api, sent } = scriptedApi(({ path }) =>
    path === '/pricing' ? { pricing: { currency: 'EUR' } } : { server_types: types },
  );
  const [cx23, ...others] = await sizes(api, fsn1);
  expect(others).toEqual([]);
  expect(cx23).toEqual({
    id: 'cx23',
    vcpus: 2,
    memoryGib: 4,
    diskGib: 40,
    diskOnResize: 'stays',
    architecture: 'x86',
    cpu: 'shared',
    available: true,
    deprecated: false,
    price: {
      perHour: 0.005,
      perMonth: 2.99,
      currency: 'EUR',
      source: 'GET /server_types',
      readAt: '2026-11-01T00:00:00.000Z',
      includes: { trafficGib: 20480, storageGib: 40, publicIpv4: false },
    },
  });
  const [there] = await sizes(api, { ...fsn1, id: 'hel1' });
  expect(there).toMatchObject({ available: false, deprecated: true, price: { perMonth: 3.49 } });
  const [unpriced] = await sizes(api, { ...fsn1, id: 'ash' });
  expect(unpriced).toMatchObject({ id: 'ccx13', price: null, available: null });
  expect(sent).toHaveLength(2);
});
