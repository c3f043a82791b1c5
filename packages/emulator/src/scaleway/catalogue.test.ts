import { type Account, BLOCK, type Body, newAccount, ZONE } from './scaleway.fixture.js';
import { serverTypes } from './server-types.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const LOCAL = '/marketplace/v2/local-images';

it('reads every line of the table of server types', () => {
  expect(serverTypes).toHaveLength(148);
  for (const type of serverTypes) {
    for (const key of ['vcpus', 'memoryGib', 'eurPerHour', 'eurPerHourPar3', 'internalMbit', 'internetMbit'] as const) {
      expect(`${type.name} ${key} ${type[key] > 0}`).toBe(`${type.name} ${key} true`);
    }
    expect(type.zones.join()).toMatch(/^((fr-par|nl-ams|pl-waw)-[123],?)+$/);
  }
});

it('lists server types by page, as recorded', async () => {
  const { body, headers } = await account.call('GET', `${ZONE}/products/servers`);
  expect(Object.keys(body.servers)).toHaveLength(50);
  expect(headers.get('x-total-count')).toBe('136');
  const { servers } = await account.done('GET', `${ZONE}/products/servers?per_page=100`);
  expect(servers['DEV1-S']).toMatchObject({
    ncpus: 2,
    ram: 2 * 2 ** 30,
    arch: 'x86_64',
    hourly_price: 0.008976,
    monthly_price: 6.55248,
    volumes_constraint: { min_size: 0, max_size: 20e9 },
    network: { sum_internet_bandwidth: 200e6 },
  });
  const far = await account.done('GET', '/instance/v1/zones/fr-par-3/products/servers?per_page=100');
  expect(far.servers['GP1-XS'].hourly_price).toBe(0.13923);
  expect(Object.keys(far.servers)).toHaveLength(41);
  await account.done('GET', `${ZONE}/products/volumes`);
});

it('finds local images by label, zone, architecture and kind', async () => {
  const find = async (query: string): Promise<Body[]> => (await account.done('GET', `${LOCAL}?${query}`)).local_images;
  const all = await find('image_label=debian_trixie&zone=fr-par-1&order_by=type_asc');
  expect(all.map(({ arch, type }) => `${arch} ${type}`).sort()).toEqual([
    'arm64 instance_sbs',
    'x86_64 instance_local',
    'x86_64 instance_sbs',
  ]);
  const [local] = await find('image_label=ubuntu_jammy&zone=nl-ams-1&type=instance_local');
  expect(local!.compatible_commercial_types).toContain('DEV1-S');
  expect(local!.compatible_commercial_types).not.toContain('PRO2-XXS');
  const [arm] = await find('image_label=ubuntu_jammy&zone=fr-par-2&arch=arm64');
  expect(arm!.compatible_commercial_types).toContain('STANDARD2-A4C-16G');
  expect(await find('image_label=no_such_label')).toEqual([]);
  expect(await account.done('GET', `${LOCAL}/${local!.id}`)).toEqual(local);
  await account.refused({ status: 400, details: [{ argument_name: 'image_label', reason: 'required' }] }, 'GET', LOCAL);
});

it('tells images the same way in all three views', async () => {
  const { images } = await account.done('GET', '/marketplace/v2/images?page_size=100&arch=arm64&include_eol=false');
  const noble = images.find(({ label }: Body) => label === 'ubuntu_noble');
  expect(await account.done('GET', `/marketplace/v2/images/${noble.id}`)).toEqual(noble);
  const { versions } = await account.done('GET', `/marketplace/v2/versions?image_id=${noble.id}`);
  await account.done('GET', `/marketplace/v2/versions/${versions[0].id}`);
  const { local_images } = await account.done('GET', `${LOCAL}?version_id=${versions[0].id}&zone=fr-par-1`);
  const { image } = await account.done('GET', `${ZONE}/images/${local_images[0].id}`);
  expect(image).toMatchObject({ name: 'Ubuntu 24.04 Noble Numbat', public: true, state: 'available' });
  const listed = await account.done('GET', `${ZONE}/images?name=Noble&public=true&arch=x86_64`);
  expect(listed.images).toHaveLength(2);
  const { categories } = await account.done('GET', '/marketplace/v2/categories');
  await account.done('GET', `/marketplace/v2/categories/${categories[0].id}`);
});

it('prices servers and volumes', async () => {
  const path = '/product-catalog/v2alpha1/public-catalog/products';
  const { products, total_count } = await account.done(
    'GET',
    `${path}?product_types=instance&zone=fr-par-1&page_size=100`,
  );
  expect(total_count).toBe(136);
  const dev = products.find(({ product }: Body) => product === 'DEV1-S');
  expect(dev).toMatchObject({
    locality: { zone: 'fr-par-1' },
    price: { retail_price: { currency_code: 'EUR', units: 0, nanos: 8_976_000 } },
    properties: { hardware: { cpu: { virtual: { count: 2 } }, ram: { size: 2 * 2 ** 30 } } },
  });
  expect((await account.done('GET', `${path}?product_types=block_storage&zone=fr-par-1`)).total_count).toBe(2);
  const { volume_types } = await account.done('GET', `${BLOCK}/volume-types`);
  expect(volume_types).toMatchObject([{ type: 'sbs_5k', specs: { perf_iops: 5000 } }, { type: 'sbs_15k' }]);
});

it('creates a server from every label and architecture', async () => {
  const { images } = await account.done('GET', '/marketplace/v2/images?page_size=100&include_eol=false');
  for (const { label } of images) {
    for (const commercial_type of ['DEV1-S', 'BASIC2-A2C-4G']) {
      const server = await account.server({ image: label, commercial_type });
      expect(server.image.arch).toBe(commercial_type === 'DEV1-S' ? 'x86_64' : 'arm64');
    }
  }
});
