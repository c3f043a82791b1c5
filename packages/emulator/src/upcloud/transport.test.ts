import { manualClock } from '../core/clock.js';
import { upcloud } from './index.js';
import { type Account, NOBODY, newAccount, serverWish } from './upcloud.fixture.js';

let account: Account;
afterEach(() => account.close());

describe('authentication', () => {
  beforeEach(async () => {
    account = await newAccount();
  });
  const basic = (name?: string, password?: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const { username, password, token } = upcloud.credentials;

  it.each([
    ['', 'nothing'],
    ['Bearer wrong', 'another token'],
    [`Token ${token}`, 'another scheme'],
    [basic(username, 'wrong'), 'another password'],
    [basic(username, `${password} `), 'more than the password'],
    ['Basic %%%', 'what is no Base64'],
  ])('refuses %j: %s', async (auth) => {
    const { status, body } = await account.call('GET', '/server', undefined, auth);
    expect(status).toBe(401);
    expect(body.error.error_code).toBe('AUTHENTICATION_FAILED');
  });

  it('takes the token, or name and password', async () => {
    for (const auth of [`Bearer ${token}`, `bearer ${token}`, basic(username, password)]) {
      expect((await account.call('GET', '/server', undefined, auth)).status).toBe(200);
    }
  });
});

describe('paths and bodies', () => {
  beforeEach(async () => {
    account = await newAccount();
  });

  it('names what is not there by its sort, and ids that are none', async () => {
    await account.refused(404, 'SERVER_NOT_FOUND', 'GET', `/server/${NOBODY}`);
    await account.refused(404, 'STORAGE_NOT_FOUND', 'DELETE', `/storage/${NOBODY}`);
    await account.refused(404, 'NETWORK_NOT_FOUND', 'PUT', `/network/${NOBODY}`, { network: {} });
    await account.refused(404, 'ROUTER_NOT_FOUND', 'GET', `/router/${NOBODY}`);
    await account.refused(404, 'IP_ADDRESS_NOT_FOUND', 'GET', '/ip_address/192.0.2.1');
    await account.refused(400, 'SERVER_INVALID', 'GET', '/server/web');
    await account.refused(404, 'NOT_FOUND', 'GET', '/nothing/here');
  });

  it('takes paths with a slash at the end, as the vendor’s client sends them', async () => {
    expect((await account.call('GET', '/network/?zone=fi-hel1')).status).toBe(200);
  });

  it('names the attribute that lacks or is wrong, and makes nothing', async () => {
    const post = (wish: object) => ['POST', '/storage', { storage: wish }] as const;
    await account.refused(400, 'ZONE_MISSING', ...post({ size: 10, title: 'a' }));
    await account.refused(400, 'SIZE_INVALID', ...post({ size: 9, title: 'a', zone: 'fi-hel1' }));
    await account.refused(400, 'SIZE_INVALID', ...post({ size: 'big', title: 'a', zone: 'fi-hel1' }));
    await account.refused(400, 'TIER_INVALID', ...post({ size: 10, title: 'a', zone: 'fi-hel1', tier: 'gold' }));
    await account.refused(404, 'ZONE_NOT_FOUND', ...post({ size: 10, title: 'a', zone: 'fi-hel9' }));
    expect((await account.done('GET', '/storage/private')).storages.storage).toEqual([]);
  });

  it('takes numbers as text, as the vendor’s client sends them', async () => {
    expect((await account.storage({ size: '30' })).size).toBe(30);
  });

  it('gives each answer an id of its own', async () => {
    const ids = [await account.call('GET', '/zone'), await account.call('GET', '/zone')].map(({ headers }) =>
      headers.get('upcloud-cid'),
    );
    expect(ids[0]).toMatch(/^[0-9A-Z]{26}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    account = await newAccount();
    const label = (key: string, value: string) => ({ key, value });
    await account.storage({ title: 'a', labels: [label('env', 'prod'), label('owner', 'me')] });
    await account.storage({ title: 'b', labels: [label('env', 'test')] });
    await account.storage({ title: 'c' });
  });
  const titles = async (query: string) =>
    (await account.done('GET', `/storage/private${query}`)).storages.storage.map(
      ({ title }: { title: string }) => title,
    );

  it.each([
    ['', ['a', 'b', 'c']],
    ['?label=env', ['a', 'b']],
    ['?label=env%3Dprod', ['a']],
    ['?label=env%3Dprod&label=owner%3Dyou', []],
    ['?limit=2', ['a', 'b']],
    ['?limit=2&offset=2', ['c']],
    ['?offset=3', []],
  ])('with %j', async (query, wanted) => {
    expect(await titles(query)).toEqual(wanted);
  });

  it('of storages by sort and access', async () => {
    const list = async (path: string) => (await account.done('GET', path)).storages.storage;
    const types = new Set((await list('/storage/template')).map(({ type }: { type: string }) => type));
    expect([...types]).toEqual(['template']);
    expect((await list('/storage/public')).every(({ access }: { access: string }) => access === 'public')).toBe(true);
  });

  it.each([
    ['x', 'INVALID_LABEL_KEY'],
    ['_mine', 'INVALID_LABEL_KEY'],
    ['käse', 'INVALID_LABEL_KEY'],
    ['k'.repeat(33), 'INVALID_LABEL_KEY'],
  ])('refuses the label key %j', async (key, code) => {
    const storage = { size: 10, title: 't', zone: 'fi-hel1', labels: [{ key, value: '' }] };
    await account.refused(400, code, 'POST', '/storage', { storage });
  });
});

it('answers 429 without a body', async () => {
  const clock = manualClock(0);
  account = await newAccount({ clock, rateLimit: { upcloud: { limit: 2, perSecond: 1 } } });
  const answers = [];
  for (let index = 0; index < 3; index += 1) answers.push(await account.call('GET', '/zone'));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers[2]!.body).toBeUndefined();
  clock.advance(1000);
  expect((await account.call('GET', '/zone')).status).toBe(200);
});

it('hides new things for a while where that fault is set', async () => {
  account = await newAccount();
  account.emulator.faults.add({ kind: 'not-found-after-create', method: 'POST', reads: 1 });
  const { uuid } = await account.storage();
  for (const status of [404, 200]) expect((await account.call('GET', `/storage/${uuid}`)).status).toBe(status);
});

it('refuses what is beyond a quota, and what is out of stock', async () => {
  account = await newAccount();
  account.emulator.quotas.set('upcloud', 'storages', 1);
  await account.storage();
  const storage = { size: 10, title: 'b', zone: 'fi-hel1' };
  await account.refused(403, 'STORAGE_LIMIT_REACHED', 'POST', '/storage', { storage });
  account.emulator.stock.soldOut('upcloud', '1xCPU-1GB', 'fi-hel1');
  await account.refused(409, 'SERVER_RESOURCES_UNAVAILABLE', 'POST', '/server', serverWish());
});
