import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redactText } from '../../errors/index.js';
import { findCredentials } from './credentials.js';
import { failure } from './testing/emulated.js';

const FILE = `
version: 1.0
currentProfile: shop
profiles:
  - name: shop
    environment: prod
    credentials:
      token: token-of-the-shop
  - name: blog
    environment: dev
    credentials:
      username: blog@example.org
      password: password-of-the-blog
  - name: bare
    environment: dev
environments:
  - name: prod
    products:
      - name: dns
        endpoints: [{ name: https://dns.example }]
      - name: cloud
        endpoints: [{ name: https://api.shop.example/cloudapi/v6, skipTlsVerify: false }]
  - name: dev
    products: []
`;
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

let home: string;
const env = (more: Record<string, string> = {}) => ({ HOME: home, ...more });
const write = async (text: string, name = 'config') => {
  await mkdir(join(home, '.ionos'), { recursive: true });
  await writeFile(join(home, '.ionos', name), text);
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-ionos-'));
});
afterEach(() => rm(home, { recursive: true }));

it('takes the settings, then IONOS_*, then the current profile', async () => {
  await write(FILE);
  expect(await findCredentials({}, env())).toEqual({
    authorization: 'Bearer token-of-the-shop',
    endpoint: 'https://api.shop.example/cloudapi/v6',
  });
  const variables = { IONOS_TOKEN: ' token-of-the-environment ', IONOS_CONTRACT_NUMBER: '31' };
  expect(await findCredentials({}, env(variables))).toEqual({
    authorization: 'Bearer token-of-the-environment',
    contractNumber: '31',
    endpoint: 'https://api.ionos.com/cloudapi/v6',
  });
  const config = { username: 'me@example.org', password: 'password-of-mine', contractNumber: '32' };
  expect(await findCredentials(config, env(variables))).toMatchObject({
    authorization: basic('me@example.org:password-of-mine'),
    contractNumber: '32',
  });
});

it('takes name and password together, from one source; a token wins over both', async () => {
  const both = { IONOS_USERNAME: 'me@example.org', IONOS_PASSWORD: 'password-of-mine' };
  expect(await findCredentials({}, env(both))).toMatchObject({
    authorization: basic('me@example.org:password-of-mine'),
  });
  expect(await findCredentials({}, env({ ...both, IONOS_TOKEN: 'token-of-mine' }))).toMatchObject({
    authorization: 'Bearer token-of-mine',
  });
  expect(await failure(findCredentials({}, env({ IONOS_USERNAME: 'me@example.org' })))).toMatchObject({
    code: 'unauthenticated',
  });
  // A password alone goes with the name that the environment has.
  expect(await findCredentials({ password: 'another-password' }, env(both))).toMatchObject({
    authorization: basic('me@example.org:another-password'),
  });
});

it('takes a profile by name from the settings before the environment, and from the environment before the file', async () => {
  await write(FILE, 'config.yaml');
  const blog = basic('blog@example.org:password-of-the-blog');
  expect(await findCredentials({ profile: 'blog' }, env({ IONOS_TOKEN: 'token-of-the-environment' }))).toMatchObject({
    authorization: blog,
    endpoint: 'https://api.ionos.com/cloudapi/v6',
  });
  expect(await findCredentials({}, env({ IONOS_CURRENT_PROFILE: 'blog' }))).toMatchObject({ authorization: blog });
  const elsewhere = join(home, 'elsewhere');
  await writeFile(elsewhere, FILE.replace('token-of-the-shop', 'token-from-elsewhere'));
  expect(await findCredentials({}, env({ IONOS_CONFIG_FILE: elsewhere }))).toMatchObject({
    authorization: 'Bearer token-from-elsewhere',
  });
});

it.each([
  ['api.ionos.com', 'https://api.ionos.com/cloudapi/v6'],
  ['https://api.ionos.com/', 'https://api.ionos.com/cloudapi/v6'],
  ['http://127.0.0.1:9/ionos/cloudapi/v6', 'http://127.0.0.1:9/ionos/cloudapi/v6'],
])('takes %s for %s', async (IONOS_API_URL, endpoint) => {
  expect(await findCredentials({}, env({ IONOS_TOKEN: 'token-of-mine', IONOS_API_URL }))).toMatchObject({ endpoint });
});

it('says where it looked when there is nothing', async () => {
  const nothing = await failure(findCredentials({}, env()));
  expect(nothing).toMatchObject({ code: 'unauthenticated', details: { attribute: ['token'] } });
  for (const word of ['IONOS_TOKEN', 'IONOS_PASSWORD', join(home, '.ionos', 'config'), 'not there', 'ionosctl login'])
    expect(nothing?.message).toContain(word);
  await write(FILE);
  expect((await failure(findCredentials({ profile: 'bare' }, env())))?.message).toContain('neither in the profile');
  expect((await failure(findCredentials({ profile: 'lost' }, env())))?.message).toContain('shop, blog, bare');
});

it('tells of a broken file without telling what is in it', async () => {
  await write('profiles: [ token-of-the-shop: {');
  const broken = await failure(findCredentials({}, env()));
  expect(broken).toMatchObject({ code: 'invalid' });
  expect(String(broken)).not.toContain('token-of-the-shop');
});

it('registers all of it as secrets', async () => {
  await findCredentials({ username: 'me@example.org', password: 'password-to-hide' }, env());
  await findCredentials({ token: 'token-to-hide' }, env());
  const text = redactText(`password-to-hide token-to-hide ${basic('me@example.org:password-to-hide')}`);
  expect(text).not.toMatch(/to-hide/);
  expect(text).not.toContain(basic('me@example.org:password-to-hide'));
});
