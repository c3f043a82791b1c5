import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, jumpingClock } from '@hansa/sdk';
import { Errors } from '@scaleway/sdk-client';
import { QUICK, scalewayClients } from './scaleway-clients.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from './workload.js';

/** Scaleway counts in bytes, and takes whole billions: what is asked for in GiB is rounded up. */
const GB = 1e9;

/** Clients that nobody here wrote see what the SDK made at Scaleway, change it, and the SDK sees that. */
describe("Scaleway's own clients", () => {
  let emulator: Emulator;
  let cloud: CloudHandle;
  let made: Workload;
  let api: ReturnType<typeof scalewayClients>;
  /** Ids as the vendor writes them. */
  let id: Record<keyof Workload, string>;

  beforeAll(async () => {
    const clock = jumpingClock();
    // The clients' waiters sleep on the machine's clock.
    emulator = await startEmulator({ clouds: ['scaleway'], clock, durations: { scaleway: { '*': 0 } } });
    api = scalewayClients(emulator.env);
    cloud = new Hansa({ env: emulator.env, clock, owner: 'shop' }).cloud('scaleway');
    made = await makeWorkload(cloud, 'fr-par-1', 'DEV1-M');
    id = Object.fromEntries(Object.entries(made).map(([kind, thing]) => [kind, nativeId(thing)])) as typeof id;
  });
  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const server = async () => (await api.instance.getServer({ serverId: id.server })).server!;
  const subnet = async () => (await api.vpc.listPrivateNetworks({ vpcId: id.network }).all())[0]!;
  const nic = async () => (await api.instance.listPrivateNICs({ serverId: id.server })).privateNics[0]!;

  describe('see', () => {
    test('the server, with all that belongs to it', async () => {
      const seen = await api.instance.waitForServer({ serverId: id.server }, QUICK);
      expect(seen).toMatchObject({
        name: 'web-1',
        state: 'running',
        commercialType: made.server.state['nativeSize'],
        securityGroup: { id: id.firewall },
      });
      expect(seen.tags).toEqual(expect.arrayContaining(['role=web', 'hansa-owner=shop']));
      expect(seen.publicIps.map(({ address }) => address)).toContain(made.public_ip.state['address']);
      expect(Object.values(seen.volumes).map((volume) => volume.id)).toContain(id.volume);
      expect(await api.instance.getServerUserData({ serverId: id.server, key: 'cloud-init' })).toBe('#cloud-config\n');
    });

    test('the network: a VPC, its subnet, and the address that the server has there', async () => {
      expect(await api.vpc.getVPC({ vpcId: id.network })).toMatchObject({ name: 'net' });
      const { id: privateNetworkId, subnets } = await subnet();
      expect(subnets.map((one) => one.subnet)).toContain('10.1.1.0/24');
      const plug = await api.instance.waitForPrivateNIC({ serverId: id.server, privateNicId: (await nic()).id }, QUICK);
      expect(plug).toMatchObject({ privateNetworkId, state: 'available' });
      const { ips } = await api.ipam.listIPs({ resourceId: plug.id, resourceType: 'instance_private_nic' });
      expect(ips.map(({ address }) => address)).toContainEqual(expect.stringMatching(/^10\.1\.1\.\d+\/24$/));
    });

    test('the firewall with its rules, dropping what they do not name', async () => {
      const { securityGroup } = await api.instance.getSecurityGroup({ securityGroupId: id.firewall });
      expect(securityGroup).toMatchObject({ name: 'web', inboundDefaultPolicy: 'drop', stateful: true });
      const rules = await api.instance.listSecurityGroupRules({ securityGroupId: id.firewall }).all();
      expect(rules.filter(({ editable }) => editable)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ protocol: 'TCP', action: 'accept', ipRange: '0.0.0.0/0', destPortFrom: 443 }),
          expect.objectContaining({ protocol: 'ICMP', action: 'accept', ipRange: '10.0.0.0/8' }),
        ]),
      );
    });

    test('the volume, the address and the key', async () => {
      const volume = await api.block.waitForVolume({ volumeId: id.volume }, QUICK);
      expect(volume).toMatchObject({ name: 'data', size: 22 * GB, status: 'in_use' });
      expect(volume.references).toMatchObject([
        { productResourceType: 'instance_server', productResourceId: id.server },
      ]);
      const { ip } = await api.instance.getIp({ ip: id.public_ip });
      expect(ip).toMatchObject({ address: made.public_ip.state['address'], server: { id: id.server } });
      // Keys have no tags, so the owner stands behind the name.
      const key = { id: id.ssh_key, name: 'me hansa-owner=shop', disabled: false };
      expect(await api.iam.listSSHKeys().all()).toMatchObject([key]);
    });
  });

  describe('change, and the SDK sees and undoes it:', () => {
    const all = (): Thing[] => Object.values(made);

    test('to begin with, nothing has drifted', async () => {
      expect(await Promise.all(all().map((thing) => driftOf(cloud, thing)))).toEqual(all().map(() => []));
    });

    test.each<[string, keyof Workload, string[], () => Promise<unknown>]>([
      [
        'a label put on',
        'server',
        ['labels'],
        async () => api.instance.updateServer({ serverId: id.server, tags: [...(await server()).tags, 'tier=front'] }),
      ],
      [
        'power switched off',
        'server',
        ['power'],
        () => api.instance.serverActionAndWait({ serverId: id.server, action: 'poweroff' }, QUICK),
      ],
      ['a new name', 'server', ['name'], () => api.instance.updateServer({ serverId: id.server, name: 'www' })],
      [
        'a network left',
        'server',
        ['networks'],
        async () => api.instance.deletePrivateNIC({ serverId: id.server, privateNicId: (await nic()).id }),
      ],
      [
        'another security group',
        'server',
        ['firewallIds'],
        async () => {
          const { securityGroups } = await api.instance.listSecurityGroups({ projectDefault: true });
          return api.instance.updateServer({
            serverId: id.server,
            securityGroup: { id: securityGroups[0]!.id, name: securityGroups[0]!.name },
          });
        },
      ],
      [
        'a rule more',
        'firewall',
        ['rules'],
        () =>
          api.instance.createSecurityGroupRule({
            securityGroupId: id.firewall,
            protocol: 'UDP',
            direction: 'inbound',
            action: 'accept',
            ipRange: '0.0.0.0/0',
            destPortFrom: 53,
            position: 1,
            editable: true,
          }),
      ],
      [
        'a subnet more',
        'network',
        ['subnets'],
        () =>
          api.vpc.createPrivateNetwork({
            name: 'more',
            vpcId: id.network,
            subnets: ['10.1.2.0/24'],
            tags: [],
            defaultRoutePropagationEnabled: false,
          }),
      ],
      [
        'a volume detached',
        'volume',
        ['serverId'],
        () => api.instance.detachServerVolume({ serverId: id.server, volumeId: id.volume }),
      ],
      ['a volume renamed', 'volume', ['name'], () => api.block.updateVolume({ volumeId: id.volume, name: 'date' })],
      [
        'an address taken away',
        'public_ip',
        ['serverId'],
        () => api.instance.updateIp({ ip: id.public_ip, server: null }),
      ],
      ['a key renamed', 'ssh_key', ['name'], () => api.iam.updateSSHKey({ sshKeyId: id.ssh_key, name: 'you' })],
    ])('%s', async (_, kind, drift, change) => {
      await change();
      expect(await driftOf(cloud, made[kind])).toEqual(drift);
      await putBack(cloud, made[kind]);
      expect(await driftOf(cloud, made[kind])).toEqual([]);
    });

    test('a bigger type', async () => {
      await api.instance.serverActionAndWait({ serverId: id.server, action: 'poweroff' }, QUICK);
      await api.instance.updateServer({ serverId: id.server, commercialType: 'DEV1-L' });
      expect(await driftOf(cloud, made.server)).toEqual(['size', 'power']);
      await putBack(cloud, made.server);
      expect(await server()).toMatchObject({ commercialType: made.server.state['nativeSize'], state: 'running' });
    });

    test('a volume grown, which no plan takes back unsaid', async () => {
      await api.block.updateVolume({ volumeId: id.volume, size: 33 * GB });
      await api.block.waitForVolume({ volumeId: id.volume }, QUICK);
      expect(await driftOf(cloud, made.volume)).toContainEqual(expect.stringContaining('sizeGib'));
      expect((await cloud.volumes.read(made.volume.state.id))?.sizeGib).toBe(30);
    });

    test('and are refused in the classes they know', async () => {
      const away = '11111111-0000-4000-8000-000000000000';
      await expect(api.instance.getServer({ serverId: away })).rejects.toBeInstanceOf(Errors.ResourceNotFoundError);
      await expect(api.iam.createSSHKey({ name: 'x', publicKey: 'bad' })).rejects.toBeInstanceOf(
        Errors.InvalidArgumentsError,
      );
      await expect(api.block.deleteVolume({ volumeId: id.volume })).rejects.toBeInstanceOf(
        Errors.PreconditionFailedError,
      );
      await expect(api.vpc.deletePrivateNetwork({ privateNetworkId: (await subnet()).id })).rejects.toBeInstanceOf(
        Errors.PreconditionFailedError,
      );
    });

    test('the server terminated, and the SDK finds it gone', async () => {
      const [root] = Object.values((await server()).volumes);
      await api.instance.serverAction({ serverId: id.server, action: 'terminate' });
      await expect(api.instance.waitForServer({ serverId: id.server }, QUICK)).rejects.toMatchObject({ status: 404 });
      // Terminating leaves block volumes: the root too.
      expect(await api.block.waitForVolume({ volumeId: root!.id }, QUICK)).toMatchObject({ status: 'available' });
      expect(await driftOf(cloud, made.server)).toBe('gone');
      expect(await driftOf(cloud, made.volume)).toEqual(expect.arrayContaining(['serverId']));
    });
  });
});
