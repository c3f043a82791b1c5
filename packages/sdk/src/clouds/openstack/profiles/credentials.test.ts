import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualClouds } from '../../registry.js';
import type { OpenStackConfig } from '../config.js';
import { findCredentials } from '../credentials.js';
import { cleura } from './cleura.js';
import { infomaniak } from './infomaniak.js';

const OURS = 'https://api.pub1.infomaniak.cloud/identity/v3';
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-profiles-'));
});
afterEach(() => rm(home, { recursive: true }));

const find = (config: OpenStackConfig, env: Record<string, string>) =>
  findCredentials('infomaniak', config, { HOME: home, ...env }, infomaniak);

async function file(text: string): Promise<Record<string, string>> {
  const path = join(home, 'clouds.yaml');
  await writeFile(path, text);
  return { HOME: home, OS_CLIENT_CONFIG_FILE: path };
}
const entry = (name: string, url: string | null, password = `password-of-${name}`) =>
  `  ${name}: { auth: { ${url ? `auth_url: "${url}", ` : ''}username: u, password: ${password} } }\n`;

test('settings without an endpoint are for the vendor', async () => {
  const found = await find({ username: 'u', password: 'given-password', region: 'dc4-a' }, {});
  expect(found).toMatchObject({ authUrl: OURS, region: 'dc4-a', source: 'the settings' });
});

test('the environment where it is for the vendor, and else nothing of it', async () => {
  const theirs = { OS_USERNAME: 'u', OS_PASSWORD: 'password-of-env', OS_REGION_NAME: 'dc3-a' };
  const found = await find({}, { ...theirs, OS_AUTH_URL: 'https://api.pub1.infomaniak.cloud/identity' });
  expect(found).toMatchObject({ authUrl: OURS, region: 'dc3-a' });
  for (const url of ['https://other/v3', 'https://api.pub1.infomaniak.cloud.other/identity/v3']) {
    const strange = { ...theirs, OS_AUTH_URL: url, OS_CLOUD: 'prod' };
    await expect(find({}, strange)).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining(`OS_* if OS_AUTH_URL is ${OURS}`),
    });
    await expect(find({ username: 'me' }, strange)).rejects.toThrow(/no password/);
  }
});

test('the entry that is called like it, which need not say where', async () => {
  const env = await file(`clouds:\n${entry('infomaniak', null)}${entry('b', OURS)}`);
  expect(await find({}, env)).toMatchObject({ authUrl: OURS, source: expect.stringContaining('"infomaniak"') });
});

test('else the only entry for its Keystone, or the one of them that OS_CLOUD names', async () => {
  const one = await file(`clouds:\n${entry('a', 'https://other/v3')}${entry('b', `${OURS}/`)}`);
  expect((await find({}, { ...one, OS_CLOUD: 'a' })).source).toContain('"b"');
  const two = await file(`clouds:\n${entry('a', 'https://other/v3')}${entry('b', OURS)}${entry('c', OURS)}`);
  await expect(find({}, two)).rejects.toThrow(/one of a, b, c/);
  expect((await find({}, { ...two, OS_CLOUD: 'c' })).source).toContain('"c"');
  await expect(find({}, { ...two, OS_CLOUD: 'a' })).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('where each region has a Keystone, the region says which, and has to be said', async () => {
  const login = { username: 'u', password: 'given-password' };
  const at = (region?: string, env = {}) =>
    findCredentials('cleura', { ...login, ...(region ? { region } : {}) }, { HOME: home, ...env }, cleura);
  expect((await at('Sto2')).authUrl).toBe('https://sto2.citycloud.com:5000/v3');
  await expect(at()).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('no region is chosen'),
    details: { next: [expect.stringContaining('one of Kna1, Sto2, Fra1')] },
  });
  await expect(at('sto2')).rejects.toThrow(/no region "sto2"/);
  // Another region's environment is another Keystone's.
  const env = { OS_AUTH_URL: 'https://kna1.citycloud.com:5000', OS_PROJECT_NAME: 'kna', OS_REGION_NAME: 'Kna1' };
  expect(await at('Fra1', env)).toMatchObject({ authUrl: 'https://fra1.citycloud.com:5000/v3' });
  expect(JSON.stringify(await at('Fra1', env))).not.toContain('kna');
  expect(await at(undefined, env)).toMatchObject({ authUrl: 'https://kna1.citycloud.com:5000/v3', region: 'Kna1' });
});

test('who names no cloud means the vendors that a file names, none twice and none at an emulator', async () => {
  const drivers = await usualClouds({ HOME: home });
  expect(drivers).not.toContain('infomaniak');
  const env = await file(`clouds:\n${entry('infomaniak', OURS)}${entry('cleura', 'https://kna1.citycloud.com:5000')}`);
  expect(await usualClouds(env)).toEqual([...drivers, 'infomaniak', 'cleura']);
  expect(await usualClouds({ ...env, OS_CLOUD: 'cleura' })).toEqual([...drivers, 'infomaniak']);
  expect(await usualClouds({ ...env, HANSA_EMULATOR: 'http://127.0.0.1:1' })).toEqual(drivers);
  const only = await file(`clouds:\n${entry('infomaniak', OURS)}`);
  expect(await usualClouds(only)).toEqual(drivers);
  expect(await usualClouds(await file('clouds: { infomaniak: {'))).toEqual(drivers);
});
