import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '../../hansa.js';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['seca'] });
});

afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const connect = (env: Record<string, string>) => new Hansa({ env }).cloud('seca');

test('its places are those that the API gives', async () => {
  expect(await connect(emulator.env).places()).not.toEqual([]);
});

test('without a token it says where it looked', async () => {
  await expect(connect({}).places()).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(connect({}).places()).rejects.toThrow('SECA_TOKEN');
});

test('a wrong token is one clear error that does not show it', async () => {
  const wrong = { ...emulator.env, HANSA_EMULATOR: '', SECA_TOKEN: 'not-the-token-of-anybody' };
  await expect(connect(wrong).places()).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(connect(wrong).places()).rejects.not.toThrow('not-the-token-of-anybody');
});
