import { nameOf } from './images.js';
import { type Emulated, emulated } from './testing/emulated.js';

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterAll(async () => {
  await cloud.emulator.close();
  expect(cloud.emulator.failures).toEqual([]);
});

it('names countries as ISO 3166 does', async () => {
  const places = await cloud.connect().places();
  expect(places.find(({ id }) => id === 'fi-hel1')).toMatchObject({ country: 'FI', city: 'Helsinki' });
  expect(places.find(({ id }) => id === 'uk-lon1')).toMatchObject({ country: 'GB', city: 'London' });
});

it('prices a plan as the vendor’s list does: an hour in hundredths, a month as 672 of them', async () => {
  const sizes = await cloud.connect().sizes('de-fra1');
  const plan = sizes.find(({ id }) => id === '1xCPU-1GB');
  expect(plan).toMatchObject({ vcpus: 1, memoryGib: 1, diskGib: null, architecture: 'x86' });
  expect(plan?.price).toMatchObject({ perHour: 0.00744, perMonth: 4.99968, currency: 'EUR' });
});

it('prices volumes and addresses', async () => {
  const { volumes, publicIps } = cloud.connect();
  const volume = await volumes.plan({ spec: { name: 'data', region: 'de-fra1', sizeGib: 100 }, prior: null });
  expect(volume.values).toMatchObject({ pricePerMonth: 20.832, priceCurrency: 'EUR' });
  const address = await publicIps.plan({ spec: { name: 'front', region: 'de-fra1' }, prior: null });
  expect(address.values).toMatchObject({ pricePerMonth: 2.25792 });
});

it.each([
  ['Debian GNU/Linux 12 (Bookworm)', 'debian-12'],
  ['Ubuntu Server 24.04 LTS (Noble Numbat)', 'ubuntu-24.04'],
  ['Rocky Linux 9', 'rocky-9'],
  ['AlmaLinux 8', 'almalinux-8'],
  ['CentOS Stream 9', 'centos-stream-9'],
  ['Debian 11', 'debian-11'],
  ['Windows Server 2022 Standard', null],
  ['Plesk Obsidian on Ubuntu 22.04', null],
])('%s is %s', (title, name) => {
  expect(nameOf(title)).toBe(name);
});
