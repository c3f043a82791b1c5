import { coverage, newProject, type Project } from '../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());
afterAll(() => process.stdout.write(`${coverage()}\n`));

const get = async (path: string) => (await project.call('GET', path)).body;

describe('the catalogue', () => {
  it('lists locations with their network zones', async () => {
    const { locations } = await get('/locations');
    expect(locations.map(({ name, network_zone }: Record<string, string>) => [name, network_zone])).toEqual([
      ['fsn1', 'eu-central'],
      ['nbg1', 'eu-central'],
      ['hel1', 'eu-central'],
      ['ash', 'us-east'],
      ['hil', 'us-west'],
      ['sin', 'ap-southeast'],
    ]);
    expect((await get('/locations?name=hel1')).locations).toHaveLength(1);
    expect((await get('/locations/1')).location.name).toBe('fsn1');
    await project.refused('not_found', 'GET', '/locations/fsn1');
  });

  it('no longer has datacenters', async () => {
    for (const path of ['/datacenters', '/datacenters/4']) {
      expect((await project.call('GET', path)).status).toBe(410);
      await project.refused('deprecated_api_endpoint', 'GET', path);
    }
  });

  it('has server types with decimal prices for each of their locations', async () => {
    const { server_types, meta } = await get('/server_types?per_page=50');
    expect(meta.pagination.total_entries).toBe(server_types.length);
    for (const type of server_types) {
      const places = type.locations.map(({ name }: { name: string }) => name);
      expect(type.prices.map(({ location }: { location: string }) => location)).toEqual(places);
      for (const { price_hourly } of type.prices) {
        expect(price_hourly.net).toMatch(/^\d+\.\d{10}$/);
        expect(Number(price_hourly.gross) / Number(price_hourly.net)).toBeCloseTo(1.19, 6);
      }
    }
    const [cx23] = (await get('/server_types?name=cx23')).server_types;
    expect(cx23).toMatchObject({ cores: 2, memory: 4, disk: 40, architecture: 'x86', deprecated: false });
    const [cx22] = (await get('/server_types?name=cx22')).server_types;
    expect(cx22.locations[0]).toMatchObject({
      available: false,
      recommended: false,
      deprecation: { announced: expect.any(String) },
    });
    expect((await get(`/server_types/${cx23.id}`)).server_type).toEqual(cx23);
  });

  it('tells what is sold out', async () => {
    project.emulator.stock.soldOut('hetzner', 'cx23', 'fsn1');
    const [cx23] = (await get('/server_types?name=cx23')).server_types;
    const available = cx23.locations.map(({ name, available }: Record<string, unknown>) => [name, available]);
    expect(available).toEqual([
      ['fsn1', false],
      ['nbg1', true],
      ['hel1', true],
    ]);
  });

  it('prices in /pricing what /server_types prices', async () => {
    const { pricing } = await get('/pricing');
    const { server_types } = await get('/server_types?per_page=50');
    expect(pricing.currency).toBe('EUR');
    for (const type of server_types) {
      expect(pricing.server_types.find(({ id }: { id: number }) => id === type.id).prices).toEqual(type.prices);
    }
  });

  it('has each image for both architectures, and deprecated ones on demand', async () => {
    const { images } = await get('/images?name=debian-12&type=system');
    expect(images.map(({ architecture }: { architecture: string }) => architecture).sort()).toEqual(['arm', 'x86']);
    expect((await get('/images?name=debian-12&architecture=arm')).images).toHaveLength(1);
    expect((await get('/images?name=debian-11')).images).toHaveLength(0);
    expect((await get('/images?name=debian-11&include_deprecated=true')).images).toHaveLength(2);
    expect((await get(`/images/${images[0].id}`)).image).toEqual(images[0]);
    await project.refused('invalid_input', 'GET', '/images?architecture=mips');
    await project.refused('not_found', 'GET', '/images/1');
    await project.refused('forbidden', 'PUT', `/images/${images[0].id}`, { description: 'mine' });
  });

  it('has ISO images', async () => {
    const { isos } = await get('/isos?architecture=arm');
    expect(isos).toHaveLength(1);
    expect((await get(`/isos/${isos[0].id}`)).iso).toEqual(isos[0]);
  });
});
