import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '../../hansa.js';
import type { CloudSettings } from '../../runtime/options.js';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['ovh'], rateLimit: false });
});
afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});
beforeEach(() => emulator.reset());

const connect = (settings: CloudSettings = {}, env: Record<string, string | undefined> = {}) =>
  new Hansa({ env: { HOME: '/nonexistent', ...emulator.env, ...env }, clouds: { ovh: settings } }).cloud('ovh');
/** Without what turns all clouds to the emulator's own account: credentials count. */
const strictly = { HANSA_EMULATOR: undefined };

test('its places are the regions of the project, those with three zones by zone, none for storage alone', async () => {
  const places = await connect().places();
  expect(places.map(({ id, country }) => `${id} ${country}`)).toEqual([
    'BHS5 CA',
    'eu-west-par-a FR',
    'eu-west-par-b FR',
    'eu-west-par-c FR',
    'GRA11 FR',
  ]);
});

test('sizes have the price of the catalogue and the memory of their name', async () => {
  const sizes = await connect().sizes('GRA11');
  expect(sizes.find(({ id }) => id === 'b3-8')).toMatchObject({ vcpus: 2, memoryGib: 8, diskGib: 50, available: true });
  expect(sizes.find(({ id }) => id === 'b3-8')?.price).toMatchObject({ perHour: 0.0508, currency: 'EUR' });
  expect(sizes.some(({ id }) => id.startsWith('win-'))).toBe(false);
});

test('a service account does as well as three keys', async () => {
  const account = { clientId: 'EU.fakeclient00001', clientSecret: 'fake-client-secret-of-the-emulator' };
  expect((await connect(account, strictly).places()).length).toBeGreaterThan(0);
  const wrong = connect({ ...account, clientSecret: 'fake-but-wrong' }, strictly).places();
  await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('the only project there is needs no naming', async () => {
  const env = { ...strictly, OVH_CLOUD_PROJECT_SERVICE: '' };
  expect((await connect({}, env).places()).length).toBeGreaterThan(0);
});

test('a project that is not there is no thing that is gone', async () => {
  const elsewhere = connect({ projectId: '00000000000000000000000000000000' }, strictly);
  await expect(elsewhere.servers.read('ovh/6170692e-7363-616c-6577-61792e636f6d')).rejects.toMatchObject({
    code: 'forbidden',
    details: { message: expect.stringContaining('the project does not exist') },
  });
});

test('without a user of OpenStack servers are made and firewalls are refused before anything is', async () => {
  const env = { ...strictly, OVH_OPENSTACK_USERNAME: '', OVH_OPENSTACK_PASSWORD: '' };
  const cloud = connect({ region: 'GRA11' }, env);
  await expect(cloud.firewalls.create({ name: 'fw' })).rejects.toMatchObject({
    code: 'unauthenticated',
    details: { message: expect.stringContaining('OVH_OPENSTACK_USERNAME') },
  });
  expect(emulator.requests.list().filter(({ method }) => method !== 'GET')).toEqual([]);
});
