import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCredentials } from './credentials.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-openstack-'));
});
afterEach(() => rm(home, { recursive: true }));

const CLOUDS = `
clouds:
  prod:
    auth: { auth_url: "https://keystone.example.org:5000", application_credential_id: abc }
    auth_type: v3applicationcredential
    region_name: dc3-a
  test:
    auth:
      auth_url: https://keystone.example.org/identity/v3/
      username: me
      project_name: shop
      user_domain_name: Users
      password: 12345678
    regions: [ { name: dc4-a } ]
    endpoint_type: internalURL
`;

async function clouds(text = CLOUDS, secure?: string) {
  const folder = join(home, '.config', 'openstack');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'clouds.yaml'), text);
  if (secure) await writeFile(join(folder, 'secure.yaml'), secure);
  return { HOME: home };
}

test('an application credential of clouds.yaml, its secret from secure.yaml', async () => {
  const env = await clouds(CLOUDS, 'clouds: { prod: { auth: { application_credential_secret: very-secret } } }');
  const found = await findCredentials('openstack', { cloud: 'prod' }, env);
  expect(found).toMatchObject({
    authUrl: 'https://keystone.example.org:5000/v3',
    region: 'dc3-a',
    interface: 'public',
  });
  expect(found.request).toEqual({
    auth: {
      identity: { methods: ['application_credential'], application_credential: { id: 'abc', secret: 'very-secret' } },
    },
  });
});

test('a password, with its project, domains and interface; numbers in YAML are text', async () => {
  const found = await findCredentials('openstack', {}, { ...(await clouds()), OS_CLOUD: 'test' });
  expect(found).toMatchObject({
    authUrl: 'https://keystone.example.org/identity/v3',
    region: 'dc4-a',
    interface: 'internal',
  });
  expect(found.request).toEqual({
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: 'me', domain: { name: 'Users' }, password: '12345678' } },
      },
      scope: { project: { name: 'shop', domain: { name: 'Users' } } },
    },
  });
});

test('an entry that is called like the cloud is taken without being named', async () => {
  expect((await findCredentials('test', {}, await clouds())).source).toContain('"test"');
});

test('the environment, before files and after OS_CLOUD', async () => {
  const env = {
    ...(await clouds()),
    OS_AUTH_URL: 'https://env/v3',
    OS_USERNAME: 'u',
    OS_PASSWORD: 'env-password',
    OS_PROJECT_ID: 'p',
  };
  const found = await findCredentials('openstack', { region: 'mine' }, { ...env, OS_REGION_NAME: 'theirs' });
  expect(found).toMatchObject({ authUrl: 'https://env/v3', region: 'mine', source: 'the environment (OS_*)' });
  expect((await findCredentials('openstack', {}, { ...env, OS_CLOUD: 'test' })).source).toContain('"test"');
});

test('settings win, and never mix two ways to log in', async () => {
  const env = {
    HOME: home,
    OS_AUTH_URL: 'https://env/v3',
    OS_USERNAME: 'u',
    OS_PASSWORD: 'env-password',
    OS_CLOUD: 'gone',
  };
  const config = { applicationCredentialId: 'id', applicationCredentialSecret: 'the-secret' };
  const found = await findCredentials('openstack', config, env);
  expect(found.authUrl).toBe('https://env/v3');
  expect(JSON.stringify(found.request)).not.toContain('env-password');
});

test.each([
  [{ OS_AUTH_URL: 'https://k/v3', OS_USERNAME: 'u' }, 'no password'],
  [{ OS_AUTH_URL: 'https://k/v3', OS_APPLICATION_CREDENTIAL_ID: 'i' }, 'without its secret'],
  [{ OS_AUTH_URL: 'https://k/v3', OS_AUTH_TYPE: 'v3oidcpassword' }, 'logs in by "v3oidcpassword"'],
  [{}, 'no credentials found; looked at the settings, OS_CLOUD, OS_AUTH_URL'],
  [{ OS_CLOUD: 'other' }, 'no cloud "other"'],
])('%j: what is missing is said', async (env, words) => {
  await expect(findCredentials('openstack', {}, { HOME: home, ...env })).rejects.toMatchObject({
    code: 'unauthenticated',
    message: expect.stringContaining(words),
  });
});

test('several entries and none chosen: they are listed', async () => {
  await expect(findCredentials('openstack', {}, await clouds())).rejects.toThrow(/one of prod, test/);
});

test('a broken file is named with its line and none of its content', async () => {
  const env = await clouds('clouds:\n  prod:\n    auth: { password: "open-sesame\n');
  const error: unknown = await findCredentials('openstack', {}, env).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/clouds\.yaml is no YAML at line \d/),
  });
  expect(String(error)).not.toContain('open-sesame');
});

describe('clouds side by side', () => {
  const OTHER = {
    OS_AUTH_URL: 'https://other/v3',
    OS_USERNAME: 'other',
    OS_PASSWORD: 'other-password',
    OS_CLOUD: 'prod',
  };

  test('an own id takes nothing that the environment has for another cloud', async () => {
    const env = { ...(await clouds()), ...OTHER };
    await expect(findCredentials('mine', {}, env)).rejects.toThrow(
      /no credentials found; looked at the settings, an entry "mine"/,
    );
    const elsewhere = { endpoint: 'https://mine/v3', username: 'me' };
    await expect(findCredentials('mine', elsewhere, env)).rejects.toThrow(/no password/);
    await expect(findCredentials('openstack', elsewhere, env)).rejects.toThrow(/no password/);
    expect((await findCredentials('test', {}, env)).authUrl).toBe('https://keystone.example.org/identity/v3');
  });

  test('an own id takes the environment where that is for its endpoint', async () => {
    const found = await findCredentials('mine', { endpoint: 'https://other' }, { HOME: home, ...OTHER });
    expect(found.authUrl).toBe('https://other/v3');
    expect(JSON.stringify(found.request)).toContain('other-password');
  });

  test('the only entry of a file is for the plain id alone', async () => {
    const env = await clouds('clouds: { one: { auth: { auth_url: "https://one", username: u, password: p } } }');
    expect((await findCredentials('openstack', {}, env)).authUrl).toBe('https://one/v3');
    await expect(findCredentials('mine', {}, env)).rejects.toThrow(/set cloud|no credentials found/);
  });

  test("an entry's secret goes to its own auth_url only", async () => {
    const config = { cloud: 'test', endpoint: 'https://mine/v3' };
    await expect(findCredentials('mine', config, await clouds())).rejects.toMatchObject({ code: 'invalid' });
  });
});
