import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, jumpingClock } from '@hansa/sdk';
import { findLibcloud, libcloudAt } from './libcloud.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';
const ZONE = 'fi-hel1';

const found = findLibcloud();
if ('reason' in found) process.stderr.write(`python3-libcloud: not tried, ${found.reason}\n`);

/** A client that nobody here wrote sees what the SDK made at UpCloud, changes it, and the SDK sees that. */
('modules' in found ? describe : describe.skip)("libcloud's driver of UpCloud", () => {
  let emulator: Emulator;
  let cloud: CloudHandle;
  let ask: ReturnType<typeof libcloudAt>;
  const open = (password: string) =>
    libcloudAt(
      'modules' in found ? found.modules : '',
      `${emulator.url}${emulator.clouds['upcloud']}`,
      'emulator',
      password,
    );

  beforeAll(async () => {
    const clock = jumpingClock();
    // libcloud waits on the machine's clock.
    emulator = await startEmulator({ clouds: ['upcloud'], clock, durations: { upcloud: { '*': 0 } } });
    cloud = new Hansa({ env: emulator.env, clock, owner: 'shop' }).cloud('upcloud');
    ask = open('fake-password-of-the-hansa-emulator');
  });
  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const made = (name: string) =>
    cloud.servers.create({ name, region: ZONE, size: 'SCS-2V-4', image: 'debian-12' } as never);
  const nativeId = ({ id }: { id: string }) => id.replace('upcloud/', '');

  test('sees the server that the SDK made', async () => {
    const server = await made('web');
    const [[node]] = (await ask(['list_nodes'])) as [[object]];
    expect(node).toMatchObject({ id: nativeId(server), name: 'web', state: 'running' });
    expect(node).toMatchObject({ public_ips: expect.arrayContaining([server.publicIpv4Address]) });
  });

  test('sees the same places, sizes, prices and images', async () => {
    const [places, sizes, images] = await ask(['list_locations'], ['list_sizes', ZONE], ['list_images']);
    const ours = await cloud.sizes(ZONE);
    for (const { id, memoryGib, price } of ours) {
      // In hundredths of a euro.
      const theirs = sizes.find((size: { id: string }) => size.id === id);
      expect(theirs?.ram).toBe(memoryGib * 1024);
      expect(theirs.price / 100).toBeCloseTo(Number(price?.perHour), 5);
    }
    expect(ours.length).toBe(sizes.length);
    expect(places).toContainEqual(expect.objectContaining({ id: ZONE, country: 'FI' }));
    expect(images).toContainEqual(expect.objectContaining({ name: 'Debian GNU/Linux 12 (Bookworm)' }));
  });

  test('restarts a server and takes it down, and the SDK sees that', async () => {
    const { id } = await made('gone');
    expect(await ask(['reboot_node', 'gone'])).toEqual([true]);
    expect(await cloud.servers.read(id)).toMatchObject({ power: 'on' });
    expect(await ask(['destroy_node', 'gone'])).toEqual([true]);
    expect(await cloud.servers.read(id)).toBeNull();
  });

  test('makes a server of its own, which the SDK sees', async () => {
    const words = ['theirs', '2xCPU-4GB', 'Windows Server 2022 Standard', ZONE, KEY];
    const [node] = await ask(['create_node', ...words]);
    expect(await cloud.servers.read(`upcloud/${node.id}`)).toMatchObject({
      name: 'theirs',
      nativeSize: '2xCPU-4GB',
      power: 'on',
      diskGib: 80,
    });
  });

  test('is refused what the API refuses: images that need the metadata service, a wrong password', async () => {
    const words = ['no', '2xCPU-4GB', 'Debian GNU/Linux 12 (Bookworm)', ZONE, KEY];
    await expect(ask(['create_node', ...words])).rejects.toThrow('METADATA_DISABLED_ON_CLOUD-INIT');
    await expect(open('wrong')(['list_nodes'])).rejects.toThrow('InvalidCredsError');
  });
});
