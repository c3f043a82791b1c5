import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, jumpingClock } from '@hansa/sdk';
import { ovhClients } from './ovh-client.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from './workload.js';

type Values = Record<string, unknown>;

/** The client that OVHcloud wrote sees what the SDK made through its API, changes it, and the SDK sees that. */
describe("OVHcloud's own client", () => {
  let emulator: Emulator;
  let cloud: CloudHandle;
  let made: Workload;
  let clients: Awaited<ReturnType<typeof ovhClients>>;
  let call: (method: string, path: string, params?: object) => Promise<unknown>;
  let id: Record<keyof Workload, string>;

  beforeAll(async () => {
    // The client goes by the machine's clock, and asks the API's once.
    emulator = await startEmulator({ clouds: ['ovh'], durations: { ovh: { '*': 0 } }, rateLimit: false });
    const { env } = emulator;
    clients = await ovhClients(emulator.url);
    const keys = {
      appKey: env['OVH_APPLICATION_KEY'],
      appSecret: env['OVH_APPLICATION_SECRET'],
      consumerKey: env['OVH_CONSUMER_KEY'],
    };
    const client = clients.client(keys);
    call = (method, path, params) =>
      client.requestPromised(method, `/cloud/project/${env['OVH_CLOUD_PROJECT_SERVICE']}${path}`, params);
    cloud = new Hansa({ env, clock: jumpingClock(), owner: 'shop' }).cloud('ovh');
    made = await makeWorkload(cloud, 'GRA11', 'b3-8');
    id = Object.fromEntries(Object.entries(made).map(([kind, thing]) => [kind, nativeId(thing)])) as typeof id;
  });
  afterAll(async () => {
    await clients.close();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const get = async (path: string) => (await call('GET', path)) as Values;
  const list = async (path: string) => (await call('GET', path)) as Values[];
  const cards = () => list(`/instance/${id.server}/interface`);

  describe('sees', () => {
    test('the server, with its labels behind its name, its cards and its key', async () => {
      const seen = await get(`/instance/${id.server}`);
      expect(seen).toMatchObject({ status: 'ACTIVE', region: 'GRA11', flavor: { name: 'b3-8' }, sshKeyId: id.ssh_key });
      expect(seen['name']).toBe('web-1 hansa-owner=shop role=web');
      expect(seen['ipAddresses']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ type: 'public', ip: made.server.state['publicIpv4Address'] }),
          expect.objectContaining({ type: 'private', networkId: id.network }),
        ]),
      );
    });

    test('the network with its subnet, and the gateway by which the address leads into it', async () => {
      expect(await get(`/region/GRA11/network/${id.network}`)).toMatchObject({ visibility: 'private' });
      expect(await list(`/region/GRA11/network/${id.network}/subnet`)).toMatchObject([{ cidr: '10.1.1.0/24' }]);
      const [gateway] = await list('/region/GRA11/gateway');
      expect(gateway).toMatchObject({ model: 's', status: 'active', interfaces: [{ networkId: id.network }] });
      expect(await get(`/region/GRA11/floatingip/${id.public_ip}`)).toMatchObject({
        ip: made.public_ip.state['address'],
        associatedEntity: { gatewayId: gateway?.['id'] },
      });
    });

    test('the volume and the key', async () => {
      expect(await get(`/volume/${id.volume}`)).toMatchObject({ name: 'data', size: 20, attachedTo: [id.server] });
      expect(await get(`/sshkey/${id.ssh_key}`)).toMatchObject({ name: 'me' });
    });
  });

  describe('changes, and the SDK sees and undoes it:', () => {
    const all = (): Thing[] => Object.values(made);

    test('to begin with, nothing has drifted', async () => {
      expect(await Promise.all(all().map((thing) => driftOf(cloud, thing)))).toEqual(all().map(() => []));
    });

    test.each<[string, keyof Workload, string[], () => Promise<unknown>]>([
      [
        'a new name, without labels',
        'server',
        ['name', 'labels'],
        () => call('PUT', `/instance/${id.server}`, { instanceName: 'www hansa-owner=shop' }),
      ],
      ['power switched off', 'server', ['power'], () => call('POST', `/instance/${id.server}/stop`)],
      [
        'another flavour',
        'server',
        ['size'],
        async () => {
          const flavors = await list('/flavor?region=GRA11');
          const { id: flavorId } = flavors.find(({ name }) => name === 'c3-4') as Values;
          return call('POST', `/instance/${id.server}/resize`, { flavorId });
        },
      ],
      [
        'a network left',
        'server',
        ['networks'],
        async () => {
          const card = (await cards()).find(({ type }) => type === 'private');
          return call('DELETE', `/instance/${id.server}/interface/${card?.['id']}`);
        },
      ],
      [
        'a subnet more',
        'network',
        ['subnets'],
        () =>
          call('POST', `/region/GRA11/network/${id.network}/subnet`, {
            name: 'more',
            cidr: '10.1.2.0/24',
            ipVersion: 4,
            enableDhcp: true,
            enableGatewayIp: false,
          }),
      ],
      [
        'a volume detached',
        'volume',
        ['serverId'],
        () => call('POST', `/volume/${id.volume}/detach`, { instanceId: id.server }),
      ],
      [
        'a volume renamed, in letters that are escaped before they are signed',
        'volume',
        ['name'],
        () => call('PUT', `/volume/${id.volume}`, { name: 'données' }),
      ],
    ])('%s', async (_, kind, drift, change) => {
      await change();
      expect(await driftOf(cloud, made[kind])).toEqual(drift);
      await putBack(cloud, made[kind]);
      expect(await driftOf(cloud, made[kind])).toEqual([]);
    });

    test('an address taken away, which loses no name', async () => {
      await call('POST', `/region/GRA11/floatingip/${id.public_ip}/detach`);
      expect(await driftOf(cloud, made.public_ip)).toEqual(['serverId']);
      await putBack(cloud, made.public_ip);
      expect(await driftOf(cloud, made.public_ip)).toEqual([]);
    });
  });

  test('is refused with the codes that it knows', async () => {
    const { env } = emulator;
    const [appKey, appSecret] = [env['OVH_APPLICATION_KEY'], env['OVH_APPLICATION_SECRET']];
    const who = (credentials: Values) => clients.client(credentials).requestPromised('GET', '/cloud/project');
    const consumerKey = env['OVH_CONSUMER_KEY'];
    await expect(who({ appKey, appSecret: 'x', consumerKey })).rejects.toMatchObject({
      error: 400,
      message: 'Invalid signature',
    });
    await expect(who({ appKey, appSecret, consumerKey: 'x' })).rejects.toMatchObject({ error: 403 });
    await expect(who({ appKey: 'x', appSecret, consumerKey })).rejects.toMatchObject({ error: 403 });
    await expect(get('/instance/11111111-0000-4000-8000-000000000000')).rejects.toMatchObject({ error: 404 });
    await expect(call('POST', '/sshkey', { name: 'me', publicKey: 'bad' })).rejects.toMatchObject({ error: 400 });
    await expect(call('DELETE', `/region/GRA11/network/${id.network}`)).rejects.toMatchObject({ error: 409 });
  });

  test('and the SDK leaves nothing of it behind', async () => {
    for (const { kind, state } of Object.values(made).reverse()) await cloud.kind(kind).delete(state.id);
    const paths = ['/instance', '/volume', '/sshkey', '/network/private'];
    const regional = ['gateway', 'floatingip', 'network'].map((what) => `/region/GRA11/${what}`);
    expect(await Promise.all([...paths, ...regional].map(list))).toEqual([...paths, ...regional].map(() => []));
  });
});
