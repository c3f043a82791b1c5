import type { WireImage, WirePort, WireServer, WireVolume } from '../../../openstack/wire.js';
import type { OpenStackApi } from '../api.js';
import { observe } from './observe.js';

const DEBIAN: WireImage = {
  id: 'img',
  name: 'Debian 12',
  status: 'active',
  visibility: 'public',
  created_at: '',
  min_disk: 5,
  os_distro: 'debian',
  os_version: '12',
};
const api = {
  defaultGroupId: async () => 'default',
  imageById: async (id: string) => (id === DEBIAN.id ? DEBIAN : undefined),
} as Partial<OpenStackApi> as OpenStackApi;

const server = (more: Partial<WireServer> = {}): WireServer => ({
  id: 's',
  name: 'web',
  status: 'ACTIVE',
  'OS-EXT-STS:task_state': null,
  'OS-EXT-AZ:availability_zone': 'nova',
  metadata: { a: 'b' },
  image: { id: 'img' },
  flavor: { original_name: 'SCS-2V-4-20s', vcpus: 2, ram: 4096, disk: 20 },
  addresses: {},
  ...more,
});
const port = (id: string, more: Partial<WirePort> = {}): WirePort => ({
  id,
  network_id: `net-${id}`,
  mac_address: `mac-${id}`,
  device_id: 's',
  device_owner: 'compute:nova',
  fixed_ips: [
    { subnet_id: 'v6', ip_address: 'fd00::1' },
    { subnet_id: 'v4', ip_address: `10.0.0.${id}` },
  ],
  security_groups: ['default'],
  ...more,
});
const volume = (more: Partial<WireVolume>): WireVolume => ({
  id: 'v',
  name: null,
  status: 'in-use',
  size: 25,
  bootable: 'true',
  availability_zone: 'nova',
  metadata: {},
  attachments: [{ server_id: 's', device: '/dev/vda' }],
  ...more,
});
const one = async (wire: WireServer, ports: WirePort[] = [], volumes: WireVolume[] = []) =>
  (await observe(api, [wire], ports, volumes))[0];

test('a server with its own disk', async () => {
  expect(await one(server())).toMatchObject({
    nativeSize: 'SCS-2V-4-20s',
    vcpus: 2,
    memoryGib: 4,
    diskGib: 20,
    image: 'debian-12',
    nativeImage: 'img',
    place: 'nova',
    power: 'on',
    status: 'ready',
  });
});

test('cards stand in the order in which the server has them, whatever order Neutron lists them in', async () => {
  const address = (mac: string) => [{ addr: 'x', version: 4 as const, 'OS-EXT-IPS-MAC:mac_addr': mac }];
  const seen = await one(server({ addresses: { z: address('mac-2'), a: address('mac-1') } }), [port('1'), port('2')]);
  expect(seen?.networks).toEqual([
    { networkId: 'net-2', ip: '10.0.0.2' },
    { networkId: 'net-1', ip: '10.0.0.1' },
  ]);
});

test('the default group alone is no firewall, beside others it is one', async () => {
  expect((await one(server(), [port('1')]))?.firewallIds).toEqual([]);
  expect((await one(server(), [port('1', { security_groups: ['default', 'web'] })]))?.firewallIds).toEqual([
    'default',
    'web',
  ]);
});

test('a server that boots from a volume has its disk and image there', async () => {
  const boots = server({ image: '', flavor: { original_name: 'SCS-2V-4', vcpus: 2, ram: 4096, disk: 0 } });
  const root = volume({ volume_image_metadata: { image_id: 'img' } });
  const data = volume({ id: 'd', size: 99, bootable: 'false', attachments: [{ server_id: 's', device: '/dev/vdb' }] });
  expect(await one(boots, [], [data, root])).toMatchObject({ diskGib: 25, image: 'debian-12', nativeImage: 'img' });
});

test('an image that the cloud has deleted since never looks like a change', async () => {
  const boots = server({ image: '' });
  const known = volume({
    volume_image_metadata: { image_id: 'gone', image_name: 'Debian 12', os_distro: 'debian', os_version: '12' },
  });
  expect(await one(boots, [], [known])).toMatchObject({ image: 'debian-12', nativeImage: 'gone' });
  const seen = await one(server({ image: { id: 'gone' } }));
  expect(seen).toMatchObject({ nativeImage: 'gone' });
  expect(seen).not.toHaveProperty('image');
});

test.each([
  [{ status: 'BUILD' }, 'changing', 'on'],
  [{ 'OS-EXT-STS:task_state': 'powering-off' }, 'changing', 'on'],
  [{ status: 'SHUTOFF' }, 'ready', 'off'],
  [{ status: 'SHELVED_OFFLOADED', 'OS-EXT-AZ:availability_zone': '' }, 'ready', 'off'],
  [{ status: 'ERROR', fault: { code: 500, message: 'No valid host was found. ' } }, 'failed', 'on'],
])('%j is %s', async (more, status, power) => {
  expect(await one(server(more))).toMatchObject({ status, power });
});

test('a resize that nobody confirmed is not done: the next plan sees it', async () => {
  expect(await one(server({ status: 'VERIFY_RESIZE' }))).toMatchObject({
    status: 'changing',
    nativeSize: 'SCS-2V-4-20s (unconfirmed)',
  });
});

test('what is deleted but kept for a while is gone', async () => {
  expect(await one(server({ status: 'SOFT_DELETED' }))).toBeUndefined();
});
