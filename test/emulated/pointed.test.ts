import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';

describe('HANSA_EMULATOR', () => {
  let emulator: Emulator;
  const sent: string[] = [];
  beforeAll(async () => {
    emulator = await startEmulator({
      onExchange: ({ requestHeaders }) => sent.push(JSON.stringify(requestHeaders)),
    });
  });
  afterAll(() => emulator.close());
  const open = (clouds: Record<string, object>, env: Record<string, string> = {}) =>
    new Hansa({ clouds: clouds as never, env: { ...env, HANSA_EMULATOR: emulator.url } });

  it('turns clouds there whatever account their settings name, and sends none of its secrets', async () => {
    const hansa = open({
      hetzner: { token: 'the-real-token-of-the-shop' },
      scaleway: {
        secretKey: '11111111-1111-4111-8111-111111111111',
        projectId: '22222222-2222-4222-8222-222222222222',
      },
    });
    expect(await hansa.cloud('hetzner').servers.list()).toEqual([]);
    expect(await hansa.cloud('scaleway').servers.list()).toEqual([]);
    expect(sent.join()).not.toMatch(/real-token|11111111|22222222/);
  });

  it('lets no cloud that it has not go to a real account', async () => {
    const env = { OS_AUTH_URL: 'https://keystone.example.org/v3', OS_USERNAME: 'me', OS_PASSWORD: 'secret-of-me' };
    const asked = open({ openstack: {} }, env).cloud('openstack').servers.list();
    await expect(asked).rejects.toThrow('OpenStack has no emulator, and HANSA_EMULATOR is set');
  });

  it('leaves a cloud alone that is given an endpoint', async () => {
    const hansa = open({ hetzner: { token: 'x'.repeat(64), endpoint: 'http://127.0.0.1:9/v1' } });
    await expect(hansa.cloud('hetzner').connect()).resolves.toMatchObject({ id: 'hetzner' });
  });
});
