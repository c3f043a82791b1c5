import { type Emulated, emulated, failure, keyNumber, READ_ONLY } from './testing/emulated.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJgjoDEXOn2s2DVGnRzSRNYqqRPyMwZGhfHWGBqBkIt';

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterEach(() => {
  expect(cloud.emulator.failures).toEqual([]);
  cloud.emulator.reset();
});
afterAll(() => cloud.emulator.close());

describe('what goes wrong', () => {
  const web = { name: 'web', region: 'fsn1', size: 'cx23', image: 'debian-12' };

  it('names a wrong token, a token that may only read, and none', async () => {
    // Without the variable that leaves the settings' credentials aside.
    const { HANSA_EMULATOR: _, ...real } = cloud.emulator.env;
    const wrong = cloud.connect({ env: real, clouds: { hetzner: { token: 'x'.repeat(64) } } });
    expect(await failure(wrong.sshKeys.list())).toMatchObject({ code: 'unauthenticated' });
    const reader = cloud.connect({ env: real, clouds: { hetzner: { token: READ_ONLY } } });
    await expect(reader.sshKeys.list()).resolves.toEqual([]);
    const refused = await failure(reader.sshKeys.create({ name: 'me', publicKey: KEY }));
    expect(refused).toMatchObject({ code: 'forbidden', details: { vendor: { code: 'token_readonly' } } });
    const env = { HCLOUD_ENDPOINT: cloud.emulator.env['HCLOUD_ENDPOINT'], HOME: '/nowhere' };
    expect(await failure(cloud.connect({ env }).sshKeys.list())).toMatchObject({ code: 'unauthenticated' });
  });

  it('names the attribute at fault', async () => {
    const hetzner = cloud.connect();
    const small = await failure(hetzner.volumes.create({ name: 'v', region: 'fsn1', sizeGib: 9 }));
    expect(small).toMatchObject({ code: 'invalid', details: { attribute: ['sizeGib'] } });
    const tiny = await failure(hetzner.networks.create({ name: 'n', region: 'fsn1', ipRange: '10.0.0.0/28' }));
    expect(tiny).toMatchObject({ code: 'invalid', details: { attribute: ['ipRange'] } });
    const open = await failure(hetzner.networks.create({ name: 'n', region: 'fsn1', ipRange: '8.8.0.0/16' }));
    expect(open?.details.attribute).toEqual(['ipRange']);
    const userData = 'ä'.repeat(20_000);
    const long = await failure(hetzner.servers.create({ ...web, userData }));
    expect(long).toMatchObject({ code: 'invalid', details: { attribute: ['userData'] } });
    expect(await cloud.count('servers')).toBe(0);
  });

  it('refuses a name that others have taken, and a key that is there already', async () => {
    const hetzner = cloud.connect();
    await cloud.connect({ owner: 'other' }).sshKeys.create({ name: 'me', publicKey: KEY });
    const name = await failure(hetzner.sshKeys.create({ name: 'me', publicKey: keyNumber(1) }));
    expect(name).toMatchObject({ code: 'already-exists', details: { attribute: ['name'] } });
    const key = await failure(hetzner.sshKeys.create({ name: 'you', publicKey: KEY }));
    expect(key).toMatchObject({ code: 'already-exists' });
  });

  it('tells a reached limit and an empty stock', async () => {
    const hetzner = cloud.connect();
    cloud.emulator.stock.soldOut('hetzner', 'cx23', 'fsn1');
    const sold = await failure(hetzner.servers.create(web));
    expect(sold?.code).toBe('out-of-stock');
    cloud.emulator.quotas.set('hetzner', 'servers', 0);
    const full = await failure(hetzner.servers.create({ ...web, region: 'nbg1' }));
    expect(full?.code).toBe('quota-exceeded');
  });

  it('lets what is protected stand', async () => {
    const hetzner = cloud.connect();
    const network = await hetzner.networks.create({ name: 'net', region: 'fsn1' });
    const path = `/networks/${network.id.split('/')[1]}/actions/change_protection`;
    await cloud.raw(path, { method: 'POST', body: JSON.stringify({ delete: true }) });
    expect(await failure(hetzner.networks.delete(network.id))).toMatchObject({ code: 'forbidden' });
    expect(await cloud.count('networks')).toBe(1);
  });
});
