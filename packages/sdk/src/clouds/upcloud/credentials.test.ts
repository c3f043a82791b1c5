import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudError, redactText } from '../../errors/index.js';
import { findCredentials } from './credentials.js';

const ENDPOINT = 'https://api.upcloud.com/1.3';
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

let home: string;
const write = async (text: string, base = join(home, '.config')) => {
  await mkdir(base, { recursive: true });
  await writeFile(join(base, 'upctl.yaml'), text);
};
const failure = async (...args: Parameters<typeof findCredentials>) =>
  findCredentials(...args).then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-upctl-'));
});
afterEach(() => rm(home, { recursive: true }));

it('takes the settings first, then UPCLOUD_*, then upctl.yaml', async () => {
  await write('token: token-of-the-file\n');
  const env = { HOME: home, UPCLOUD_TOKEN: ' token-of-the-env\n' };
  const from = async (config: object, of: object) => (await findCredentials(config, of as never)).authorization;
  expect(await from({ token: 'token-of-settings' }, env)).toBe('Bearer token-of-settings');
  expect(await from({ username: 'me', password: 'pass-of-settings' }, env)).toBe(basic('me:pass-of-settings'));
  expect(await from({}, env)).toBe('Bearer token-of-the-env');
  expect(await from({}, { HOME: home })).toBe('Bearer token-of-the-file');
});

it('fills in what an earlier source leaves out, and lets a token win over a password, as upctl does', async () => {
  await write('username: file-user\npassword: 12345678\n', join(home, 'xdg'));
  const env = { XDG_CONFIG_HOME: join(home, 'xdg') };
  expect((await findCredentials({}, env)).authorization).toBe(basic('file-user:12345678'));
  const named = await findCredentials({}, { ...env, UPCLOUD_USERNAME: 'env-user' });
  expect(named.authorization).toBe(basic('env-user:12345678'));
  const both = { UPCLOUD_TOKEN: 'token-wins', UPCLOUD_USERNAME: 'me', UPCLOUD_PASSWORD: 'pass' };
  expect((await findCredentials({}, both)).authorization).toBe('Bearer token-wins');
});

it('asks the API where the settings or the vendor’s own variable say', async () => {
  const env = { UPCLOUD_TOKEN: 'some-token' };
  expect((await findCredentials({}, env)).endpoint).toBe(ENDPOINT);
  const debug = { ...env, UPCLOUD_DEBUG_API_BASE_URL: 'https://proxy.example/' };
  expect((await findCredentials({}, debug)).endpoint).toBe('https://proxy.example/1.3');
  expect((await findCredentials({ endpoint: 'https://here.example/1.3' }, debug)).endpoint).toBe(
    'https://here.example/1.3',
  );
});

it.each([
  [{}, 'no API token, nor username and password', 'token'],
  [{ UPCLOUD_USERNAME: 'me' }, 'no password for me', 'password'],
  [{ UPCLOUD_PASSWORD: 'only-a-password' }, 'a password without a username', 'username'],
])('says what is missing and where it looked: %j', async (env, words, attribute) => {
  const error = await failure({}, { HOME: home, ...env });
  expect(error).toMatchObject({ code: 'unauthenticated', details: { attribute: [attribute] } });
  expect(error?.message).toContain(words);
  for (const place of ['UPCLOUD_TOKEN', 'UPCLOUD_PASSWORD', join(home, '.config', 'upctl.yaml')]) {
    expect(error?.message).toContain(place);
  }
  expect(error?.message).not.toContain('only-a-password');
});

it('does not show a line of a broken file, which may hold the password', async () => {
  await write('token: "never-to-be-seen\n');
  const error = await failure({}, { HOME: home });
  expect(error?.code).toBe('invalid');
  expect(JSON.stringify([error, String(error?.cause)])).not.toContain('never-to-be-seen');
});

it('has password and header taken out of whatever is logged', async () => {
  const { authorization } = await findCredentials({ username: 'me', password: 'to-be-hidden-1' }, {});
  expect(redactText(`to-be-hidden-1 ${authorization}`)).not.toMatch(/to-be-hidden-1|bWU6/);
});
