import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCloudError } from '../../../errors/index.js';
import { findCredentials } from './credentials.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-ovh-'));
});
afterEach(() => rm(home, { recursive: true }));

const conf = (text: string) => writeFile(join(home, '.ovh.conf'), text);
const env = (more: Record<string, string> = {}) => ({ HOME: home, ...more });
const KEYS = { OVH_APPLICATION_KEY: 'ak', OVH_APPLICATION_SECRET: 'as-secret', OVH_CONSUMER_KEY: 'ck-secret' };

test('three keys and the project from the environment, at ovh-eu unless said otherwise', async () => {
  expect(await findCredentials({}, env({ ...KEYS, OVH_CLOUD_PROJECT_SERVICE: 'p1' }))).toMatchObject({
    keys: { by: 'signature', applicationKey: 'ak', applicationSecret: 'as-secret', consumerKey: 'ck-secret' },
    endpoint: { url: 'https://eu.api.ovh.com/1.0', subsidiary: 'FR' },
    projectId: 'p1',
  });
  const ca = await findCredentials({}, env({ ...KEYS, OVH_ENDPOINT: 'ovh-ca' }));
  expect(ca.endpoint).toMatchObject({ url: 'https://ca.api.ovh.com/1.0', subsidiary: 'CA' });
});

test("ovh.conf of the user's home, section of the endpoint that it names", async () => {
  await conf(
    '[default]\nendpoint=ovh-us\n[ovh-us]\napplication_key=ak\napplication_secret=as-secret\nconsumer_key=ck-secret\n[ovh-cli]\ndefault_cloud_project=p2\n',
  );
  expect(await findCredentials({}, env())).toMatchObject({
    keys: { by: 'signature', consumerKey: 'ck-secret' },
    endpoint: { url: 'https://api.us.ovhcloud.com/1.0' },
    projectId: 'p2',
  });
});

test('each key is looked for by itself: the environment wins over the file, the settings over both', async () => {
  await conf('[ovh-eu]\napplication_key=file\napplication_secret=file-secret\nconsumer_key=file-consumer\n');
  const { keys } = await findCredentials({ consumerKey: 'said-consumer' }, env({ OVH_APPLICATION_KEY: 'env' }));
  expect(keys).toMatchObject({
    applicationKey: 'env',
    applicationSecret: 'file-secret',
    consumerKey: 'said-consumer',
  });
});

test('a service account in an earlier place wins over keys in a later one', async () => {
  const { keys } = await findCredentials({ clientId: 'EU.x', clientSecret: 'cs-secret' }, env(KEYS));
  expect(keys).toEqual({ by: 'oauth2', clientId: 'EU.x', clientSecret: 'cs-secret' });
});

test('both sorts in one place are an error', async () => {
  const both = findCredentials({}, env({ ...KEYS, OVH_CLIENT_ID: 'EU.x', OVH_CLIENT_SECRET: 'cs' }));
  await expect(both).rejects.toMatchObject({ code: 'invalid', details: { attribute: ['clientId'] } });
});

test('what is missing is named, with where it was looked for', async () => {
  const error: unknown = await findCredentials({}, env({ OVH_APPLICATION_KEY: 'ak' })).catch((e: unknown) => e);
  if (!isCloudError(error, 'unauthenticated')) throw error;
  expect(error.message).toContain('no applicationSecret, consumerKey found');
  expect(error.message).toContain('OVH_CONSUMER_KEY');
  expect(error.message).toContain(join(home, '.ovh.conf'));
});

test('an openrc file of another cloud says nothing about this one', async () => {
  const openrc = { OS_USERNAME: 'user-x', OS_PASSWORD: 'os-password' };
  const of = async (url: string) =>
    (await findCredentials({}, env({ ...KEYS, ...openrc, OS_AUTH_URL: url }))).openstack;
  expect(await of('https://auth.cloud.ovh.net/v3/')).toEqual({ username: 'user-x', password: 'os-password' });
  expect(await of('https://keystone.example.org/v3')).toBeUndefined();
  expect(await of('https://auth.cloud.ovh.net.example.org/v3')).toBeUndefined();
});

test('an endpoint that is none is refused', async () => {
  await expect(findCredentials({ endpoint: 'kimsufi-eu' }, env(KEYS))).rejects.toMatchObject({
    code: 'invalid',
    details: { attribute: ['endpoint'] },
  });
});
