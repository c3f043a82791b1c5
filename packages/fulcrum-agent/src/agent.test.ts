import { newFederation, type TestFederation } from './testing/federation.fixture.js';

let federation: TestFederation;
afterEach(() => federation.close());

it('delivers what a consumer orders, changes it, and leaves nothing', async () => {
  federation = await newFederation();
  const { behind, said } = federation;
  const cloud = federation.consumer();
  expect((await cloud.places()).map(({ id }) => id)).toContain('fsn1');
  const network = await cloud.networks.create({ name: 'net', region: 'DE' });
  const server = await cloud.servers.create({
    name: 'web',
    region: 'DE',
    size: 'SCS-2V-4',
    image: 'debian-12',
    networks: [{ networkId: network.id }],
    userData: 'secret-of-the-shop',
    labels: { env: 'test' },
  });
  expect(server).toMatchObject({ name: 'web', size: 'SCS-2V-4', power: 'on', networks: [{ networkId: network.id }] });
  const [real] = await behind.servers.list();
  expect(real?.name).toMatch(/^web-[0-9a-f]{12}$/);
  expect(real?.labels).toEqual({ env: 'test' });
  const plan = await cloud.servers.plan({
    spec: {
      name: 'web',
      region: 'DE',
      size: 'SCS-2V-4',
      image: 'debian-12',
      networks: [{ networkId: network.id }],
      labels: { env: 'test' },
    },
    prior: server as never,
  });
  expect(plan.changed).toEqual([]);
  const off = await cloud.servers.update(server.id, { power: 'off', labels: { env: 'prod' } });
  expect(off).toMatchObject({ power: 'off', labels: { env: 'prod' } });
  expect((await behind.servers.list())[0]).toMatchObject({ power: 'off', labels: { env: 'prod' } });
  await cloud.servers.delete(server.id);
  await cloud.networks.delete(network.id);
  expect([await behind.servers.list(), await behind.networks.list()]).toEqual([[], []]);
  expect(said.join('\n')).not.toContain('secret-of-the-shop');
});
