import { newProject, type Project, PUBLIC_KEY } from '../hetzner.fixture.js';
import { fingerprintOf } from './ssh-keys.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

describe('SSH keys', () => {
  it('live, and are found by name and fingerprint', async () => {
    const { ssh_key } = await project.done('POST', '/ssh_keys', {
      name: 'k',
      public_key: PUBLIC_KEY,
      labels: { a: 'b' },
    });
    expect(ssh_key).toMatchObject({ name: 'k', public_key: PUBLIC_KEY, labels: { a: 'b' } });
    expect(ssh_key.fingerprint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
    const found = await project.call('GET', `/ssh_keys?fingerprint=${encodeURIComponent(ssh_key.fingerprint)}`);
    expect(found.body.ssh_keys).toEqual([ssh_key]);
    const changed = await project.done('PUT', `/ssh_keys/${ssh_key.id}`, { name: 'k2', labels: { c: '' } });
    expect(changed.ssh_key).toEqual({ ...ssh_key, name: 'k2', labels: { c: '' } });
    expect((await project.call('DELETE', `/ssh_keys/${ssh_key.id}`)).status).toBe(204);
    await project.refused('not_found', 'DELETE', `/ssh_keys/${ssh_key.id}`);
  });

  it('are unique by name and by key', async () => {
    await project.done('POST', '/ssh_keys', { name: 'k', public_key: PUBLIC_KEY });
    const byName = await project.refused('uniqueness_error', 'POST', '/ssh_keys', {
      name: 'k',
      public_key: PUBLIC_KEY,
    });
    expect(byName).toMatchObject({ message: 'SSH key name is already used', details: { fields: [{ name: 'name' }] } });
    const byKey = await project.refused('uniqueness_error', 'POST', '/ssh_keys', {
      name: 'k2',
      public_key: `${PUBLIC_KEY} again`,
    });
    expect(byKey.details.fields).toEqual([{ name: 'public_key' }]);
  });

  it('obey a quota', async () => {
    project.emulator.quotas.set('hetzner', 'ssh_keys', 0);
    const error = await project.refused('resource_limit_exceeded', 'POST', '/ssh_keys', {
      name: 'k',
      public_key: PUBLIC_KEY,
    });
    expect(error.details.limits).toHaveLength(1);
  });

  it.each([
    '',
    'ssh-ed25519',
    'ssh-ed25519 !!!',
    `ssh-rsa ${PUBLIC_KEY.split(' ')[1]}`,
    'ssh-ed25519 AAAA',
    PUBLIC_KEY.slice(0, 30),
  ])('has no fingerprint for %j', (text) => {
    expect(fingerprintOf(text)).toBeUndefined();
  });
});
