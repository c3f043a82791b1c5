import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, jumpingClock } from '@hansa/sdk';
import { findHcloud, hcloudAt, type Json } from './hcloud.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from './workload.js';

const found = findHcloud();
if ('reason' in found) process.stderr.write(`hcloud-cli: not tried, ${found.reason}\n`);

/** A client that nobody here wrote sees what the SDK made at Hetzner, changes it, and the SDK sees that. */
('program' in found ? describe : describe.skip)("Hetzner's own command line", () => {
  let emulator: Emulator;
  let cloud: CloudHandle;
  let made: Workload;
  let hcloud: ReturnType<typeof hcloudAt>['hcloud'];
  let json: ReturnType<typeof hcloudAt>['json'];

  beforeAll(async () => {
    const clock = jumpingClock();
    // The command line waits on its own clock.
    emulator = await startEmulator({ clouds: ['hetzner'], clock, durations: { hetzner: { '*': 0 } } });
    ({ hcloud, json } = hcloudAt('program' in found ? found.program : '', emulator.env));
    cloud = new Hansa({ env: emulator.env, clock, owner: 'shop' }).cloud('hetzner');
    made = await makeWorkload(cloud, 'fsn1', 'SCS-2V-4');
  });
  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  describe('sees', () => {
    test('the server, with all that belongs to it', async () => {
      const seen = await json('server', 'describe', 'web-1');
      const { state } = made.server;
      expect(seen).toMatchObject({
        id: Number(nativeId(made.server)),
        name: 'web-1',
        status: 'running',
        labels: { role: 'web', 'hansa-owner': 'shop' },
        server_type: { name: state['nativeSize'], cores: 2, memory: 4 },
        image: { name: 'debian-12' },
        public_net: { ipv4: { ip: state['publicIpv4Address'] } },
        volumes: [Number(nativeId(made.volume))],
      });
      expect(seen['private_net']).toMatchObject([{ network: Number(nativeId(made.network)) }]);
      expect(seen['public_net'].firewalls).toMatchObject([{ id: Number(nativeId(made.firewall)), status: 'applied' }]);
      expect(await hcloud('server', 'list')).toMatch(/\sweb-1\s+running\s/);
    });

    test('the network with its subnet and its member', async () => {
      expect(await json('network', 'describe', 'net')).toMatchObject({
        id: Number(nativeId(made.network)),
        ip_range: '10.1.0.0/16',
        subnets: [{ type: 'cloud', ip_range: '10.1.1.0/24', network_zone: 'eu-central' }],
        servers: [Number(nativeId(made.server))],
        labels: { role: 'inner' },
      });
    });

    test('the firewall with its rules and whom it guards', async () => {
      const { rules, applied_to: guarded } = await json('firewall', 'describe', 'web');
      expect(rules).toHaveLength(2);
      expect(rules).toContainEqual(
        expect.objectContaining({ direction: 'in', protocol: 'tcp', port: '443', source_ips: ['0.0.0.0/0', '::/0'] }),
      );
      expect(guarded).toMatchObject([{ type: 'server', server: { id: Number(nativeId(made.server)) } }]);
    });

    test('the volume, the address and the key', async () => {
      const server = Number(nativeId(made.server));
      expect(await json('volume', 'describe', 'data')).toMatchObject({ size: 20, server, status: 'available' });
      expect(await json('floating-ip', 'describe', 'ip')).toMatchObject({
        type: 'ipv4',
        server,
        ip: made.public_ip.state['address'],
      });
      expect(await json('ssh-key', 'describe', 'me')).toMatchObject({ fingerprint: made.ssh_key.state['fingerprint'] });
    });

    test.each(['server', 'network', 'firewall', 'volume', 'floating-ip', 'ssh-key'])(
      'just one %s in the list',
      async (kind) => {
        expect(await json<Json[]>(kind, 'list', '--selector', 'hansa-owner=shop')).toHaveLength(1);
      },
    );
  });

  describe('changes, and the SDK sees and undoes it:', () => {
    const all = (): Thing[] => Object.values(made);

    test('to begin with, nothing has drifted', async () => {
      expect(await Promise.all(all().map((thing) => driftOf(cloud, thing)))).toEqual(all().map(() => []));
    });

    test.each<[string, keyof Workload, string[], string[]]>([
      ['a label put on', 'server', ['server', 'add-label', 'web-1', 'tier=front'], ['labels']],
      ['power switched off', 'server', ['server', 'poweroff', 'web-1'], ['power']],
      ['a new name', 'server', ['server', 'update', 'web-1', '--name', 'www'], ['name']],
      ['a network left', 'server', ['server', 'detach-from-network', 'web-1', '--network', 'net'], ['networks']],
      [
        'a firewall taken off',
        'server',
        ['firewall', 'remove-from-resource', 'web', '--type', 'server', '--server', 'web-1'],
        ['firewallIds'],
      ],
      [
        'a rule more',
        'firewall',
        [
          'firewall',
          'add-rule',
          'web',
          '--direction',
          'in',
          '--protocol',
          'udp',
          '--port',
          '53',
          '--source-ips',
          '0.0.0.0/0',
        ],
        ['rules'],
      ],
      [
        'a subnet more',
        'network',
        [
          'network',
          'add-subnet',
          'net',
          '--type',
          'cloud',
          '--network-zone',
          'eu-central',
          '--ip-range',
          '10.1.2.0/24',
        ],
        ['subnets'],
      ],
      ['a volume detached', 'volume', ['volume', 'detach', 'data'], ['serverId']],
      ['a volume renamed', 'volume', ['volume', 'update', 'data', '--name', 'date'], ['name']],
      ['an address taken away', 'public_ip', ['floating-ip', 'unassign', 'ip'], ['serverId']],
      ['a key renamed', 'ssh_key', ['ssh-key', 'update', 'me', '--name', 'you'], ['name']],
    ])('%s', async (_, kind, words, drift) => {
      await hcloud(...words);
      expect(await driftOf(cloud, made[kind])).toEqual(drift);
      await putBack(cloud, made[kind]);
      expect(await driftOf(cloud, made[kind])).toEqual([]);
    });

    test('a bigger type, which the SDK takes back where the disk allows it', async () => {
      await hcloud('server', 'poweroff', 'web-1');
      await hcloud('server', 'change-type', 'web-1', 'cx33', '--keep-disk');
      // Hetzner starts a server whose type was changed.
      expect(await driftOf(cloud, made.server)).toEqual(['size']);
      await putBack(cloud, made.server);
      expect(await json('server', 'describe', 'web-1')).toMatchObject({
        status: 'running',
        server_type: { name: made.server.state['nativeSize'] },
      });
    });

    test('a volume grown, which no plan takes back unsaid', async () => {
      await hcloud('volume', 'resize', 'data', '--size', '30');
      expect(await driftOf(cloud, made.volume)).toContainEqual(expect.stringContaining('sizeGib'));
      const { sizeGib } = (await cloud.volumes.read(made.volume.state.id)) ?? {};
      expect(sizeGib).toBe(30);
    });

    test('and is refused in the words it knows', async () => {
      await expect(hcloud('firewall', 'delete', 'web')).rejects.toThrow('resource_in_use');
      await expect(hcloud('ssh-key', 'create', '--name', 'me', '--public-key', 'ssh-ed25519 AAAA')).rejects.toThrow(
        /uniqueness_error|invalid_input/,
      );
      await expect(hcloud('server', 'describe', '4711')).rejects.toThrow('not found');
    });

    test('everything deleted, and the SDK finds nothing', async () => {
      await hcloud('server', 'delete', 'web-1');
      expect(await driftOf(cloud, made.server)).toBe('gone');
      expect(await driftOf(cloud, made.volume)).toEqual(expect.arrayContaining(['serverId']));
      for (const [kind, name] of [
        ['volume', 'data'],
        ['floating-ip', 'ip'],
        ['firewall', 'web'],
        ['network', 'net'],
        ['ssh-key', 'me'],
      ] as const) {
        await hcloud(kind, 'delete', name);
      }
      expect(await Promise.all(all().map((thing) => driftOf(cloud, thing)))).toEqual(all().map(() => 'gone'));
    });
  });
});
