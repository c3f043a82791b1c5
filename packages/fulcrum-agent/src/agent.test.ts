import { connectCore } from '@hansa/sdk/clouds/fulcrum';
import { upcloud } from '@hansa/sdk/clouds/upcloud';
import { FulcrumAgent } from './index.js';
import { newFederation, type TestFederation } from './testing/federation.fixture.js';

let federation: TestFederation;
afterEach(() => {
  jest.restoreAllMocks();
  return federation.close();
});

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

it('is held to the policy of a consumer by the cloud behind it', async () => {
  federation = await newFederation();
  const spec = { name: 'web', region: 'fsn1', size: 'cx23', image: 'debian-12' };
  const judged = async (policy: object) =>
    (await federation.consumer({ policy }).servers.plan({ spec, prior: null })).issues
      .map(({ message }) => message)
      .join();
  expect(await judged({ countries: ['DE'] })).toBe('');
  expect(await judged({ countries: ['FR'] })).toMatch(/policy/);
  expect(await judged({ certifications: [{ scheme: 'iso-27001' }] })).toBe('');
});

it('keeps options, metrics and its own status in step, and says good-bye', async () => {
  federation = await newFederation();
  const { options, consumer, emulator, clock, behind } = federation;
  const cloud = consumer();
  const volume = await cloud.volumes.create({ name: 'data', region: 'fsn1', sizeGib: 10 });
  const core = connectCore({ ...options.core, token: emulator.env['FULCRUM_ADMIN_TOKEN'] ?? '' });
  const stop = new AbortController();
  const agent = new FulcrumAgent(options);
  await Promise.all([agent.catalogue(), agent.measure()]);
  const named = async (path: string) =>
    (await core.all<{ name: string; value: unknown; enabled: boolean }>(path, {})).map(({ name }) => name);
  expect(await named('/service-options')).toEqual(
    expect.arrayContaining(['hetzner fsn1', 'hetzner cx23', 'hetzner 161547269']),
  );
  const measured = async () =>
    (await core.all<{ value: number }>('/metric-entries', {}, 'createdAt')).map(({ value }) => value);
  expect(await measured()).toEqual([1, 0.44]);
  // The second time nothing is new, and what was deleted at the cloud itself is told.
  await Promise.all([agent.catalogue(), agent.measure()]);
  expect(await measured()).toHaveLength(2);
  await behind.volumes.delete((await behind.volumes.list())[0]?.id ?? '');
  await agent.measure();
  expect(await measured()).toEqual([1, 0.44, 0]);
  // The next change finds out, and the service is at its end.
  await expect(cloud.volumes.update(volume.id, { sizeGib: 12 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await cloud.volumes.read(volume.id)).toBeNull();

  const running = agent.run(stop.signal);
  const status = async () => (await core.all<{ status: string }>('/agents', {}))[0]?.status;
  while ((await status()) !== 'Connected') await clock.sleep(1);
  stop.abort();
  await running;
  expect(await status()).toBe('Disconnected');
});

it('is not ordered from for what its cloud does not offer', async () => {
  // Every driver has every kind by now.
  const { firewall: _, ...others } = upcloud.cells;
  jest.replaceProperty(upcloud, 'cells', others);
  federation = await newFederation('upcloud');
  const { emulator } = federation;
  const cloud = federation.consumer();
  await cloud.places();
  const orders = () => emulator.requests.count({ cloud: 'fulcrum', method: 'POST', path: '/api/v1/services' });
  const before = orders();
  const made = cloud.firewalls.create({ name: 'fw', region: 'fi-hel1' });
  await expect(made).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringMatching(/nothing was ordered/),
  });
  expect(orders()).toBe(before);
  // What it has, it delivers: a key that the cloud does not keep lives in the state of two services alike.
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX';
  for (const name of ['a', 'b']) expect(await cloud.sshKeys.create({ name, publicKey: key })).toMatchObject({ name });
});

it('asks who orders where the token is an admin’s', async () => {
  federation = await newFederation();
  const { env } = federation;
  const admin = { ...env, FULCRUM_TOKEN: env['FULCRUM_ADMIN_TOKEN'] ?? '' };
  await expect(federation.consumer({ env: admin }).places()).rejects.toThrow(/sees 2 participants/);
  const core = connectCore({ ...federation.options.core, token: env['FULCRUM_TOKEN'] ?? '' });
  const [{ id = '' } = {}] = await core.all<{ id: string }>('/participants', {});
  const cloud = federation.consumer({ env: { ...admin, FULCRUM_PARTICIPANT: id } });
  expect(await cloud.networks.create({ name: 'n', region: 'DE' })).toMatchObject({ name: 'n', region: 'DE' });
});
