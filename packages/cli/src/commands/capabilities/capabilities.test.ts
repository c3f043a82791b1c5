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
