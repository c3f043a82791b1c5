import { generateKeyPairSync } from 'node:crypto';
import { parseSshPublicKey } from '../core/ssh-public-key.js';
import { type Account, newAccount, PROJECT, PUBLIC_KEY } from './scaleway.fixture.js';
import { fingerprintOf } from './ssh-keys.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const KEYS = '/iam/v1alpha1/ssh-keys';

it('keeps the key without its comment, with a fingerprint', async () => {
  const body = { name: 'me', public_key: `${PUBLIC_KEY}\n`, project_id: PROJECT };
  const key = await account.done('POST', KEYS, body);
  expect(key).toMatchObject({ public_key: PUBLIC_KEY.replace(/ me@here$/, ''), disabled: false, project_id: PROJECT });
  expect(key.fingerprint).toMatch(/^256 MD5:([0-9a-f]{2}:){15}[0-9a-f]{2} \(ssh-ed25519\)$/);
  const twin = await account.done('POST', KEYS, { ...body, name: 'twin' });
  expect(twin.id).not.toBe(key.id);
  const changed = await account.done('PATCH', `${KEYS}/${key.id}`, { name: 'renamed', disabled: true });
  expect(changed).toMatchObject({ name: 'renamed', disabled: true, public_key: key.public_key });
  expect((await account.done('GET', `${KEYS}?disabled=true&project_id=${PROJECT}`)).total_count).toBe(1);
  expect((await account.done('GET', `${KEYS}?name=twin&order_by=name_desc`)).ssh_keys).toMatchObject([{ id: twin.id }]);
  expect((await account.call('DELETE', `${KEYS}/${key.id}`)).status).toBe(204);
  await account.refused({ status: 404, resource: 'ssh_key' }, 'GET', `${KEYS}/${key.id}`);
});

it('computes the fingerprint a real key had (recorded 2025-11)', () => {
  const line =
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICJEoOOgQBLJPs4g/XcPTKT82NywNPpxeuA20FlOPlpO opensource@scaleway.com';
  expect(fingerprintOf(parseSshPublicKey(line)!)).toBe(
    '256 MD5:6b:cd:72:8a:ae:45:24:4b:2b:72:f6:d0:6a:8d:16:06 (ssh-ed25519)',
  );
});

it('knows how long an RSA key is', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const field = (bytes: Buffer) => {
    const positive = bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(positive.length);
    return Buffer.concat([length, positive]);
  };
  const blob = [Buffer.from('ssh-rsa'), Buffer.from(e, 'base64url'), Buffer.from(n, 'base64url')].map(field);
  expect(parseSshPublicKey(`ssh-rsa ${Buffer.concat(blob).toString('base64')}`)?.bits).toBe(2048);
});

it.each(['', 'nonsense', 'ssh-ed25519', 'ssh-ed25519 AAAA', PUBLIC_KEY.replace('ed25519', 'rsa')])(
  'refuses %j',
  async (public_key) => {
    const details = [{ argument_name: 'public_key', reason: 'format' }];
    const body = { name: 'bad', public_key, project_id: PROJECT };
    await account.refused({ status: 400, type: 'invalid_arguments', details }, 'POST', KEYS, body);
  },
);
