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
  expect(await cloud.volumes.read(volume.id)).not.toBeNull();
  // The next change finds out, and the service is at its end.
  await expect(cloud.volumes.update(volume.id, { sizeGib: 12 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await cloud.volumes.read(volume.id)).toBeNull();

  let begun = false;
  const running = new FulcrumAgent({
    ...options,
    onStart: () => {
      begun = true;
    },
  }).run(stop.signal);
  const status = async () => (await core.all<{ status: string }>('/agents', {}))[0]?.status;
  while (!begun) await clock.sleep(1);
  expect(await status()).toBe('Connected');
  stop.abort();
  await running;
  expect(await status()).toBe('Disconnected');
});

it('tells what was changed or deleted at the cloud itself, and orders nothing where nothing was', async () => {
  federation = await newFederation();
  const { options, providerToken, consumer, emulator, behind } = federation;
  const cloud = consumer();
  const network = await cloud.networks.create({ name: 'net', region: 'DE' });
  const server = await cloud.servers.create({
    name: 'web',
    region: 'fsn1',
    size: 'cx23',
    image: 'debian-12',
    networks: [{ networkId: network.id }],
    labels: { env: 'test' },
  });
  const volume = await cloud.volumes.create({ name: 'data', region: 'fsn1', sizeGib: 10, serverId: server.id });
  const ssh = { direction: 'in' as const, protocol: 'tcp' as const, ports: '22', cidrs: ['10.0.0.0/8'] };
  const firewall = await cloud.firewalls.create({ name: 'fw', region: 'DE', rules: [ssh] });
  const agent = new FulcrumAgent({ ...options, providerToken });
  const looks = () =>
    emulator.requests.count({ cloud: 'fulcrum', method: 'POST', path: '/api/v1/services/{id}/refresh' });
  const round = async () => {
    await agent.measure();
    await agent.drain();
  };
  await round();
  expect(looks()).toBe(0);

  const [real] = await behind.servers.list();
  await behind.servers.update(real?.id ?? '', { power: 'off', labels: { env: 'other' } });
  await round();
  await round();
  expect(looks()).toBe(1);
  expect(await cloud.servers.read(server.id)).toMatchObject({ power: 'off', labels: { env: 'other' } });
  await behind.firewalls.update((await behind.firewalls.list())[0]?.id ?? '', {
    rules: [{ ...ssh, ports: '22-80' }],
  });
  await round();
  expect(await cloud.firewalls.read(firewall.id)).toMatchObject({ rules: [{ ports: '22-80' }] });
  // The consumer's next apply sets it right again.
  await cloud.servers.update(server.id, { power: 'on', labels: { env: 'test' } });
  expect((await behind.servers.list())[0]).toMatchObject({ power: 'on', labels: { env: 'test' } });

  await behind.volumes.update((await behind.volumes.list())[0]?.id ?? '', { serverId: null });
  const measures = () => emulator.requests.count({ cloud: 'fulcrum', method: 'POST', path: '/api/v1/metric-entries' });
  await behind.volumes.delete((await behind.volumes.list())[0]?.id ?? '');
  // A token that is no good is told, and all is measured still.
  const [before, bad] = [measures(), new FulcrumAgent({ ...options, providerToken: 'none' })];
  await expect(bad.measure()).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(measures() - before).toBeGreaterThan(3);
  await round();
  expect(await cloud.volumes.read(volume.id)).toBeNull();
  await cloud.servers.delete(server.id);
});

it('lets one process work for an agent; a second stands by and takes over', async () => {
  federation = await newFederation();
  const { options, clock } = federation;
  const life = () => {
    const [stop, said] = [new AbortController(), [] as string[]];
    let begun = 0;
    const agent = new FulcrumAgent({
      ...options,
      onHappening: ({ text }) => void said.push(text),
      onStart: () => {
        begun += 1;
      },
    });
    const over = agent.run(stop.signal);
    over.catch(() => {});
    return { agent, said, stop: () => stop.abort(), over, begun: () => begun };
  };
  const until = async (so: () => boolean) => {
    while (!so()) await clock.sleep(100);
  };
  const core = connectCore({ ...options.core });
  const first = life();
  await until(() => first.begun() === 1);
  // As if the first were a process of another host: who looks sees no process die there.
  const option = async () => (await core.all<{ id: string; value: Held }>('/service-options', { name: 'agent ' }))[0];
  const held = await option();
  const elsewhere = { ...held?.value, holder: { ...held?.value.holder, host: 'elsewhere', pid: 1 } };
  await core.patch(`/service-options/${held?.id}`, { value: elsewhere });
  const second = life();
  await until(() => second.said.length > 0);
  expect(second.said[0]).toMatch(/^process 1 on elsewhere works for this agent: standing by/);
  expect(second.begun()).toBe(0);
  // Nobody says good-bye: it is silent, and the second works.
  first.stop();
  await first.over;
  const gone = await option();
  await core.patch(`/service-options/${gone?.id}`, { value: { ...elsewhere, beat: 99 } });
  await until(() => second.begun() === 1);
  expect((await option())?.value.holder?.host).not.toBe('elsewhere');
  // Somebody else takes over: this one ends, and says why.
  const now = await option();
  await core.patch(`/service-options/${now?.id}`, { value: elsewhere });
  await expect(second.over).rejects.toMatchObject({ code: 'conflict', message: /process 1 on elsewhere/ as never });
});

interface Held {
  holder: { host: string; pid: number } | null;
  beat: number;
}

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
