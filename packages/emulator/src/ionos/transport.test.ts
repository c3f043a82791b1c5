import { type Contract, newContract } from './ionos.fixture.js';

let contract: Contract;
beforeAll(async () => {
  contract = await newContract();
});
afterAll(() => contract.close());

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('who may ask', () => {
  const { call } = { call: (authorization: string) => contract.call('GET', '/datacenters', undefined, authorization) };

  it('the right token, and the right name with its password', async () => {
    const { IONOS_TOKEN, IONOS_USERNAME, IONOS_PASSWORD } = contract.emulator.env;
    expect((await call(`Bearer ${IONOS_TOKEN}`)).status).toBe(200);
    expect((await call(basic(`${IONOS_USERNAME}:${IONOS_PASSWORD}`))).status).toBe(200);
  });

  it.each(['', 'Bearer', 'Bearer x', 'Basic x', basic('hansa@emulator.invalid:x'), basic(':'), 'Digest x'])(
    'not "%s"',
    async (authorization) => {
      expect(await call(authorization)).toMatchObject({
        status: 401,
        body: { httpStatus: 401, messages: [{ errorCode: '315', message: 'Unauthorized' }] },
      });
    },
  );
});

it('refuses what is not there, what cannot be done to it, and what it cannot read, in one form', async () => {
  await contract.refused(404, 'GET', '/nowhere');
  await contract.refused(404, 'GET', '/datacenters/00000000-0000-4000-8000-000000000000');
  await contract.refused(405, 'DELETE', '/locations');
  await contract.refused(400, 'POST', '/datacenters', '{"properties":');
  expect(await contract.refused(422, 'POST', '/datacenters', {})).toMatch(/^\[\(root\)\.properties\] /);
  expect(await contract.refused(422, 'POST', '/ipblocks', { properties: { location: 'de/fra', size: 'x' } })).toMatch(
    /^\[\(root\)\.properties\.size\] /,
  );
  expect(
    await contract.refused(422, 'POST', '/ipblocks', { properties: { location: 'de/fra', size: 1, colour: 'red' } }),
  ).toContain('colour');
});

it('tells its limits in every answer, and keeps to them', async () => {
  const limited = await newContract({ rateLimit: { ionos: { limit: 3, perSecond: 0.5 } } });
  const left = [];
  for (let i = 0; i < 3; i += 1)
    left.push((await limited.call('GET', '/locations')).headers.get('x-ratelimit-remaining'));
  expect(left).toEqual(['2', '1', '0']);
  const refused = await limited.call('GET', '/locations');
  expect(refused.status).toBe(429);
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '2',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-burst': '3',
    'x-ratelimit-limit': expect.stringMatching(/^\d+$/),
  });
  limited.clock.advance(2_000);
  expect((await limited.call('GET', '/locations')).status).toBe(200);
  await limited.close();
});

it('tags a thing that is asked for alone, anew with every change', async () => {
  const dc = await contract.datacenter();
  const tag = async () => (await contract.call('GET', `/datacenters/${dc}`)).headers.get('etag');
  const first = await tag();
  expect(first).toMatch(/^"[0-9a-f]{32}"$/);
  expect(await tag()).toBe(first);
  await contract.done('PATCH', `/datacenters/${dc}`, { name: 'renamed' });
  expect(await tag()).not.toBe(first);
  expect((await contract.call('GET', `/datacenters/${dc}?depth=1`)).headers.get('etag')).toBeNull();
});

describe('what is shown', () => {
  it('goes as deep as is asked for', async () => {
    const dc = await contract.datacenter('fr/par');
    await contract.done('POST', `/datacenters/${dc}/lans`, { properties: { name: 'inner' } });
    const at = async (depth: number) => (await contract.call('GET', `/datacenters/${dc}?depth=${depth}`)).body;
    expect((await at(0)).entities.lans).toEqual({
      id: `${dc}/lans`,
      type: 'collection',
      href: expect.stringMatching(/^http/),
    });
    expect((await at(1)).entities.lans.items).toEqual([
      { id: '1', type: 'lan', href: expect.stringContaining('/lans/1') },
    ]);
    const lan = (await at(2)).entities.lans.items[0];
    expect(lan).toMatchObject({ properties: { name: 'inner' }, metadata: { state: 'AVAILABLE' } });
    expect(lan.entities.nics.items).toBeUndefined();
    expect((await at(3)).entities.lans.items[0].entities.nics.items).toEqual([]);
    const list = (await contract.call('GET', '/datacenters')).body.items;
    expect(list[0]).toEqual({ id: expect.any(String), type: 'datacenter', href: expect.any(String) });
    await contract.refused(422, 'GET', '/datacenters?depth=11');
  });

  it('comes in pages that lead to each other', async () => {
    const paged = await newContract();
    for (let i = 0; i < 5; i += 1) await paged.datacenter();
    const seen: string[] = [];
    let next: string | undefined = '/datacenters?limit=2&depth=1';
    let pages = 0;
    while (next) {
      const { body }: { body: { items: { id: string }[]; _links: { next?: string; prev?: string } } } =
        await paged.call('GET', next);
      seen.push(...body.items.map(({ id }) => id));
      expect(body._links.prev === undefined).toBe(pages === 0);
      pages += 1;
      next = body._links.next;
    }
    expect([pages, new Set(seen).size]).toEqual([3, 5]);
    for (const wrong of ['limit=0', 'limit=10001', 'offset=-1', 'limit=x'])
      await paged.refused(422, 'GET', `/datacenters?${wrong}`);
    await paged.close();
  });
});
