import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa, jumpingClock } from '@hansa/sdk';
import { hansa } from '../../../test/hansa.js';

let emulator: Emulator;

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX';

beforeAll(async () => {
  emulator = await startEmulator({ clock: { scale: 200 } });
});

beforeEach(async () => {
  emulator.reset();
  emulator.configure({ durations: { hetzner: { '*': 0 }, scaleway: { '*': 0 } } });
  for (const owner of ['pr-1', 'other']) {
    const cloud = new Hansa({ owner, env: emulator.env, clock: jumpingClock() }).cloud('hetzner');
    const network = await cloud.networks.create({
      name: `${owner}-net`,
      region: 'fsn1',
      ipRange: '10.0.0.0/16',
      subnets: [{ ipRange: '10.0.1.0/24' }],
    });
    const networks = [{ networkId: network.id }];
    await cloud.servers.create({ name: `${owner}-web`, region: 'fsn1', size: 'cx23', image: 'debian-12', networks });
    if (owner === 'pr-1') await cloud.sshKeys.create({ name: `${owner}-key`, publicKey: KEY });
  }
});

afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const names = async (...args: string[]) => {
  const { code, stdout } = await hansa(['list', '--json', '--cloud', 'hetzner', ...args], emulator.env);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { things: { kind: string; name: string }[] }).things.map(
    ({ kind, name }) => `${kind} ${name}`,
  );
};

test('list says what stands, by cloud, kind and owner', async () => {
  expect(await names()).toEqual([
    'ssh_key pr-1-key',
    'network pr-1-net',
    'network other-net',
    'server pr-1-web',
    'server other-web',
  ]);
  expect(await names('--owner', 'other', '--kind', 'server')).toEqual(['server other-web']);
  const { stdout } = await hansa(['list', '--owner', 'other'], emulator.env);
  expect(stdout).toMatch(
    /^cloud +kind +name +place +id\nhetzner +network +other-net .*\nhetzner +server +other-web +fsn1 +hetzner\/\d+\n$/,
  );
});

test('sweep says what it would delete, and deletes nothing', async () => {
  const { code, stdout, stderr } = await hansa(['sweep', '--owner', 'pr-1'], emulator.env);
  expect(code).toBe(0);
  expect(stdout.match(/server|network|ssh_key/g)).toEqual(['server', 'network', 'ssh_key']);
  expect(stderr).toContain('3 would be deleted. Add --yes');
  expect(emulator.requests.list({ method: 'DELETE' })).toEqual([]);
});

test('sweep --yes deletes what the owner made, and nothing else', async () => {
  const { code, stdout, stderr } = await hansa(['sweep', '--owner', 'pr-1', '--yes'], emulator.env);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '3 deleted, 0 failed\n' });
  expect(stderr).toMatch(/deleted hetzner server pr-1-web \(hetzner\/\d+\)\ndeleted hetzner network pr-1-net/);
  expect(await names()).toEqual(['network other-net', 'server other-web']);
  expect((await hansa(['sweep', '--owner', 'pr-1', '--yes'], emulator.env)).stderr).toContain(
    'Nothing stands that "pr-1" made.',
  );
});

test('what cannot be deleted is named, and the rest goes', async () => {
  emulator.faults.add({ kind: 'status', status: 403, method: 'DELETE', path: '/networks/{id}', times: 'always' });
  const { code, stdout } = await hansa(
    ['sweep', '--owner', 'pr-1', '--yes', '--json', '--cloud', 'hetzner'],
    emulator.env,
  );
  const { things } = JSON.parse(stdout) as { things: { kind: string; done: string; reason?: string }[] };
  expect(code).toBe(1);
  expect(things.map(({ kind, done }) => `${kind} ${done}`)).toEqual([
    'server deleted',
    'network failed',
    'ssh_key deleted',
  ]);
  expect(things[1]?.reason).toContain('forbidden');
});
