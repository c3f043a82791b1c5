import { once } from 'node:events';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';
import { startGateway } from '@hansa/seca-gateway';
import { createCertificate } from '../../packages/terraform-plugin/src/goplugin/certificate.js';
import { TOKEN } from './gateway.fixture.js';

const [ours, other] = [createCertificate(), createCertificate()];

async function served<T>(tls: { cert: string; key: string }, act: (url: string) => Promise<T>): Promise<T> {
  const emulator = await startEmulator({ clouds: ['hetzner'], rateLimit: false });
  try {
    const cloud = new Hansa({ clouds: { hetzner: {} }, env: emulator.env, owner: 'seca' }).cloud('hetzner');
    const gateway = await startGateway({ cloud, owner: 'seca', token: TOKEN, host: 'localhost', port: 0, tls });
    try {
      return await act(gateway.url);
    } finally {
      await gateway.close();
    }
  } finally {
    await emulator.close();
  }
}

async function ask(url: string, ca: string): Promise<{ status: number | undefined; body: string }> {
  const asked = request(url, { ca, agent: false, headers: { authorization: `Bearer ${TOKEN}` } }).end();
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
}

test('with a certificate it serves by TLS, and tells of itself so', () =>
  served({ cert: ours.pem, key: ours.keyPem }, async (url) => {
    expect(url).toMatch(/^https:\/\/localhost:\d+$/);
    const { status, body } = await ask(`${url}/providers/seca.region/v1/regions`, ours.pem);
    expect(status).toBe(200);
    expect(body).toContain(`${url}/regions/fsn1/providers/seca.compute`);
    await expect(ask(url, other.pem)).rejects.toThrow(/self-signed|unable to verify/);
    await expect(fetch(url.replace('https:', 'http:'))).rejects.toThrow('fetch failed');
  }));

test.each([
  ['a key of another certificate', { cert: ours.pem, key: other.keyPem }],
  ['what is no certificate', { cert: 'mine', key: ours.keyPem }],
])('%s is refused before it listens', async (_what, tls) => {
  await expect(served(tls, async () => {})).rejects.toThrow(
    /^the certificate and its key cannot be used: .+\. Next: give both in PEM/,
  );
});
