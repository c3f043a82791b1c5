import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudError, redactText } from '../../errors/index.js';
import { findCredentials } from './credentials.js';

const CONFIG_YAML = `
access_key: SCWDEFAULT0000000000
secret_key: secret-of-the-default
default_project_id: project-default
default_zone: fr-par-1
active_profile: shop
profiles:
  shop:
    secret_key: secret-of-the-shop
    default_project_id: project-shop
    default_region: nl-ams
    default_zone: nl-ams-2
  blog:
    secret_key: secret-of-the-blog
    default_organization_id: organization-blog
    api_url: https://blog.example
`;

let home: string;
const env = (more: Record<string, string> = {}) => ({ HOME: home, ...more });
const write = async (text: string) => {
  await mkdir(join(home, '.config', 'scw'), { recursive: true });
  await writeFile(join(home, '.config', 'scw', 'config.yaml'), text);
};
const failure = (...args: Parameters<typeof findCredentials>) =>
  findCredentials(...args).then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-scw-'));
});
afterEach(() => rm(home, { recursive: true }));

it('takes the settings first, then SCW_*, then the active profile, each by itself', async () => {
  await write(CONFIG_YAML);
  expect(await findCredentials({}, env())).toEqual({
    secretKey: 'secret-of-the-shop',
    accessKey: 'SCWDEFAULT0000000000',
    projectId: 'project-shop',
    place: 'nl-ams-2',
    endpoint: 'https://api.scaleway.com',
  });
  const keys = { SCW_SECRET_KEY: 'secret-of-the-environment', SCW_DEFAULT_REGION: 'pl-waw' };
  expect(await findCredentials({}, env(keys))).toMatchObject({
    secretKey: 'secret-of-the-environment',
    projectId: 'project-shop',
    place: 'pl-waw',
  });
  const config = {
    secretKey: ' secret-of-the-settings ',
    projectId: 'project-x',
    zone: 'fr-par-3',
    endpoint: 'https://x.example',
  };
  expect(await findCredentials(config, env(keys))).toMatchObject({
    secretKey: 'secret-of-the-settings',
    projectId: 'project-x',
    place: 'fr-par-3',
    endpoint: 'https://x.example',
  });
  expect(redactText('secret-of-the-shop secret-of-the-settings')).toBe('[secret] [secret]');
});

it('takes a named profile over the environment, laid over the default one', async () => {
  await write(CONFIG_YAML);
  const keys = { SCW_SECRET_KEY: 'secret-of-the-environment' };
  expect(await findCredentials({ profile: 'blog' }, env(keys))).toMatchObject({
    secretKey: 'secret-of-the-blog',
    projectId: 'project-default',
    place: 'fr-par-1',
    endpoint: 'https://blog.example',
  });
  expect(await findCredentials({}, env({ SCW_PROFILE: 'default' }))).toMatchObject({
    secretKey: 'secret-of-the-default',
  });
});

it('reads SCW_CONFIG_PATH and XDG_CONFIG_HOME', async () => {
  const path = join(home, 'elsewhere.yaml');
  await writeFile(path, 'secret_key: secret-from-elsewhere\n');
  expect(await findCredentials({}, { SCW_CONFIG_PATH: path })).toMatchObject({ secretKey: 'secret-from-elsewhere' });
  await write(CONFIG_YAML);
  const found = await findCredentials({}, { XDG_CONFIG_HOME: join(home, '.config') });
  expect(found.secretKey).toBe('secret-of-the-shop');
});

it('leaves a missing project open, and takes the organization of the same id', async () => {
  expect(await findCredentials({ secretKey: 'secret-alone' }, env())).toMatchObject({ projectId: undefined });
  expect(await findCredentials({ secretKey: 'secret-alone', organizationId: 'org' }, env())).toMatchObject({
    projectId: 'org',
  });
});

it('says where it looked', async () => {
  const error = await failure({}, env());
  expect(error).toMatchObject({ code: 'unauthenticated', details: { attribute: ['secretKey'] } });
  expect(error?.message).toMatch(/secretKey in the settings, SCW_SECRET_KEY, .*scw\/config\.yaml \(not there\)/);
  expect(error?.message).toContain('scw init');
});

it('names the profiles there are, and never quotes a broken file', async () => {
  await write(CONFIG_YAML);
  expect((await failure({ profile: 'nope' }, env()))?.message).toContain('use one of default, shop, blog');
  await write('secret_key: [very-secret-thing\n');
  const error = await failure({}, env());
  expect(error?.code).toBe('invalid');
  expect(error?.message).toContain('is not as scw writes it');
  expect(error?.message).not.toContain('very-secret-thing');
});
