import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '../../../hansa.js';
import { jumpingClock } from '../../../runtime/clock.js';
import { PROFILES } from '../../registry.js';
import type { OpenStackApi } from '../api.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICTFWD+mjoZaFa+TaqIp7qN+KGmOClpD3zKcko0PKP5g';
const clock = jumpingClock();
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['openstack'], clock });
});
afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

test.each(Object.keys(PROFILES))(
  '%s is emulated as it is known: its region, country and public network',
  async (id) => {
    const account = await new Hansa({ env: emulator.env, clock }).cloud(id).connect();
    const [place] = await account.loadPlaces();
    const known = account.cloud.profile?.facts.find(({ what }) => what === 'external_network')?.value;
    expect(place?.country).toMatch(/^[A-Z]{2}$/);
    expect((await (account.api as OpenStackApi).externalNetwork())?.name).toBe(known);
  },
);

test('the same workload at several OpenStack clouds at once, and none sees what is at another', async () => {
  const clouds = {
    infomaniak: {},
    kna: { driver: 'cleura', region: 'Kna1' },
    fra: { driver: 'cleura', region: 'Fra1' },
    openstack: {},
  };
  const hansa = new Hansa({ env: emulator.env, clouds, clock, owner: 'shop' });
  const made = await Promise.all(
    Object.keys(clouds).map(async (id) => {
      const cloud = hansa.cloud(id);
      // Key pairs are called by their names, one user's all.
      const key = await cloud.sshKeys.create({ name: 'deploy', publicKey: KEY });
      const network = await cloud.networks.create({
        name: 'net',
        ipRange: '10.0.0.0/16',
        subnets: [{ ipRange: '10.0.1.0/24' }],
      });
      const networks = [{ networkId: network.id }];
      const spec = { name: 'web', size: 'SCS-2V-4', image: 'debian-12', sshKeyIds: [key.id], networks };
      const server = await cloud.servers.create(spec);
      const address = await cloud.publicIps.create({ name: 'ip', serverId: server.id });
      expect(address.address).toMatch(/^203\.0\.113\./);
      return server.id;
    }),
  );
  expect(made.map((id) => id.split('/')[0])).toEqual(Object.keys(clouds));
  for (const id of Object.keys(clouds)) {
    const servers = await hansa.cloud(id).servers.list({ owner: 'shop' });
    expect(servers.map((one) => one.id)).toEqual(made.filter((one) => one.startsWith(`${id}/`)));
  }
  const [first = ''] = made;
  expect(await hansa.cloud('kna').servers.read(first.split('/')[1] ?? '')).toBeNull();
});

test('a region of the vendor is a place, and its country is one', async () => {
  const hansa = new Hansa({ env: emulator.env, clouds: { infomaniak: { region: 'dc4-a' } }, clock, owner: 'shop' });
  for (const [name, region] of Object.entries({ country: 'CH', region: 'dc4-a' }))
    expect((await hansa.cloud('infomaniak').volumes.create({ name, sizeGib: 1, region })).region).toBe(region);
});

test('a region that the vendor has not is refused with those that it has', async () => {
  const hansa = new Hansa({ env: emulator.env, clouds: { infomaniak: { region: 'dc9-z' } }, clock });
  await expect(hansa.cloud('infomaniak').places()).rejects.toThrow(/no region "dc9-z".*one of dc3-a/);
});
