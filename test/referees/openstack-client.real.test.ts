import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudHandle, Hansa } from '@hansa/sdk';
import type { Json } from './hcloud.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from './workload.js';

/** Path of the `clouds.yaml` of an OpenStack that tests may use; `scripts/openstack/up.sh` makes one. */
const file = process.env['HANSA_TEST_OPENSTACK'];
const client = spawnSync('openstack', ['--version']).status === 0;
const reason = !file
  ? 'HANSA_TEST_OPENSTACK names no clouds.yaml (scripts/openstack/up.sh brings one up)'
  : client
    ? undefined
    : 'there is no openstack on this machine (apt install python3-openstackclient)';
if (reason) process.stderr.write(`OpenStack's own client: not tried, ${reason}\n`);

/** OpenStack's own command line sees what the SDK made at a real OpenStack, changes it, and the SDK sees that. */
(reason ? describe.skip : describe)("OpenStack's own command line", () => {
  const prefix = `ref-${randomBytes(3).toString('hex')}-`;
  // The client keeps caches in its home, which it makes when it is not there.
  const home = mkdtempSync(join(tmpdir(), 'hansa-home-'));
  const env = { HOME: home, OS_CLIENT_CONFIG_FILE: file };
  const undo: Thing[] = [];
  let cloud: CloudHandle;
  let made: Workload;
  let id: Record<keyof Workload, string>;

  const openstack = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn('openstack', words, { env: { PATH: process.env['PATH'], ...env, OS_CLOUD: 'hansa' } });
      let [output, said] = ['', ''];
      child.stdout.on('data', (text) => (output += text));
      child.stderr.on('data', (text) => (said += text));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(output) : reject(new Error(`openstack ${words.join(' ')}: ${said}`)),
      );
    });
  const show = async <T = Json>(...words: string[]): Promise<T> =>
    JSON.parse(await openstack(...words, '-f', 'json')) as T;

  beforeAll(async () => {
    cloud = new Hansa({ env, clouds: { openstack: { cloud: 'hansa' } }, owner: `${prefix}shop` }).cloud('openstack');
    made = await makeWorkload(cloud, undefined, 'SCS-2V-4-20s', { prefix, onMade: (thing) => undo.push(thing) });
    id = Object.fromEntries(Object.entries(made).map(([kind, thing]) => [kind, nativeId(thing)])) as typeof id;
  });
  afterAll(async () => {
    for (const { kind, state } of undo.reverse()) await cloud.kind(kind).delete(state.id);
    rmSync(home, { recursive: true, force: true });
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
      () => ['security', 'group', 'rule', 'create', '--protocol', 'udp', '--dst-port', '53', id.firewall],
    ],
    [
      'a subnet more',
      'network',
      ['subnets'],
      () => ['subnet', 'create', '--network', id.network, '--subnet-range', '10.1.2.0/24', `${prefix}more`],
    ],
    ['a volume renamed', 'volume', ['name'], () => ['volume', 'set', '--name', `${prefix}date`, id.volume]],
    ['an address taken away', 'public_ip', ['serverId'], () => ['floating', 'ip', 'unset', '--port', id.public_ip]],
  ])('%s: the SDK sees and undoes it', async (_, kind, drift, words) => {
    await openstack(...words());
    expect(await driftOf(cloud, made[kind])).toEqual(drift);
    await putBack(cloud, made[kind]);
    expect(await driftOf(cloud, made[kind])).toEqual([]);
  });

  test('power switched off: the SDK sees and undoes it', async () => {
    await openstack('server', 'stop', id.server);
    // The command does not wait.
    while ((await show('server', 'show', id.server))['status'] !== 'SHUTOFF');
    expect(await driftOf(cloud, made.server)).toEqual(['power']);
    await putBack(cloud, made.server);
    expect(await show('server', 'show', id.server)).toMatchObject({ status: 'ACTIVE' });
  });
});
