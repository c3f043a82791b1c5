import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hansa } from '../../../hansa.js';
import type { Wire } from '../../../runtime/transport/index.js';
import type { OpenStackApi } from '../api.js';

const NETWORKS: Record<string, string[]> = {
  'api.pub1.infomaniak.cloud': ['ext-net1', 'ext-floating1', 'ext-v6only1'],
  'fra1.citycloud.com:5000': ['renamed'],
};
const REGIONS: Record<string, string[]> = {
  'api.pub1.infomaniak.cloud': ['dc3-a', 'dc4-a'],
  'fra1.citycloud.com:5000': ['Fra1'],
};

/** Keystones and Neutrons by host; those without regions refuse who logs in. */
const wire: Wire = async ({ url }) => {
  const { host, pathname } = new URL(url);
  const regions = REGIONS[host];
  const headers = { 'content-type': 'application/json', 'x-subject-token': `token-of-${host}` };
  const answer = (status: number, body: unknown) => ({ status, headers, body: JSON.stringify(body) });
  if (!regions) return answer(401, { error: { code: 401, title: 'Unauthorized', message: 'no' } });
  if (pathname.endsWith('/networks'))
    return answer(200, {
      networks: NETWORKS[host]?.map((name) => ({ id: name, name, subnets: [], status: 'ACTIVE' })),
    });
  if (pathname.endsWith('/os-availability-zone'))
    return answer(200, { availabilityZoneInfo: [{ zoneName: 'az-1', zoneState: { available: true } }] });
  if (!pathname.endsWith('/tokens'))
    return answer(200, { version: { id: 'v2.1', version: '2.93', min_version: '2.1' } });
  const catalog = ['compute', 'network'].map((type) => ({
    type,
    endpoints: regions.map((region) => ({ interface: 'public', region, url: `https://${host}/${type}` })),
  }));
  const times = { issued_at: '2026-11-25T12:00:00Z', expires_at: '2026-11-25T13:00:00Z' };
  return answer(201, { token: { ...times, user: { id: 'u' }, project: { id: 'p', name: 'p' }, catalog } });
};

let home: string;
let env: Record<string, string>;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hansa-vendors-'));
  const path = join(home, 'clouds.yaml');
  const auth = '{ username: u, password: secret-password }';
  const entries = { infomaniak: 'dc4-a', cleura: 'Fra1', elastx: 'se-sto' };
  const lines = Object.entries(entries).map(([name, region]) => `  ${name}: { region_name: ${region}, auth: ${auth} }`);
  await writeFile(path, `clouds:\n${lines.join('\n')}\n`);
  env = { HOME: home, OS_CLIENT_CONFIG_FILE: path };
});
afterAll(() => rm(home, { recursive: true }));

test('several vendors side by side, each by its id alone: where they are, and where public addresses come from', async () => {
  const hansa = new Hansa({ env, wire });
  const about = async (id: string) => {
    const account = await hansa.cloud(id).connect();
    const [place] = await account.loadPlaces();
    const external = await (account.api as OpenStackApi).externalNetwork();
    return [place?.country, place?.scopes.region, external?.name];
  };
  expect(await Promise.all(['infomaniak', 'cleura'].map(about))).toEqual([
    ['CH', 'dc4-a', 'ext-floating1'],
    // A network that is not called as it was: the only one there is will do.
    ['DE', 'Fra1', 'renamed'],
  ]);
});

test('what the settings say wins, and an endpoint of another kind is no cloud of the vendor', async () => {
  const login = { username: 'u', password: 'secret-password' };
  const clouds = {
    infomaniak: { ...login, region: 'dc3-a', country: 'LI', externalNetwork: 'ext-net1' },
    elsewhere: { ...login, driver: 'infomaniak', endpoint: 'https://fra1.citycloud.com:5000' },
  };
  const hansa = new Hansa({ env: { HOME: home }, clouds, wire });
  const api = (await hansa.cloud('infomaniak').connect()).api as OpenStackApi;
  expect([api.region, api.country, (await api.externalNetwork())?.name]).toEqual(['dc3-a', 'LI', 'ext-net1']);
  expect(((await hansa.cloud('elsewhere').connect()).api as OpenStackApi).country).toBeNull();
});

test('a login that is refused comes with what the vendor wants', async () => {
  await expect(new Hansa({ env, wire }).cloud('elastx').places()).rejects.toMatchObject({
    code: 'unauthenticated',
    details: {
      cloud: 'elastx',
      next: expect.arrayContaining([expect.stringContaining('application credentials alone')]),
    },
  });
});

test('a thing of another vendor is none of this one', async () => {
  const hansa = new Hansa({ env, wire });
  await expect(hansa.cloud('cleura').servers.read('infomaniak/4711')).rejects.toThrow(
    /a thing of the cloud infomaniak/,
  );
});

test('an id that is none names those that are', () => {
  expect(() => new Hansa({ env }).cloud('infomaniac')).toThrow(/use one of .*openstack.*infomaniak.*ovh-openstack/);
});
