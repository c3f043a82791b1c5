import { KINDS } from '@hansa/sdk';
import { hansa } from '../../../test/hansa.js';

async function said(...args: string[]): Promise<string> {
  const { code, stdout } = await hansa(['capabilities', ...args], {});
  expect(code).toBe(0);
  return stdout;
}

test('every kind at every cloud is offered, or the reason and what to use instead are said', async () => {
  const { clouds } = JSON.parse(await said('--json')) as {
    clouds: { cloud: string; kinds: { kind: string; offered: boolean; because?: string; next?: string }[] }[];
  };
  expect(clouds.map(({ cloud }) => cloud)).toEqual(expect.arrayContaining(['hetzner', 'scaleway', 'openstack']));
  for (const { kinds } of clouds) {
    expect(kinds.map(({ kind }) => kind)).toEqual(KINDS.map(({ name }) => name));
    for (const { offered, because, next } of kinds.filter((one) => !one.offered))
      expect({ offered, because, next }).toEqual({
        offered: false,
        because: expect.any(String),
        next: expect.any(String),
      });
  }
});

test('every limit carries its source', async () => {
  const { clouds } = JSON.parse(await said('--json')) as {
    clouds: { requests: { because: string }; kinds: { limits: { because: string }[] }[] }[];
  };
  const reasons = clouds.flatMap(({ requests, kinds }) => [requests, ...kinds.flatMap(({ limits }) => limits)]);
  for (const { because } of reasons) expect(because).not.toBe('');
});

test('narrows down, and says limits in words', async () => {
  const text = await said('--cloud', 'hetzner', '--kind', 'volume');
  expect(text).toContain('size_gib 10 to 10240');
  expect(text).not.toContain('scaleway');
});

test("a vendor's cloud says what is known of it, and is in no list unless it is named", async () => {
  const text = await said('--cloud', 'infomaniak', '--kind', 'volume');
  expect(text).toMatch(/infomaniak +volume +yes/);
  expect(text).toMatch(/infomaniak +external_network +ext-floating1/);
  expect(text).toMatch(/infomaniak +volume_type +unknown/);
  const { clouds } = JSON.parse(await said('--cloud', 'elastx', '--json')) as {
    clouds: { profile: { driver: string; facts: { what: string; because: string }[] } }[];
  };
  expect(clouds[0]?.profile).toMatchObject({ driver: 'openstack' });
  for (const { because } of clouds[0]?.profile.facts ?? []) expect(because).not.toBe('');
  expect(await said()).not.toContain('infomaniak');
});
