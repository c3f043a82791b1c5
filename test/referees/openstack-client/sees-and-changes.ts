import { randomBytes } from 'node:crypto';
import type { CloudHandle } from '@hansa/sdk';
import type { Json } from '../hcloud.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from '../workload.js';
import { OpenStackClient } from './session.js';

/** An OpenStack that both speak to. */
export interface Ground {
  /** The SDK's handle, for things of that owner. */
  cloud(owner: string): CloudHandle;
  /** What tells the command line where to log in. */
  env: Readonly<Record<string, string | undefined>>;
  size: string;
  close?(): Promise<void>;
}

/** OpenStack's own command line sees what the SDK made, changes it, and the SDK sees that. */
export function seesAndChanges(open: () => Promise<Ground>): void {
  const prefix = `ref-${randomBytes(3).toString('hex')}-`;
  const undo: Thing[] = [];
  let ground: Ground;
  let client: OpenStackClient;
  let cloud: CloudHandle;
  let made: Workload;
  let id: Record<keyof Workload, string>;
  const show = <T = Json>(...words: string[]) => client.show<T>(...words);

  beforeAll(async () => {
    ground = await open();
    client = new OpenStackClient(ground.env);
    cloud = ground.cloud(`${prefix}shop`);
    made = await makeWorkload(cloud, undefined, ground.size, { prefix, onMade: (thing) => undo.push(thing) });
    id = Object.fromEntries(Object.entries(made).map(([kind, thing]) => [kind, nativeId(thing)])) as typeof id;
  });
  afterAll(async () => {
    await client?.close();
    for (const { kind, state } of undo.reverse()) await cloud.kind(kind).delete(state.id);
    await ground?.close?.();
  });

  test('sees the server, with all that belongs to it', async () => {
    const server = await show('server', 'show', id.server);
    expect(server).toMatchObject({ name: `${prefix}web-1`, status: 'ACTIVE', key_name: `${prefix}me` });
    expect(Object.values(server['addresses']).flat()).toContainEqual(expect.stringMatching(/^10\.1\.1\./));
    expect(server['properties']).toMatchObject({ role: 'web' });
    expect(JSON.stringify(server['volumes_attached'])).toContain(id.volume);
    expect(JSON.stringify(server['security_groups'])).toContain(`${prefix}web`);
  });

  test('sees the network, the firewall, the volume and the address', async () => {
    const [network, rules, volume, address] = await Promise.all([
      show('network', 'show', id.network),
      show<Json[]>('security', 'group', 'rule', 'list', id.firewall),
      show('volume', 'show', id.volume),
      show('floating', 'ip', 'show', id.public_ip),
    ]);
    expect(network).toMatchObject({ name: `${prefix}net`, status: 'ACTIVE' });
    expect(network['subnets']).toHaveLength(1);
    expect(rules).toContainEqual(
      expect.objectContaining({ 'IP Protocol': 'tcp', 'IP Range': '0.0.0.0/0', 'Port Range': '443:443' }),
    );
    expect(volume).toMatchObject({ size: 20, status: 'in-use' });
    expect(address).toMatchObject({ floating_ip_address: made.public_ip.state['address'], status: 'ACTIVE' });
  });

  test('to begin with, nothing has drifted', async () => {
    const all = Object.values(made);
    expect(await Promise.all(all.map((thing) => driftOf(cloud, thing)))).toEqual(all.map(() => []));
  });

  test.each<[string, keyof Workload, string[], () => string[]]>([
    ['a label put on', 'server', ['labels'], () => ['server', 'set', '--property', 'tier=front', id.server]],
    ['a new name', 'server', ['name'], () => ['server', 'set', '--name', `${prefix}www`, id.server]],
    [
      'a firewall taken off',
      'server',
      ['firewallIds'],
      () => ['server', 'remove', 'security', 'group', id.server, id.firewall],
    ],
    [
      'a rule more',
      'firewall',
      ['rules'],
      () => ['security', 'group', 'rule', 'create', '--protocol', 'udp', '--dst-port', '53', id.firewall, '-f', 'json'],
    ],
    [
      'a subnet more',
      'network',
      ['subnets'],
      () => [
        'subnet',
        'create',
        '--network',
        id.network,
        '--subnet-range',
        '10.1.2.0/24',
        `${prefix}more`,
        '-f',
        'json',
      ],
    ],
    ['a volume renamed', 'volume', ['name'], () => ['volume', 'set', '--name', `${prefix}date`, id.volume]],
    ['an address taken away', 'public_ip', ['serverId'], () => ['floating', 'ip', 'unset', '--port', id.public_ip]],
  ])('%s: the SDK sees and undoes it', async (_, kind, drift, words) => {
    await client.run(...words());
    expect(await driftOf(cloud, made[kind])).toEqual(drift);
    await putBack(cloud, made[kind]);
    expect(await driftOf(cloud, made[kind])).toEqual([]);
  });

  test('power switched off: the SDK sees and undoes it', async () => {
    await client.run('server', 'stop', id.server);
    // The command does not wait.
    while ((await show('server', 'show', id.server))['status'] !== 'SHUTOFF');
    expect(await driftOf(cloud, made.server)).toEqual(['power']);
    await putBack(cloud, made.server);
    expect(await show('server', 'show', id.server)).toMatchObject({ status: 'ACTIVE' });
  });
}
