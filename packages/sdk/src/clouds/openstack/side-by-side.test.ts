import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hansa } from '../../hansa.js';
import type { Wire } from '../../runtime/transport/index.js';

const FILE = `
clouds:
  a: { auth: { auth_url: "https://a.example.org/v3", username: u, password: password-of-a } }
  b: { auth: { auth_url: "https://b.example.org/v3", username: u, password: password-of-b } }
`;

/** Two clouds, each with a Keystone and a Nova on a host of its own; what each is sent is kept as text. */
function scripted() {
  const sent: Record<string, string> = {};
  const wire: Wire = async ({ url, headers: given, text = '' }) => {
    const { host, pathname } = new URL(url);
    sent[host] = `${sent[host] ?? ''}${JSON.stringify(given)}${text}`;
    const headers = { 'content-type': 'application/json', 'x-subject-token': `token-of-${host}` };
    return {
      status: pathname.endsWith('/tokens') ? 201 : 200,
      headers,
      body: JSON.stringify(answerTo(host, pathname)),
    };
  };
  return { sent, wire };
}

function answerTo(host: string, pathname: string): unknown {
  if (pathname.endsWith('/os-availability-zone'))
    return { availabilityZoneInfo: [{ zoneName: host, zoneState: { available: true } }] };
  if (!pathname.endsWith('/tokens')) return { version: { id: 'v2.1', version: '2.93', min_version: '2.1' } };
  const endpoints = [{ interface: 'public', region: 'R', url: `https://${host}/compute/v2.1` }];
  return {
    token: {
      issued_at: '2026-11-25T12:00:00Z',
      expires_at: '2026-11-25T13:00:00Z',
      user: { id: 'u' },
      project: { id: 'p', name: 'p' },
      catalog: [{ type: 'compute', endpoints }],
    },
  };
}

test('of two clouds side by side, none is sent a password or token of the other, or of the environment', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hansa-openstack-'));
  try {
    const file = join(home, 'clouds.yaml');
    await writeFile(file, FILE);
    const { sent, wire } = scripted();
    const env = {
      HOME: home,
      OS_CLIENT_CONFIG_FILE: file,
      OS_CLOUD: 'b',
      OS_AUTH_URL: 'https://c.example.org/v3',
      OS_USERNAME: 'u',
      OS_PASSWORD: 'password-of-c',
    };
    const clouds = { a: { driver: 'openstack' }, mine: { driver: 'openstack', cloud: 'b' } };
    const hansa = new Hansa({ env, clouds, wire });
    const places = await Promise.all([hansa.cloud('a').places(), hansa.cloud('mine').places()]);
    expect(places.map(([place]) => place?.id)).toEqual(['a.example.org', 'b.example.org']);
    expect(Object.keys(sent).sort()).toEqual(['a.example.org', 'b.example.org']);
    for (const [own, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const said = sent[`${own}.example.org`];
      expect(said).toContain(`password-of-${own}`);
      expect(said).toContain(`token-of-${own}.example.org`);
      for (const stray of [`password-of-${other}`, `token-of-${other}`, 'password-of-c'])
        expect(said).not.toContain(stray);
    }
  } finally {
    await rm(home, { recursive: true });
  }
});
