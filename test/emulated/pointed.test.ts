import { type Emulator, startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';

describe('HANSA_EMULATOR', () => {
  let emulator: Emulator;
  const sent: string[] = [];
  const bodies: string[] = [];
  beforeAll(async () => {
    emulator = await startEmulator({
      onExchange: ({ requestHeaders, requestText }) => {
        sent.push(JSON.stringify(requestHeaders));
        bodies.push(requestText);
      },
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
      upcloud: { username: 'shop', password: '33333333-of-the-shop' },
      ionos: { token: '44444444-of-the-shop' },
    });
    expect(await hansa.cloud('hetzner').servers.list()).toEqual([]);
    expect(await hansa.cloud('scaleway').servers.list()).toEqual([]);
    expect(await hansa.cloud('upcloud').servers.list()).toEqual([]);
    expect(await hansa.cloud('ionos').servers.list()).toEqual([]);
    expect(sent.join()).not.toMatch(/real-token|11111111|22222222|33333333|44444444|c2hvcDoz/);
  });

  it('gets nothing of the environment of a real account', async () => {
    const env = { OS_AUTH_URL: 'https://keystone.example.org/v3', OS_USERNAME: 'me', OS_PASSWORD: 'secret-of-me' };
    const more = {
      OS_PROJECT_ID: 'p-of-me',
      OS_CLOUD: 'cloud-of-me',
      OS_APPLICATION_CREDENTIAL_SECRET: 'secret-of-mine',
    };
    expect(
      await open({ openstack: {} }, { ...env, ...more })
        .cloud('openstack')
        .servers.list(),
    ).toEqual([]);
    expect(bodies.join()).not.toMatch(/of-me|of-mine/);
  });

  it('lets no cloud that it does not serve go to a real account', async () => {
    const some = await startEmulator({ clouds: ['hetzner'] });
    const env = { SCW_SECRET_KEY: '11111111-1111-4111-8111-111111111111', HANSA_EMULATOR: some.url };
    const asked = new Hansa({ clouds: { scaleway: {} }, env }).cloud('scaleway').servers.list();
    await expect(asked).rejects.toThrow(/Scaleway is not served by the emulator at \S+, and HANSA_EMULATOR is set/);
    await some.close();
  });

  it('leaves a cloud alone that is given an endpoint', async () => {
    const hansa = open({ hetzner: { token: 'x'.repeat(64), endpoint: 'http://127.0.0.1:9/v1' } });
    await expect(hansa.cloud('hetzner').connect()).resolves.toMatchObject({ id: 'hetzner' });
  });
});
