import { isCloudError } from '../../errors/index.js';
import { path } from './path.js';
import { type Emulated, emulated, failure } from './testing/emulated.js';

it('joins numbers, as text and as numbers', () => {
  expect(path`/servers/${'7'}/actions/${8}`).toBe('/servers/7/actions/8');
  expect(path`/servers`).toBe('/servers');
});

it.each(['big', '', '../networks/5', '7/actions', '7?x', '-7', '7.5', 'scaleway/fr-par-1/7'])('refuses "%s"', (id) => {
  let error: unknown;
  try {
    path`/servers/${id}`;
  } catch (thrown) {
    error = thrown;
  }
  expect(isCloudError(error, 'invalid') && error.details).toMatchObject({
    attribute: ['id'],
    next: [expect.stringContaining('hetzner/4711')],
  });
});

describe('a thing named by what is no id', () => {
  let cloud: Emulated;
  beforeAll(async () => {
    cloud = await emulated();
  });
  afterAll(() => cloud.emulator.close());

  it('is not taken for one that is gone', async () => {
    const hetzner = cloud.connect();
    await hetzner.networks.create({ name: 'big', region: 'fsn1' });
    const before = cloud.emulator.requests.total;
    for (const id of ['big', 'hetzner/big', 'hetzner/../networks/1', 'hetzner/']) {
      expect(await failure(hetzner.networks.delete(id))).toMatchObject({
        code: 'invalid',
        details: { attribute: ['id'] },
      });
      expect(await failure(hetzner.networks.read(id))).toMatchObject({ code: 'invalid' });
      expect(await failure(hetzner.servers.update(id, { name: 'x' }))).toMatchObject({ code: 'invalid' });
    }
    expect(cloud.emulator.requests.total).toBe(before);
    expect(await cloud.count('networks')).toBe(1);
  });
});
