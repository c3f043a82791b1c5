import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudError, redactText } from '../../errors/index.js';
import { findCredentials } from './credentials.js';

const ENDPOINT = 'https://api.hetzner.cloud/v1';
const CLI_TOML = `
active_context = "shop"
[preferences]
endpoint = "https://global.example/v1"
[[contexts]]
name = "shop"
token = "token-of-the-shop"
[[contexts]]
name = "blog"
token = "token-of-the-blog"
[contexts.preferences]
endpoint = "https://blog.example/v1"
`;

let home: string;
const place = () => join(home, '.config', 'hcloud', 'cli.toml');
const write = async (text: string) => {
  await mkdir(join(place(), '..'), { recursive: true });
  await writeFile(place(), text);
};
const failure = async (...args: Parameters<typeof findCredentials>) =>
  findCredentials(...args).then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-hcloud-'));
});
afterEach(() => rm(home, { recursive: true }));

it('takes the settings first, then HCLOUD_TOKEN, then the active context', async () => {
  await write(CLI_TOML);
  const env = { HOME: home, HCLOUD_TOKEN: ' token-of-the-env\n' };
  await expect(findCredentials({ token: 'token-of-settings' }, env)).resolves.toEqual({
    token: 'token-of-settings',
    endpoint: ENDPOINT,
  });
  await expect(findCredentials({}, env)).resolves.toMatchObject({ token: 'token-of-the-env' });
  await expect(findCredentials({}, { HOME: home })).resolves.toEqual({
    token: 'token-of-the-shop',
    endpoint: 'https://global.example/v1',
  });
});

it('takes a named context: from the settings even over HCLOUD_TOKEN, from HCLOUD_CONTEXT over the active one', async () => {
  await write(CLI_TOML);
  const blog = { token: 'token-of-the-blog', endpoint: 'https://blog.example/v1' };
  await expect(findCredentials({ context: 'blog' }, { HOME: home, HCLOUD_TOKEN: 'other' })).resolves.toEqual(blog);
  await expect(findCredentials({}, { HOME: home, HCLOUD_CONTEXT: 'blog' })).resolves.toEqual(blog);
});

it('finds the file by HCLOUD_CONFIG and the endpoint by HCLOUD_ENDPOINT', async () => {
  const path = join(home, 'elsewhere.toml');
  await writeFile(path, CLI_TOML);
  const env = { HCLOUD_CONFIG: path, HCLOUD_ENDPOINT: 'http://127.0.0.1:1/v1' };
  await expect(findCredentials({}, env)).resolves.toEqual({
    token: 'token-of-the-shop',
    endpoint: 'http://127.0.0.1:1/v1',
  });
});

it('says where it looked when there is nothing', async () => {
  const nothing = await failure({}, { HOME: home });
  expect(nothing).toMatchObject({ code: 'unauthenticated', details: { attribute: ['token'] } });
  expect(nothing?.message).toContain(`HCLOUD_TOKEN, ${place()} (not there)`);
  await write(CLI_TOML);
  const wrong = await failure({ context: 'wiki' }, { HOME: home });
  expect(wrong?.message).toContain('no context "wiki" with a token; it has shop, blog');
  expect(wrong?.details.attribute).toEqual(['context']);
});

it('names the line of a broken file and nothing that stands in it', async () => {
  await write('[[contexts]]\nname = "shop"\ntoken = "very-secret-token\n');
  const broken = await failure({}, { HOME: home });
  expect(broken).toMatchObject({ code: 'invalid' });
  expect(broken?.message).toMatch(/is no TOML at line 3/);
  expect(JSON.stringify([broken?.message, broken?.details])).not.toContain('very-secret');
  await write('contexts = "shop"');
  expect((await failure({}, { HOME: home }))?.message).toContain('is not as hcloud writes it');
});

it('never shows a token again', async () => {
  await findCredentials({}, { HOME: home, HCLOUD_TOKEN: 'token-to-be-hidden' });
  expect(redactText('Bearer token-to-be-hidden')).toBe('Bearer [secret]');
});
